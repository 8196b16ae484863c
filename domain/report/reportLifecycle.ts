import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import { duties, type Role } from '../roles.ts'
import type { ReportDraft, ReportDraftStatus } from './reportDraft.ts'
import { type ReportName, reportList } from './reportList.ts'
import type { ReportOrder } from './reportOrder.ts'
import { scopeKey } from './scopeKey.ts'

export interface ReportStep {
  from: ReportDraftStatus | null
  to: ReportDraftStatus
  operation: string
}

/** Every step of a report on its way to be issued (domain A3.8). A later issue supersedes an earlier one, which stays as it is. */
export const reportSteps: readonly ReportStep[] = [
  { from: null, to: 'draft', operation: 'reports.startDraft' },
  { from: 'draft', to: 'prepared', operation: 'reports.prepare' },
  { from: 'prepared', to: 'certified', operation: 'reports.certify' },
  { from: 'prepared', to: 'draft', operation: 'reports.decline' },
  { from: 'certified', to: 'draft', operation: 'reports.decline' },
  { from: 'certified', to: 'issued', operation: 'reports.issue' },
]

/** The papers of boards and decisions, which a board secretary prepares. */
const papers: readonly ReportName[] = [
  'decision-report',
  'board-pack',
  'decision-record',
  'key-decision-notice',
  'forward-plan',
]

/** Throws `not-permitted` for a role that does not prepare this report: a board secretary has the papers alone. */
export const refusePreparing = (report: ReportName, role: Role): void => {
  if (!prepares(report, role)) {
    fail('not-permitted', { operation: 'reports.prepare', role })
  }
}

const prepares = (report: ReportName, role: Role): boolean => role !== 'board_secretary' || papers.includes(report)

/** Whoever prepares a report may issue it too, once somebody else has certified it. */
export const issuers = (report: ReportName): readonly Role[] =>
  duties.issueReport.filter((role) => prepares(report, role))

/** What is evidence of the money is certified by the section 151 officer alone. */
export const certifiers = (report: ReportName): readonly Role[] =>
  reportList[report].isHeldByChecks ? ['s151_officer'] : ['s151_officer', 'programme_director']

/** A draft begins with the texts and marks of the last one that was issued. */
export const beginDraft = (
  id: Id,
  order: ReportOrder,
  actor: string,
  last: Pick<ReportDraft, 'narrative' | 'marks'> | undefined,
): ReportDraft => ({
  id,
  revision: 1,
  isRemoved: false,
  report: order.report,
  scope: scopeKey(order.scope),
  order: { ...order, version: 'full' },
  status: 'draft',
  narrative: last?.narrative ?? [],
  marks: last?.marks ?? [],
  waivers: [],
  writers: [actor],
  asAtSeq: null,
  asAtOn: null,
  preparedBy: null,
  preparedOn: null,
  certifiedBy: null,
  certifiedOn: null,
  declinedBecause: '',
  issueId: null,
})

export type DraftContent = Partial<Pick<ReportDraft, 'narrative' | 'marks' | 'waivers'>> & {
  /** Years and unit. */
  order?: Pick<ReportOrder, 'from' | 'to' | 'unit'>
}

/** Throws `wrong-status` for a report that is prepared: what somebody certifies stays as they read it. */
export const writeDraft = (draft: ReportDraft, { order, ...content }: DraftContent, actor: string): ReportDraft => {
  refuseOther(draft, ['draft'])
  return next({
    ...draft,
    ...content,
    order: { ...draft.order, ...order },
    writers: [...new Set([...draft.writers, actor])],
  })
}

interface Moment {
  seq: number
  day: CalendarDay
}

/** Fixes the moment that the report shows. */
export const prepareDraft = (draft: ReportDraft, actor: string, asAt: Moment, today: CalendarDay): ReportDraft => {
  refuseOther(draft, ['draft'])
  const moment = { asAtSeq: asAt.seq, asAtOn: asAt.day }
  return next({ ...draft, ...moment, status: 'prepared', preparedBy: actor, preparedOn: today, declinedBecause: '' })
}

/** Throws `wrong-status`, `own-item` for who wrote or prepared it (R14), and `not-permitted` for a role that does not certify it. */
export const certifyDraft = (
  draft: ReportDraft,
  { actor, role }: { actor: string; role: Role },
  today: CalendarDay,
): ReportDraft => {
  refuseOther(draft, ['prepared'])
  if (!certifiers(draft.report).includes(role)) fail('not-permitted', { operation: 'reports.certify', role })
  separateDuties([...draft.writers, ...(draft.preparedBy === null ? [] : [draft.preparedBy])], [actor], 'certify')
  return next({ ...draft, status: 'certified', certifiedBy: actor, certifiedOn: today })
}

/** Sends a report back to its writers; they prepare it anew, as at another moment. */
export const declineDraft = (draft: ReportDraft, reason: string): ReportDraft => {
  refuseOther(draft, ['prepared', 'certified'])
  return next({
    ...draft,
    status: 'draft',
    asAtSeq: null,
    asAtOn: null,
    preparedBy: null,
    preparedOn: null,
    certifiedBy: null,
    certifiedOn: null,
    declinedBecause: reason,
  })
}

export const closeDraft = (draft: ReportDraft, issueId: Id): ReportDraft => {
  refuseOther(draft, ['certified'])
  return next({ ...draft, status: 'issued', issueId })
}

/** Puts a draft away; what was issued stays. */
export const dropDraft = (draft: ReportDraft): ReportDraft => {
  refuseOther(draft, ['draft'])
  return next({ ...draft, isRemoved: true })
}

const refuseOther = ({ status }: ReportDraft, needs: ReportDraftStatus[]): void => {
  if (!needs.includes(status)) fail('wrong-status', { is: status, needs: needs.join(' or ') })
}

const next = (draft: ReportDraft): ReportDraft => ({ ...draft, revision: draft.revision + 1 })
