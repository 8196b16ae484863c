import type { BankHoliday } from '../bankHolidays.ts'
import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Pence } from '../money.ts'
import { ruleOn } from '../route/rulesInForce.ts'
import type { DatedRuleValue } from '../route/ruleValue.ts'
import { effectiveAfterCallIn } from '../workingDays.ts'
import type { Decision } from './decision.ts'

/** Whether an amount of pence is over the key decision threshold in force on a day, by the programme's own values too (R13). */
export const isKey = (amount: Pence, day: CalendarDay, own: readonly DatedRuleValue[]): boolean =>
  Math.abs(amount) > ruleOn(own, 'key_decision_threshold', day)

/**
 * The day from which a decision has effect: the day it is made, or, where it can be called in, the day after the call-in
 * window; never before (R12), and later where `effectiveOn` says so. Throws `date-order` for a publication before the
 * decision or an effect before its day, and `wrong-status` for a decision that can be called in and is not published.
 */
export const effectiveDay = (
  decision: Pick<Decision, 'madeOn' | 'publishedOn' | 'isCallInEligible'> & { effectiveOn: CalendarDay | null },
  holidays: readonly BankHoliday[],
  own: readonly DatedRuleValue[],
): CalendarDay => {
  const { madeOn, publishedOn, isCallInEligible, effectiveOn } = decision
  if (publishedOn !== null && publishedOn < madeOn) return fail('date-order', { earlier: madeOn, later: publishedOn })
  const earliest = isCallInEligible
    ? effectiveAfterCallIn(
        publishedOn ?? fail('wrong-status', { is: 'not published', needs: 'published' }),
        ruleOn(own, 'call_in_working_days', madeOn),
        holidays,
      )
    : madeOn
  if (effectiveOn !== null && effectiveOn < earliest) {
    return fail('date-order', { earlier: earliest, later: effectiveOn })
  }
  return effectiveOn ?? earliest
}

/** The decision once its day has come. Throws `wrong-status` when it has had effect already. */
export const takeEffect = (decision: Decision): Decision => {
  if (decision.status !== 'made') fail('wrong-status', { is: decision.status, needs: 'made' })
  return { ...decision, status: 'effective', revision: decision.revision + 1 }
}
