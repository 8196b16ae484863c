import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { ReportName } from '../../../../domain/report/reportList.ts'
import { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import { AsAtInput, command, everybody, router, withDuty } from '../../operation.ts'
import { compareIssues } from './compare.ts'
import { checkReport, draftScreen } from './draftScreen.ts'
import {
  certify,
  Declining,
  DraftWriting,
  decline,
  dropDraft,
  NewDraft,
  Seen,
  saveDraft,
  startDraft,
} from './drafts.ts'
import { Issuing, issueReport } from './issue.ts'
import { issuedList, issuedScreen } from './issuedList.ts'
import { Preparing, prepare } from './prepare.ts'
import { reportCatalogue } from './reportCatalogue.ts'
import { reportScopes } from './reportScopes.ts'

const AsAt = z.strictObject({ asAt: AsAtInput })

/** Reports on their way to a meeting: what can be made, what is being written, what was issued. */
export const reportsRouter = router({
  catalogue: everybody.input(AsAt).query(({ ctx, input }) => ctx.state.read(input.asAt, reportCatalogue)),
  scopes: everybody
    .input(AsAt.extend({ report: ReportName }))
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => reportScopes(facts, db, input.report))),
  check: everybody
    .input(AsAt.extend({ order: ReportOrder, draftId: Id.optional() }))
    .query(({ ctx, input }) => checkReport(ctx.state, ctx.actor, input)),
  draft: everybody
    .input(z.strictObject({ id: Id }))
    .query(({ ctx, input }) => draftScreen(ctx.state, ctx.actor, input.id)),
  issued: everybody
    .input(z.strictObject({ report: ReportName.optional() }))
    .query(({ ctx, input }) => ctx.state.look(null, (db) => issuedList(db, input.report ?? null))),
  issuedReport: everybody
    .input(z.strictObject({ id: Id }))
    .query(({ ctx, input }) => ctx.state.look(null, (db, day) => issuedScreen(db, input.id, ctx.actor, day))),
  /** The other is another issue of the same report, or null for what the ledger says now. */
  compare: everybody
    .input(z.strictObject({ one: Id, other: Id.nullable() }))
    .query(({ ctx, input }) => compareIssues(ctx.state, ctx.actor, input)),

  startDraft: command('reports.startDraft', 'prepareReport', NewDraft, startDraft),
  saveDraft: command('reports.saveDraft', 'prepareReport', DraftWriting, saveDraft),
  prepare: withDuty('reports.prepare', 'prepareReport')
    .input(Preparing)
    .mutation(({ ctx, input }) => prepare(ctx.state, ctx, input)),
  certify: command('reports.certify', 'certifyReport', Seen, certify),
  decline: command('reports.decline', 'declineReport', Declining, decline),
  issue: withDuty('reports.issue', 'issueReport')
    .input(Issuing)
    .mutation(({ ctx, input }) => issueReport(ctx.state, ctx, input)),
  dropDraft: command('reports.dropDraft', 'prepareReport', Seen, dropDraft),
})
