import { createHash } from 'node:crypto'
import { Failure } from '../../domain/errors.ts'
import { plainOrder } from '../../domain/report/reportOrder.ts'
import { createApp } from '../../electron/app/app.ts'
import type { Ports } from '../../electron/app/ports.ts'
import { post } from './post.ts'

interface Reading {
  /** SHA-256 over all that the screens, the trail and the exports show. */
  digest: string
  /** The codes of what could not be read. */
  refusals: string[]
}

const years = { from: 2015, to: 2030 }
const everyEvent = { subjectId: null, role: null, operation: null, from: null, to: null, amount: null, asAt: null }

/** The screens that are of no one thing, read for each moment. */
const screens: [operation: string, input: object][] = [
  ['portfolio.screen', { ...years, across: 'years' }],
  ['charts.portfolio', { ...years, placeIds: null }],
  ['checks.screen', {}],
  ['funding.screen', { decisionId: null }],
  ['funding.planner', {}],
  ['pipeline.screen', { basis: null }],
  ['cases.list', {}],
  ['cases.entry', {}],
  ['requests.list', { statuses: null, after: null }],
  ['authority.screen', { ...years, status: null, decisionId: null, after: null, beforeEntry: null }],
  ['authority.forwardPlan', { after: null, noticesAfter: null }],
  ['changes.list', {}],
  ['scenarios.screen', { id: null }],
  ['periods.screen', { startYear: null }],
  ['yearEnd.screen', { startYear: null }],
  ['boards.list', {}],
  ['meetings.list', { boardId: null, page: 1 }],
  ['inbox.screen', { tab: 'waiting', page: 1 }],
  ['monitoring.screen', { startYear: 2020, since: null }],
  ['spend.screen', years],
  ['spend.commitments', years],
  ['benefits.screen', {}],
  ['risks.screen', {}],
  ['lessons.screen', {}],
  ['reports.catalogue', {}],
  ['search.index', {}],
  ['rules.screen', {}],
  ['routes.screen', {}],
  ['waivers.list', { subjectId: null }],
]

/** Of the sample's report, and between the commands that followed it. */
const moments = [null, '2020-08-21', '2026-05-01T09:20:00.000Z']

/** Opens a programme and reads its screens now and as at earlier moments, the whole trail, and three reports as CSV. */
export const readEverything = async (path: string, ports: Ports): Promise<Reading> => {
  const digest = createHash('sha256')
  const refusals: string[] = []
  const app = createApp(ports)
  const read = async (operation: string, input: unknown): Promise<unknown> => {
    const { data, refusal } = await post(app, operation, input)
    if (refusal !== null) refusals.push(refusal)
    digest.update(`${operation} ${JSON.stringify(data)}\n`)
    return data
  }
  try {
    await app.open(path)
    for (const asAt of moments) {
      const screen = (await read('programme.screen', { asAt })) as Programme | undefined
      for (const [operation, input] of screens) await read(operation, { ...input, asAt })
      if (asAt !== null) continue
      for (const { id } of screen?.decisions ?? []) await read('decisions.screen', { asAt, id })
      for (const { id } of screen?.schemes.slice(0, 3) ?? []) await read('schemes.screen', { asAt, id })
    }
    await read('plan.cells', { asAt: null })
    await read('holidays.list', {})
    await read('undo.list', {})
    for (let before: number | null = null, pages = 0; pages === 0 || before !== null; pages += 1) {
      const page = (await read('audit.page', { ...everyEvent, before })) as { next: number | null } | undefined
      before = page?.next ?? null
    }
    for (const report of ['funding-and-cash-flow', 'appendix-a', 'spend'] as const) {
      const request = new Request('http://bcf.test/export', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ order: plainOrder(report), form: 'csv' }),
      })
      const response = await app.fetch(request, { session: 'proof', role: 'programme_director' })
      if (!response.ok) refusals.push(await codeOf(response))
      else digest.update(Buffer.from(await response.arrayBuffer()))
    }
  } catch (error) {
    refusals.push(error instanceof Failure ? error.code : String(error))
  } finally {
    await app.close()
  }
  return { digest: digest.digest('hex'), refusals }
}

interface Programme {
  decisions: { id: string }[]
  schemes: { id: string }[]
}

const codeOf = async (response: Response): Promise<string> => {
  const { error } = (await response.json()) as { error: { data: { failure: { code: string } } } }
  return error.data.failure.code
}
