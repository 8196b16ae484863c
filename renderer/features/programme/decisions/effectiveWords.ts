import type { BankHoliday } from '../../../../domain/bankHolidays.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import { ruleOn } from '../../../../domain/route/rulesInForce.ts'
import type { DatedRuleValue } from '../../../../domain/route/ruleValue.ts'
import { callInDeadline } from '../../../../domain/workingDays.ts'
import { formatDeadline } from '../../../lib/format.ts'

/** What law and the programme lay down about days and amounts. */
export interface LocalRules {
  holidays: readonly BankHoliday[]
  ruleValues: readonly DatedRuleValue[]
}

export interface DecisionDays {
  madeOn: CalendarDay | null
  publishedOn: CalendarDay | null
  isCallInEligible: boolean
  /** The day on which it takes effect; null while it cannot be worked out. */
  effectiveOn: CalendarDay | null
  /** The later day that was typed; null works it out. */
  typedOn: CalendarDay | null
}

/** The day on which a decision takes effect, with the reason; or what is needed to work it out. */
export const effectiveWords = (days: DecisionDays, { holidays, ruleValues }: LocalRules): string => {
  const { madeOn, publishedOn, isCallInEligible, effectiveOn, typedOn } = days
  if (effectiveOn === null || madeOn === null) {
    return `Enter the day it is made${isCallInEligible ? ' and the day it is published' : ''} to see when it takes effect.`
  }
  const takesEffect = `Takes effect on ${formatDeadline(effectiveOn)}`
  if (isCallInEligible && publishedOn !== null) {
    const window = ruleOn(ruleValues, 'call_in_working_days', madeOn)
    const deadline = callInDeadline(publishedOn, window, holidays)
    const reason = `It can be called in for ${window} working days after its publication on ${formatDay(publishedOn)}, until ${formatDeadline(deadline)}.`
    return typedOn === null
      ? `${takesEffect}, the day after the call-in window. ${reason}`
      : `${takesEffect}, as entered. ${reason}`
  }
  return typedOn === null
    ? `${takesEffect}, the day it is made, because it cannot be called in.`
    : `${takesEffect}, as entered. It cannot be called in.`
}
