import type { BankHoliday } from '../bankHolidays.ts'
import { addDays, type CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import { ruleOn } from '../route/rulesInForce.ts'
import type { DatedRuleValue } from '../route/ruleValue.ts'
import { callInDeadline } from '../workingDays.ts'

/** How many days ahead the program reminds of a date. */
export const REMINDED_DAYS = 30

export type DateKind = 'call_in_closes' | 'condition_due' | 'decision_due' | 'spend_by' | 'approval_ends'

/** A date to be minded: what comes on it, of which thing. */
export interface DateAhead {
  kind: DateKind
  on: CalendarDay
  id: Id
  title: string
}

export interface DatedThings {
  /** Decisions that are published and open to call-in. */
  openToCallIn: readonly { id: Id; title: string; publishedOn: CalendarDay }[]
  conditions: readonly { id: Id; title: string; dueOn: CalendarDay }[]
  decisions: readonly { id: Id; title: string; dueOn: CalendarDay }[]
  sources: readonly { id: Id; name: string; spendByOn: CalendarDay }[]
  approvals: readonly { id: Id; title: string; validUntilOn: CalendarDay }[]
}

/** The dates of the next days, and what is overdue, the earliest first. They are worked out and nothing of them is kept. */
export const datesAhead = (
  things: DatedThings,
  today: CalendarDay,
  { ruleValues, holidays }: { ruleValues: readonly DatedRuleValue[]; holidays: readonly BankHoliday[] },
): DateAhead[] => {
  const closing = things.openToCallIn.map(({ id, title, publishedOn }) => {
    const on = callInDeadline(publishedOn, ruleOn(ruleValues, 'call_in_working_days', publishedOn), holidays)
    return { kind: 'call_in_closes' as const, on, id, title }
  })
  const dates: DateAhead[] = [
    // A window that has closed, and a grant or an approval that has run out, are no longer to be minded.
    ...closing.filter(({ on }) => on >= today),
    ...things.conditions.map(({ id, title, dueOn }) => ({ kind: 'condition_due' as const, on: dueOn, id, title })),
    ...things.decisions.map(({ id, title, dueOn }) => ({ kind: 'decision_due' as const, on: dueOn, id, title })),
    ...things.sources
      .filter(({ spendByOn }) => spendByOn >= today)
      .map(({ id, name, spendByOn }) => ({ kind: 'spend_by' as const, on: spendByOn, id, title: name })),
    ...things.approvals
      .filter(({ validUntilOn }) => validUntilOn >= today)
      .map(({ id, title, validUntilOn }) => ({ kind: 'approval_ends' as const, on: validUntilOn, id, title })),
  ]
  const last = addDays(today, REMINDED_DAYS)
  return dates
    .filter(({ on }) => on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.title < b.title ? -1 : 1))
}
