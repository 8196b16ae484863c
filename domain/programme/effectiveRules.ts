import { type CalendarDay, calendarDay } from '../calendarDay.ts'
import { type Pence, pence } from '../money.ts'

/** A value of a rule of law or local policy from a day on. First seen: it was in force then, its start is not known. */
export interface RuleValue<T> {
  fromOn: CalendarDay
  value: T
  isFirstSeen: boolean
}

/** The values of a rule in the order of their days. */
export type EffectiveRule<T> = readonly [RuleValue<T>, ...RuleValue<T>[]]

/** A decision over this amount is a key decision (SI 2012/2089 regulation 8, the threshold as Leeds sets it). Pence. */
export const keyDecisionThreshold: EffectiveRule<Pence> = [
  { fromOn: calendarDay('2015-03-01'), value: pence(250_000_00), isFirstSeen: true },
  { fromOn: calendarDay('2018-01-01'), value: pence(500_000_00), isFirstSeen: true },
]

/** Working days in which an eligible decision can be called in after its publication, as Leeds counts them. */
export const callInWorkingDays: EffectiveRule<number> = [
  { fromOn: calendarDay('2020-02-14'), value: 5, isFirstSeen: true },
]

/** The value on the day of an act. Before the first day the first value counts: nothing earlier is known. */
export const valueInForce = <T>(rule: EffectiveRule<T>, day: CalendarDay): T =>
  (rule.findLast((each) => each.fromOn <= day) ?? rule[0]).value
