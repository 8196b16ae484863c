import type { AuthorityRequest } from '../../domain/authority/authorityRequest.ts'
import type { KeyDecision } from '../../domain/authority/keyDecision.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Exempt } from '../../domain/report/exempt.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import type { Writing } from '../document/section.ts'

/** What the report for a decision on authority is made from. */
export interface DecisionReportGiven extends Writing {
  /** With the request's own decision among them, also where it is not made yet. */
  facts: ProgrammeFacts
  order: ReportOrder
  request: AuthorityRequest
  /** The decision that its tables are drawn for. */
  decisionId: AuthorityRequest['id']
  /** The offices of whoever wrote it. */
  writers: readonly string[]
  key: KeyDecision
  /** Why it is kept from the public as a whole; null where it is open to all. */
  exempt: Exempt | null
  /** The day that it is decided on, or is to be. */
  decidedOn: CalendarDay
  /** The first day on which the decision may be made after its notice; null without a notice. */
  earliestOn: CalendarDay | null
  /** The last day on which it can be called in; null where it cannot. */
  callInClosesOn: CalendarDay | null
  firstSpendOn: CalendarDay
}
