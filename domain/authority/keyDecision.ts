import type { CalendarDay } from '../calendarDay.ts'
import { type Pence, pence } from '../money.ts'
import { ruleOn } from '../route/rulesInForce.ts'
import type { DatedRuleValue } from '../route/ruleValue.ts'
import type { RequestCover, RequestLine } from './authorityRequest.ts'
import { requestAmount } from './requestDecision.ts'

/** Whether a decision is a key one, and by what: SI 2012/2089 regulation 8. Amounts in pence. */
export interface KeyDecision {
  isKey: boolean
  amount: Pence
  /** The threshold in force on the day of the decision (R13). */
  threshold: Pence
  isOverThreshold: boolean
  /** Stated, with a reason, to be significant for communities in two or more wards. */
  isForWards: boolean
}

export const keyDecision = (
  amount: Pence,
  isForWards: boolean,
  day: CalendarDay,
  own: readonly DatedRuleValue[],
): KeyDecision => {
  const threshold = pence(ruleOn(own, 'key_decision_threshold', day))
  const isOverThreshold = Math.abs(amount) > threshold
  return { isKey: isOverThreshold || isForWards, amount, threshold, isOverThreshold, isForWards }
}

/** The same of a request, on the day of its decision or, before that, on the day on which it is due. */
export const keyDecisionOf = (
  request: { lines: readonly RequestLine[]; cover: Pick<RequestCover, 'isSignificantForWards'> },
  day: CalendarDay,
  own: readonly DatedRuleValue[],
): KeyDecision => keyDecision(requestAmount(request.lines), request.cover.isSignificantForWards, day, own)
