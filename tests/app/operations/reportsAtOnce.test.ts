import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { director, eventsOf, planCell } from '../support/programmeApp.ts'
import { certifiedReport, draftOf, preparedReport } from '../support/reportApp.ts'
import { smallMoneyApp } from '../support/smallMoneyApp.ts'

type App = Awaited<ReturnType<typeof smallMoneyApp>>
type Seen = { id: Id; revision: number }

const reason = 'A scheme is missing'

const seenOf = ({ id, revision }: Seen): Seen => ({ id, revision })

/** What each of several requests that are sent at the same moment came to: done, or the code of its refusal. */
const atOnce = async (...requests: (() => Promise<unknown>)[]): Promise<string[]> =>
  await Promise.all(
    requests.map((send) => {
      const sent = send()
      return sent.then(
        () => 'done',
        async () => (await refusalOf(sent)).code,
      )
    }),
  )

/** The bytes that the programme keeps and that nothing names. */
const orphansIn = ({ folder }: App): number => {
  const file = new SQLite(join(folder, 'Own.bcf'), { readonly: true })
  const orphans = file
    .prepare(
      `select count(*) from attachment_content where sha256 not in (
        select model_sha256 from issued_report
        union all select public_model_sha256 from issued_report where public_model_sha256 is not null
        union all select file.value ->> '$.sha256' from issued_report, json_each(files_json) as file)`,
    )
    .pluck()
    .get() as number
  file.close()
  return orphans
}

const steps = {
  certify: ({ as }: App, seen: Seen) => as('s151_officer').reports.certify.mutate(seen),
  decline: ({ as }: App, seen: Seen) => as('board_secretary').reports.decline.mutate({ ...seen, reason }),
  issue: ({ as }: App, seen: Seen) => as(director).reports.issue.mutate(seen),
  prepare: ({ as }: App, seen: Seen) => as('finance_officer').reports.prepare.mutate(seen),
  drop: ({ as }: App, seen: Seen) => as('finance_officer').reports.dropDraft.mutate(seen),
  save: ({ as }: App, seen: Seen) =>
    as(director).reports.saveDraft.mutate({ ...seen, narrative: [{ section: 'summary', text: 'Late words' }] }),
}
type Step = keyof typeof steps

/** A report that waits for both steps of a pair. */
const waiting: Record<'draft' | 'prepared' | 'certified', (app: App) => Promise<Seen>> = {
  draft: (app) => draftOf(app, 'forward-plan'),
  prepared: (app) => preparedReport(app, 'forward-plan'),
  certified: (app) => certifiedReport(app, 'forward-plan'),
}

test.each<[Step, Step, keyof typeof waiting, loser: string]>([
  ['certify', 'decline', 'prepared', 'stale'],
  ['decline', 'certify', 'prepared', 'stale'],
  ['certify', 'certify', 'prepared', 'stale'],
  ['issue', 'decline', 'certified', 'stale'],
  ['issue', 'issue', 'certified', 'stale'],
  ['prepare', 'save', 'draft', 'stale'],
  ['prepare', 'prepare', 'draft', 'stale'],
  ['drop', 'prepare', 'draft', 'not-found'],
  ['prepare', 'drop', 'draft', 'not-found'],
])(
  'of %s and %s at the same moment on a report that is %s, one is done, the other is told %s, and leaves nothing behind',
  async (one, other, from, loser) => {
    const app = await smallMoneyApp()
    const { id, revision } = await waiting[from](app)
    let told: string[] = []
    const events = await eventsOf(app.me, async () => {
      told = await atOnce(
        () => steps[one](app, { id, revision }),
        () => steps[other](app, { id, revision }),
      )
    })
    const issued = (await app.me.reports.issued.query({})).map(({ draftId }) => draftId)
    const { faults } = await app.me.audit.verify.mutate()
    expect({ told: told.toSorted(), events: events.length, issued, orphans: orphansIn(app), faults }).toEqual({
      told: ['done', loser].sort(),
      events: 1,
      issued: events[0]?.startsWith('reports.issue ') ? [id] : [],
      orphans: 0,
      faults: [],
    })
  },
)

test('of two who begin the same report at the same moment one does, and the other is told of the draft', async () => {
  const app = await smallMoneyApp()
  const told = await atOnce(
    () => draftOf(app, 'forward-plan'),
    () => draftOf(app, 'forward-plan'),
  )
  const { rows } = await app.me.reports.catalogue.query({ asAt: null })
  const drafts = rows.find(({ report }) => report === 'forward-plan')?.drafts.length
  expect([told, drafts]).toEqual([['done', 'draft-exists'], 1])
})

test('a ledger that changes while a report is certified and issued does not change what the issue shows', async () => {
  const app = await smallMoneyApp()
  const change = (amount: number, was: number) =>
    app.me.plan.set.mutate({ reason: 'Less', cells: [planCell(app.maps.id, amount, { was })] } as never)
  const prepared = await preparedReport(app, 'appendix-a')
  const told = await atOnce(
    () => steps.certify(app, seenOf(prepared)),
    () => change(50_000, 55_500),
  )
  const { draft: certified } = await app.me.reports.draft.query({ id: prepared.id })
  told.push(
    ...(await atOnce(
      () => steps.issue(app, seenOf(certified)),
      () => change(45_000, 50_000),
    )),
  )
  const [issue] = await app.me.reports.issued.query({})
  const id = issue?.id ?? prepared.id
  const { before, differences } = await app.me.reports.compare.query({ one: id, other: null })
  const { place, was, is } = differences[0] ?? {}
  expect([told, before.asAt.seq, place, was, is]).toEqual([
    ['done', 'done', 'done', 'done'],
    prepared.asAtSeq,
    'Expenditure plan, Care maps, 2020/21',
    '55,500.00',
    '45,000.00',
  ])
})

test('the words that are saved as a report is being prepared are never in it without its writer', async () => {
  const app = await smallMoneyApp()
  const { id, revision } = await draftOf(app, 'forward-plan')
  const { sections } = await app.me.reports.draft.query({ id })
  const narrative = [{ section: sections[0]?.id ?? '', text: 'Late words' }]
  const save = () => app.me.reports.saveDraft.mutate({ id, revision, narrative })
  const [saved, prepared] = await atOnce(save, () => steps.prepare(app, { id, revision }))
  const { draft } = await app.me.reports.draft.query({ id })
  expect([saved, prepared, draft.status, draft.narrative, draft.writers.includes(director)]).toEqual([
    'done',
    'stale',
    'draft',
    narrative,
    true,
  ])
})
