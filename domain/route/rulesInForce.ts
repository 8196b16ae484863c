import type { CalendarDay } from '../calendarDay.ts'
import { calendarDay } from '../calendarDay.ts'
import {
  callInWorkingDays,
  type EffectiveRule,
  keyDecisionThreshold,
  valueInForce,
} from '../programme/effectiveRules.ts'
import type { DatedRuleValue, RuleName } from './ruleValue.ts'

/** Working days that a report lies open before a decision: local practice at Leeds, in no statute. */
const reportWorkingDays: EffectiveRule<number> = [{ fromOn: calendarDay('2020-02-14'), value: 5, isFirstSeen: true }]
/** Months in which authority has to follow an approved case. General practice, not from a source. */
const caseValidityMonths: EffectiveRule<number> = [{ fromOn: calendarDay('2015-03-01'), value: 24, isFirstSeen: true }]

/** Up to what an officer approves a change of money by their office. Councils lay it down themselves; these are illustrative. */
const changeLimitProgrammeDirector: EffectiveRule<number> = [
  { fromOn: calendarDay('2015-03-01'), value: 100_000_00, isFirstSeen: true },
]
const changeLimitS151Officer: EffectiveRule<number> = [
  { fromOn: calendarDay('2015-03-01'), value: 250_000_00, isFirstSeen: true },
]
/** A change of more than this share of a scheme's plan goes to the section 151 officer. Illustrative. */
const changeSharePercent: EffectiveRule<number> = [{ fromOn: calendarDay('2015-03-01'), value: 50, isFirstSeen: true }]

const shipped: Record<RuleName, EffectiveRule<number>> = {
  key_decision_threshold: keyDecisionThreshold,
  call_in_working_days: callInWorkingDays,
  report_working_days: reportWorkingDays,
  case_validity_months: caseValidityMonths,
  change_limit_programme_director: changeLimitProgrammeDirector,
  change_limit_s151_officer: changeLimitS151Officer,
  change_share_percent: changeSharePercent,
}

/** A rule with what is shipped and what the programme has laid down since, in the order of their days. */
export const ruleWith = (own: readonly DatedRuleValue[], rule: RuleName): EffectiveRule<number> => {
  const added = own
    .filter((each) => each.rule === rule && !each.isRemoved)
    .map(({ fromOn, value }) => ({ fromOn, value, isFirstSeen: false }))
  const [first, ...rest] = [...shipped[rule], ...added].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  return [first ?? shipped[rule][0], ...rest]
}

/** The value of a rule on the day of an act: pence, a number of days or months, or a share in percent. */
export const ruleOn = (own: readonly DatedRuleValue[], rule: RuleName, day: CalendarDay): number =>
  valueInForce(ruleWith(own, rule), day)
