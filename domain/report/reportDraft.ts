import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { ExemptMark } from './exemptMark.ts'
import { ReportName } from './reportList.ts'
import { ReportOrder } from './reportOrder.ts'

/** In characters. */
export const LONGEST_SECTION = 20_000

/** A text that somebody wrote for a section of a report, with its figures as tokens. */
export const ReportText = z.strictObject({
  section: z.string().min(1).max(200),
  text: z.string().trim().max(LONGEST_SECTION),
})
export type ReportText = z.infer<typeof ReportText>

const reason = z.string().trim().min(1).max(2000)

/** Lets something stand with a reason that would keep a report from being issued. */
export const ReportWaiver = z.discriminatedUnion('kind', [
  /** A figure as it was typed, such as `£3.049k`, although the ledger says another. */
  z.strictObject({
    kind: z.literal('figure'),
    section: z.string().min(1).max(200),
    typed: z.string().trim().min(1).max(200),
    reason,
  }),
  /** An equal amount or word elsewhere that has nothing to do with what is exempt. */
  z.strictObject({ kind: z.literal('leak'), leak: z.string().min(1).max(500), reason }),
])
export type ReportWaiver = z.infer<typeof ReportWaiver>

export const ReportDraftStatus = z.enum(['draft', 'prepared', 'certified', 'issued'])
export type ReportDraftStatus = z.infer<typeof ReportDraftStatus>

/** A report on its way to be issued (domain A3.8). There is one at a time for each report and what it is about. */
export const ReportDraft = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  report: ReportName,
  /** As `scopeKey` gives it. */
  scope: z.string(),
  /** In full; the public version is made of it. */
  order: ReportOrder,
  status: ReportDraftStatus,
  narrative: z.array(ReportText).max(200),
  marks: z.array(ExemptMark).max(1000),
  waivers: z.array(ReportWaiver).max(200),
  writers: z.array(z.string()),
  /** The event that the report shows the ledger as of, and its day; fixed when it is prepared. */
  asAtSeq: z.int().min(1).nullable(),
  asAtOn: CalendarDay.nullable(),
  preparedBy: z.string().nullable(),
  preparedOn: CalendarDay.nullable(),
  certifiedBy: z.string().nullable(),
  certifiedOn: CalendarDay.nullable(),
  /** Why it was sent back the last time. */
  declinedBecause: z.string().trim().max(2000),
  issueId: Id.nullable(),
})
export type ReportDraft = z.infer<typeof ReportDraft>
