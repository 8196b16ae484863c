import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { proofText } from '../../../domain/report/proof.ts'
import { type ReportForm, ReportGroup, ReportName, reportList } from '../../../domain/report/reportList.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'
import { leedsApps } from '../support/leedsApp.ts'
import { changed, director, on } from '../support/programmeApp.ts'
import { draftOf, exported, handedOut } from '../support/reportApp.ts'

const leedsApp = leedsApps()
type App = Awaited<ReturnType<typeof leedsApp>>

/** In milliseconds: a group is some thirty files. */
const PATIENCE = 180_000

/** The whole programme has no layout, and is not issued. */
const names = ReportName.exclude(['everything']).options

/** The sample, with a meeting for the report that is about one. */
const sampleWithMeeting = async () => {
  const app = await leedsApp()
  const secretary = app.as('board_secretary')
  const [board] = (await secretary.boards.list.query({ asAt: null })).boards
  if (board === undefined) throw new Error('the sample has no board')
  await secretary.meetings.plan.mutate({ boardId: board.id, kind: 'meeting', heldOn: on('2020-09-10'), venue: '' })
  return app
}

/** Every report of a group about the first thing on record of each kind that it can be about. */
const ordersOf = async ({ as }: App, group: ReportGroup): Promise<ReportOrder[]> => {
  const orders: ReportOrder[] = []
  for (const report of names.filter((name) => reportList[name].group === group)) {
    const offered = await as(director).reports.scopes.query({ asAt: null, report })
    for (const kind of reportList[report].scopes) {
      const named = offered.find(({ scope }) => scope.kind === kind)
      if (named === undefined) throw new Error(`the sample has no ${kind} that ${report} could be about`)
      orders.push({ ...plainOrder(report), scope: named.scope })
    }
  }
  return orders
}

/** There is no printer here. */
const formsOf = ({ report }: ReportOrder) => reportList[report].forms.filter((form) => form !== 'pdf')

/** A form that the catalogue does not offer for a report, and that the command line writes it in all the same. */
const unusualFormOf = (order: ReportOrder): ReportForm =>
  (['xlsx', 'csv', 'docx'] as const).find((form) => !formsOf(order).includes(form)) ?? 'json'

const textOf = (bytes: Uint8Array, form: ReportForm): string =>
  form === 'docx' || form === 'xlsx'
    ? Object.values(unzipSync(bytes))
        .map((file) => strFromU8(file))
        .join('\n')
    : strFromU8(bytes)

const said = ({ report, scope }: ReportOrder, form: ReportForm) => `${report} of a ${scope.kind}, ${form}`

/** As a person would: every Stop check is looked into and closed with a reason. */
const closeStops = async ({ as }: App) => {
  const { findings } = await as(director).checks.screen.query({ asAt: null })
  const open = findings.flatMap(({ status, finding: { id, fingerprint, severity } }) =>
    status === 'open' && severity === 'stop' ? [{ findingId: id, fingerprint }] : [],
  )
  await as(director).checks.close.mutate({
    findings: open,
    reason: 'As it was printed; explained in the covering note',
  })
}

/** From its draft to its issue, with a reason for each typed figure that the ledger has otherwise. */
const issue = async (app: App, order: ReportOrder) => {
  const finance = app.as('finance_officer').reports
  const { id, ...draft } = await draftOf(app, order.report, order)
  const prepare = async (revision: number) => changed(await finance.prepare.mutate({ id, revision }))
  const answered = async () => {
    const { stops } = await finance.check.query({ order, asAt: null, draftId: id })
    const waivers = stops.flatMap((stop) =>
      stop.kind === 'figure'
        ? [{ kind: 'figure' as const, section: stop.section, typed: stop.typed, reason: 'As it was printed' }]
        : [],
    )
    return changed(await finance.saveDraft.mutate({ id, revision: draft.revision, waivers })).revision
  }
  const prepared = await prepare(draft.revision).catch(async () => await prepare(await answered()))
  const certified = changed(await app.as('s151_officer').reports.certify.mutate({ id, revision: prepared.revision }))
  return changed(await app.as(director).reports.issue.mutate({ id, revision: certified.revision }))
}

test.each(ReportGroup.options)(
  'every report of the group %s is written in a form beside its own, and issued in all of its own by three people, with its proof in each file',
  { timeout: PATIENCE },
  async (group) => {
    const app = await sampleWithMeeting()
    await closeStops(app)
    const wanted: string[] = []
    const proven: string[] = []
    const note = (order: ReportOrder, form: ReportForm, bytes: Uint8Array, proof: string) => {
      wanted.push(said(order, form))
      if (textOf(bytes, form).includes(proof)) proven.push(said(order, form))
    }
    for (const order of await ordersOf(app, group)) {
      const { seq, day } = (await app.as(director).programme.screen.query({ asAt: null })).asAt
      const form = unusualFormOf(order)
      note(order, form, await exported(app, order, form), proofText({ kind: 'draft', order, seq, day }))
      const { id, files } = await issue(app, order)
      const proof = proofText({ kind: 'issued', snapshotId: id, version: 'full' })
      expect(files.map((file) => file.form)).toEqual(formsOf(order))
      for (const file of files) note(order, file.form, await handedOut(app, id, file.form), proof)
    }
    expect(proven).toEqual(wanted)
  },
)
