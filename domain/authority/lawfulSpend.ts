import type { BankHoliday } from '../bankHolidays.ts'
import { addDays, type CalendarDay, daysBetween } from '../calendarDay.ts'
import { firstDay, formatYear, type StartYear, yearOf } from '../financialYear.ts'
import { formatDay } from '../inWords.ts'
import type { Pence } from '../money.ts'
import { ruleOn } from '../route/rulesInForce.ts'
import type { DatedRuleValue } from '../route/ruleValue.ts'
import { addWorkingDays, callInDeadline, isWorkingDay } from '../workingDays.ts'
import type { KeyDecisionNotice } from './authorityRequest.ts'
import { type KeyDecision, keyDecision } from './keyDecision.ts'
import { earliestAfter } from './requestLifecycle.ts'

/** From which day to calculate: the wanted first spend, the decision, or the notice. */
export interface SpendQuestion {
  from: { kind: 'spend' | 'decision' | 'notice'; on: CalendarDay }
  /** Pence. */
  amount: Pence
  isForWards: boolean
  noticeRoute: KeyDecisionNotice['route']
  isCallInEligible: boolean
}

/** The rules of the place: its own values beside those that are shipped, and its holidays. */
export interface SpendRules {
  own: readonly DatedRuleValue[]
  holidays: readonly BankHoliday[]
}

export type SpendStepName = 'notice' | 'report' | 'decision' | 'call_in_closes' | 'first_spend'

export interface SpendStep {
  step: SpendStepName
  on: CalendarDay
  /** Why it falls on that day. */
  reason: string
  /** The bank holidays that were counted on the way. */
  holidays: BankHoliday[]
  /** It has been done on that day. */
  isDone: boolean
  /** The holidays of that year are not announced yet. */
  isUnsure: boolean
}

/** Every day from the notice to the first lawful spend, and what of the year's spend would come before authority. */
export interface LawfulSpend {
  key: KeyDecision
  steps: SpendStep[]
  decisionOn: CalendarDay
  firstSpendOn: CalendarDay
  /** The days of the financial year before the first lawful spend; null where there are none. */
  beforeAuthority: { startYear: StartYear; from: CalendarDay; to: CalendarDay; days: number } | null
  /** By when it would have had to be decided for the first day of that year. */
  forYearStart: { on: CalendarDay; decisionBy: CalendarDay; noticeBy: CalendarDay | null } | null
  /** From this day on the holidays are by rule and not announced. */
  unsureFrom: CalendarDay
}

/** What has been done already takes the place of what was calculated. */
export type DoneSteps = Partial<Record<SpendStepName, CalendarDay>>

/** Works out the days of a decision, backwards from the spend that is wanted or forwards from its notice. Pure law: domain A8. */
export const lawfulSpend = (
  question: SpendQuestion,
  rules: SpendRules,
  done: DoneSteps = {},
  /** The day of publication, where it was not that of the decision. */
  published?: CalendarDay,
): LawfulSpend => {
  const decisionOn = done.decision ?? decisionDay(question, rules)
  const key = keyDecision(question.amount, question.isForWards, decisionOn, rules.own)
  const publishedOn = published ?? decisionOn
  const closesOn = closingDay(publishedOn, decisionOn, question, rules)
  const firstSpendOn = done.first_spend ?? spendDay(publishedOn, decisionOn, question, rules)
  const unsureFrom = unsureDay(rules.holidays)
  const step = (name: SpendStepName, on: CalendarDay, reason: string, from: CalendarDay = on): SpendStep => ({
    step: name,
    on: done[name] ?? on,
    reason,
    holidays: between(rules.holidays, from, on),
    isDone: done[name] !== undefined,
    isUnsure: on >= unsureFrom,
  })
  const steps: SpendStep[] = []
  if (key.isKey) {
    const given = question.from.kind === 'notice' && done.decision === undefined ? question.from.on : undefined
    const noticeOn = given ?? latestNotice(decisionOn, question.noticeRoute)
    steps.push(step('notice', noticeOn, noticeReason(question.noticeRoute, given !== undefined)))
    if (question.noticeRoute === 'notice') {
      const days = ruleOn(rules.own, 'report_working_days', decisionOn)
      const reportOn = workingDaysBefore(decisionOn, days, rules.holidays)
      const reason = `${days} working days before the decision, local practice`
      steps.push({ ...step('report', reportOn, reason), holidays: between(rules.holidays, reportOn, decisionOn) })
    }
  }
  steps.push(
    step(
      'decision',
      decisionOn,
      publishedOn === decisionOn
        ? 'Made, and published on the same day'
        : `Made, and published on ${formatDay(publishedOn)}`,
    ),
  )
  if (closesOn !== null) {
    const days = ruleOn(rules.own, 'call_in_working_days', decisionOn)
    steps.push(step('call_in_closes', closesOn, `${days} working days after publication`, publishedOn))
  }
  const spendReason = closesOn === null ? 'It cannot be called in' : 'The day after the call-in window'
  steps.push(step('first_spend', firstSpendOn, spendReason))
  return {
    key,
    steps,
    decisionOn,
    firstSpendOn,
    beforeAuthority: beforeAuthority(firstSpendOn),
    forYearStart: forYearStart(question, firstSpendOn, rules),
    unsureFrom,
  }
}

/** The same in sentences, for a page that they are copied to. */
export const lawfulSpendInWords = ({ key, steps, beforeAuthority }: LawfulSpend): string[] => [
  key.isKey ? 'This is a key decision.' : 'This is not a key decision.',
  ...steps.map(({ step, on }) => `${stepWords[step]}: ${formatDay(on)}.`),
  ...(beforeAuthority
    ? [
        `Spend in ${formatYear(beforeAuthority.startYear)} from ${formatDay(beforeAuthority.from)} to ${formatDay(beforeAuthority.to)} (${beforeAuthority.days} days) is before authority.`,
      ]
    : []),
]

export const stepWords: Record<SpendStepName, string> = {
  notice: 'Notice published, at the latest',
  report: 'Report published',
  decision: 'Decision made and published',
  call_in_closes: 'Call-in closes',
  first_spend: 'First lawful spend',
}

const decisionDay = (question: SpendQuestion, rules: SpendRules): CalendarDay => {
  const { kind, on } = question.from
  if (kind === 'decision') return on
  if (kind === 'spend') return latestDecision(on, question, rules)
  // Whether notice is needed depends on the day of the decision, which depends on the notice.
  const noticed = earliestAfter({ route: question.noticeRoute, publishedOn: on })
  const { isKey } = keyDecision(question.amount, question.isForWards, noticed, rules.own)
  return isKey ? noticed : on
}

/** The last working day on which a decision can be made and published so that its money may be spent on a day. */
const latestDecision = (spendOn: CalendarDay, question: SpendQuestion, rules: SpendRules): CalendarDay => {
  let day = spendOn
  while (spendDay(day, day, question, rules) > spendOn || !isWorkingDay(day, rules.holidays)) day = addDays(day, -1)
  return day
}

const closingDay = (
  publishedOn: CalendarDay,
  decisionOn: CalendarDay,
  { isCallInEligible }: SpendQuestion,
  { own, holidays }: SpendRules,
): CalendarDay | null =>
  isCallInEligible ? callInDeadline(publishedOn, ruleOn(own, 'call_in_working_days', decisionOn), holidays) : null

const spendDay = (
  publishedOn: CalendarDay,
  decisionOn: CalendarDay,
  question: SpendQuestion,
  rules: SpendRules,
): CalendarDay => {
  const closesOn = closingDay(publishedOn, decisionOn, question, rules)
  return closesOn === null ? publishedOn : addDays(closesOn, 1)
}

/** The last day of notice before a decision: what `earliestAfter` counts, backwards. */
const latestNotice = (decisionOn: CalendarDay, route: KeyDecisionNotice['route']): CalendarDay =>
  addDays(decisionOn, -daysBetween(decisionOn, earliestAfter({ route, publishedOn: decisionOn })))

const noticeReason = (route: KeyDecisionNotice['route'], isGiven: boolean): string => {
  if (route === 'special_urgency') return 'On the day of the decision, with the agreement of the chair of scrutiny'
  const days = route === 'notice' ? '28 clear days' : '5 clear days, by the general exception,'
  return isGiven ? `${days} after it the decision can be made` : `${days} before the decision, neither day counted`
}

/** The last working day from which so many working days lead up to a day. */
const workingDaysBefore = (day: CalendarDay, workingDays: number, holidays: readonly BankHoliday[]): CalendarDay => {
  let from = day
  while (addWorkingDays(from, workingDays, holidays) > day || !isWorkingDay(from, holidays)) from = addDays(from, -1)
  return from
}

const beforeAuthority = (firstSpendOn: CalendarDay): LawfulSpend['beforeAuthority'] => {
  const startYear = yearOf(firstSpendOn)
  const from = firstDay(startYear)
  if (firstSpendOn <= from) return null
  return { startYear, from, to: addDays(firstSpendOn, -1), days: daysBetween(from, firstSpendOn) }
}

const forYearStart = (
  question: SpendQuestion,
  firstSpendOn: CalendarDay,
  rules: SpendRules,
): LawfulSpend['forYearStart'] => {
  const on = firstDay(yearOf(firstSpendOn))
  if (firstSpendOn <= on) return null
  const decisionBy = latestDecision(on, question, rules)
  const { isKey } = keyDecision(question.amount, question.isForWards, decisionBy, rules.own)
  return { on, decisionBy, noticeBy: isKey ? latestNotice(decisionBy, question.noticeRoute) : null }
}

const between = (holidays: readonly BankHoliday[], from: CalendarDay, to: CalendarDay): BankHoliday[] =>
  holidays.filter(({ on }) => from < on && on <= to)

/** The first of January after the last year for which a holiday is announced. */
const unsureDay = (holidays: readonly BankHoliday[]): CalendarDay => {
  const years = holidays.flatMap(({ on, status }) => (status === 'published' ? [Number(on.slice(0, 4))] : []))
  return `${Math.max(1900, ...years) + 1}-01-01` as CalendarDay
}
