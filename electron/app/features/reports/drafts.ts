import { z } from 'zod'
import type { Tx } from '../../../../db/schema.ts'
import { reportDrafts } from '../../../../db/subjects.ts'
import { type CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import {
  beginDraft,
  certifyDraft,
  declineDraft,
  dropDraft as drop,
  prepareDraft,
  refusePreparing,
  writeDraft,
} from '../../../../domain/report/reportLifecycle.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import { scopeKey } from '../../../../domain/report/scopeKey.ts'
import type { Outcome, Service } from '../../command.ts'
import { seen } from '../seen.ts'

export const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })

export const outcomeOf = (before: ReportDraft | null, value: ReportDraft): Outcome<ReportDraft> => ({
  subject: { kind: 'report_draft', id: value.id },
  transition:
    before === null ? 'begun' : before.status === value.status ? 'written' : `${before.status} → ${value.status}`,
  value,
  detail: { report: value.report, scope: value.scope },
})

export const NewDraft = z.strictObject({ order: ReportOrder })

/** Throws `unknown-report`, `bad-scope`, `draft-exists`, and `not-permitted` for a report that the role does not prepare. */
export const startDraft: Service<z.infer<typeof NewDraft>, ReportDraft> = async (
  change,
  { order },
  { actor, role, newId },
) => {
  const { report, scope } = order
  if (report === 'everything') fail('unknown-report', { report })
  const { scopes, title } = reportList[report]
  if (!scopes.includes(scope.kind)) fail('bad-scope', { report, needs: scopes.join(', ') })
  refusePreparing(report, role)
  const earlier = await draftsAbout(change.tx, order)
  if (earlier.some(({ status }) => status !== 'issued')) fail('draft-exists', { title })
  const draft = beginDraft(newId(), order, actor, earlier.at(-1))
  return outcomeOf(null, await reportDrafts.insert(change, draft))
}

/** The drafts of a report about the same thing, the oldest first. */
const draftsAbout = async (tx: Tx, { report, scope }: ReportOrder): Promise<ReportDraft[]> =>
  await reportDrafts.list(tx, { report, scope: scopeKey(scope) })

export const DraftWriting = Seen.extend({
  narrative: ReportDraft.shape.narrative.optional(),
  marks: ReportDraft.shape.marks.optional(),
  waivers: ReportDraft.shape.waivers.optional(),
  order: ReportOrder.pick({ from: true, to: true, unit: true }).optional(),
})

export const saveDraft: Service<z.infer<typeof DraftWriting>, ReportDraft> = async (
  change,
  { id, revision, narrative, marks, waivers, order },
  { actor, role },
) => {
  const before = await seen(change.tx, reportDrafts, { id, revision })
  refusePreparing(before.report, role)
  const content = {
    ...(narrative && { narrative }),
    ...(marks && { marks }),
    ...(waivers && { waivers }),
    ...(order && { order }),
  }
  return outcomeOf(before, await reportDrafts.save(change, writeDraft(before, content, actor)))
}

/** A draft with the moment at which it was made, and nothing stood in its way. */
export type PreparedDraft = z.infer<typeof Seen> & { asAt: { seq: number; day: CalendarDay } }

export const prepareDraftNow: Service<PreparedDraft, ReportDraft> = async (
  change,
  { asAt, ...input },
  { actor, role, clock },
) => {
  const before = await seen(change.tx, reportDrafts, input)
  refusePreparing(before.report, role)
  const after = prepareDraft(before, actor, asAt, dayInLondon(clock()))
  return outcomeOf(before, await reportDrafts.save(change, after))
}

export const certify: Service<z.infer<typeof Seen>, ReportDraft> = async (change, input, { actor, role, clock }) => {
  const before = await seen(change.tx, reportDrafts, input)
  const after = certifyDraft(before, { actor, role }, dayInLondon(clock()))
  return outcomeOf(before, await reportDrafts.save(change, after))
}

export const Declining = Seen.extend({ reason: z.string().trim().min(1).max(2000) })

export const decline: Service<z.infer<typeof Declining>, ReportDraft> = async (change, { reason, ...input }) => {
  const before = await seen(change.tx, reportDrafts, input)
  return outcomeOf(before, await reportDrafts.save(change, declineDraft(before, reason)))
}

export const dropDraft: Service<z.infer<typeof Seen>, ReportDraft> = async (change, input, { role }) => {
  const before = await seen(change.tx, reportDrafts, input)
  refusePreparing(before.report, role)
  return { ...outcomeOf(before, await reportDrafts.save(change, drop(before))), transition: 'put away' }
}
