import { addDays, daysBetween } from '../calendarDay.ts'
import { firstDay, formatYear } from '../financialYear.ts'
import { formatDay } from '../inWords.ts'
import { formatInSentence, pence, sum } from '../money.ts'
import { limitOn } from '../people/delegationLimit.ts'
import { covered } from '../portfolio/coverage.ts'
import { ruleOn } from '../route/rulesInForce.ts'
import { isWithin, nameOf } from '../tieOut/ledgerSums.ts'
import { addWorkingDays, effectiveAfterCallIn } from '../workingDays.ts'
import { at, type CheckDraft } from './requestCheck.ts'
import type { CheckContext } from './requestChecks.ts'
import { isOpenToCallIn, requestAmount, yearsOf } from './requestDecision.ts'
import { earliestAfter } from './requestLifecycle.ts'

/** The first day on which the request's money may be spent when it is decided and published on the day looked at. */
export const firstSpendOf = ({ request, route, day, own, holidays }: CheckContext) =>
  isOpenToCallIn(request, route.stages)
    ? effectiveAfterCallIn(request.publishedOn ?? day, ruleOn(own, 'call_in_working_days', day), holidays)
    : (request.publishedOn ?? day)

/** R09: nothing is spent before its authority; a year that has begun is asked for too late for its first days. */
export const beforeAuthorityChecks = (context: CheckContext): CheckDraft[] => {
  const { request, facts } = context
  const spendFrom = firstSpendOf(context)
  const begun = yearsOf(request.lines).filter(
    (year) => firstDay(year) < spendFrom && request.lines.some((line) => line.startYear === year && line.amount > 0),
  )
  const inYear = begun.map((startYear): CheckDraft => {
    const from = firstDay(startYear)
    const days = daysBetween(from, spendFrom)
    return {
      rule: 'R09',
      passes: false,
      sentence: `${formatYear(startYear)} began on ${formatDay(from)}. Spend from then to ${formatDay(addDays(spendFrom, -1))} (${days} days) would be before authority.`,
      numbers: [],
      where: at('decision', { field: 'decisionDueOn', startYear }),
    }
  })
  const spent = facts.balances.filter(
    (line) =>
      (line.level === 'commitment' || line.level === 'actual') &&
      line.amount > 0 &&
      request.lines.some((asked) => asked.startYear === line.startYear && isWithin(facts, line.place, asked.place)) &&
      !facts.balances.some(
        (each) => each.level === 'released' && each.amount > 0 && isWithin(facts, each.place, line.place),
      ),
  )
  const already = spent.map(
    (line): CheckDraft => ({
      rule: 'R09',
      passes: false,
      sentence: `${nameOf(facts, line.place)} has ${line.level === 'actual' ? 'spent' : 'committed'} ${formatInSentence(line.amount)} in ${formatYear(line.startYear)} before any of it was released.`,
      numbers: [{ label: line.level === 'actual' ? 'Spent' : 'Committed', amount: line.amount }],
      where: at('lines', { place: line.place, startYear: line.startYear }),
    }),
  )
  const found = [...inYear, ...already]
  const passed: CheckDraft = {
    rule: 'R09',
    passes: true,
    sentence: 'No year that is asked for begins before there can be authority.',
    numbers: [],
    where: at('decision', { field: 'decisionDueOn' }),
  }
  return found.length > 0 ? found : [passed]
}

/** R11: 28 clear days of notice before a key decision, or an exception with its agreement; and the report in time. */
export const noticeChecks = (context: CheckContext): CheckDraft[] => {
  const { request, key, day, today, own, holidays } = context
  const where = at('notice')
  const one = (passes: boolean, sentence: string): CheckDraft[] => [
    { rule: 'R11', passes, sentence, numbers: [], where, stopsBefore: 'decide' },
  ]
  if (!key.isKey) return one(true, 'It is no key decision and needs no notice.')
  const { notice } = request
  if (notice === null) {
    const latest = addDays(day, -29)
    return one(
      latest >= today,
      latest >= today
        ? `The notice has to be published by ${formatDay(latest)}, 29 days before the decision.`
        : `The notice had to be published by ${formatDay(latest)}. The decision has to be later, or an exception agreed.`,
    )
  }
  const earliest = earliestAfter(notice)
  const inTime = one(
    day >= earliest,
    day >= earliest
      ? `Notice was given on ${formatDay(notice.publishedOn)}. The decision can be made from ${formatDay(earliest)}.`
      : `Notice was given on ${formatDay(notice.publishedOn)}. The decision can be made from ${formatDay(earliest)}, not on ${formatDay(day)}.`,
  )
  const { reportPublishedOn } = request
  if (reportPublishedOn === null) return inTime
  const workingDays = ruleOn(own, 'report_working_days', day)
  const isLate = addWorkingDays(reportPublishedOn, workingDays, holidays) > day
  return [
    ...inTime,
    {
      rule: 'R11',
      severity: 'warn',
      passes: !isLate,
      sentence: isLate
        ? `The report was published on ${formatDay(reportPublishedOn)}, fewer than ${workingDays} working days before the decision.`
        : `The report was published on ${formatDay(reportPublishedOn)}, ${workingDays} working days or more before the decision.`,
      numbers: [],
      where,
    },
  ]
}

/** R12: when the money may first be spent; a key decision that is kept from call-in says why. */
export const callInChecks = (context: CheckContext): CheckDraft[] => {
  const { request, key, day, own } = context
  const spendFrom = firstSpendOf(context)
  const isUnexplained = key.isKey && !request.cover.isCallInEligible && request.cover.callInExemption.trim() === ''
  const window = `${ruleOn(own, 'call_in_working_days', day)} working days`
  return [
    {
      rule: 'R12',
      passes: !isUnexplained,
      sentence: isUnexplained
        ? 'A key decision that cannot be called in needs the reason, and who agreed to it.'
        : isOpenToCallIn(request, context.route.stages)
          ? `Decided and published on ${formatDay(day)}, it can be called in for ${window}. Nothing is spent before ${formatDay(spendFrom)}.`
          : `It cannot be called in. Nothing is spent before ${formatDay(spendFrom)}.`,
      numbers: [],
      where: at('cover', { field: isUnexplained ? 'callInExemption' : 'isCallInEligible' }),
    },
  ]
}

/** R13: the threshold of the day of the decision, and what makes the decision a key one. */
export const thresholdChecks = ({ request, key, day }: CheckContext): CheckDraft[] => {
  const needsReason = request.cover.isSignificantForWards && request.cover.significance.trim() === ''
  const over = key.isOverThreshold ? 'over' : 'not over'
  const wards = key.isForWards ? ' It is stated to be significant for two or more wards.' : ''
  return [
    {
      rule: 'R13',
      passes: !needsReason,
      sentence: needsReason
        ? 'It is stated to be significant for two or more wards, without the reason.'
        : `${key.isKey ? 'Key decision' : 'No key decision'}: ${formatInSentence(key.amount)} is ${over} ${formatInSentence(key.threshold)}, the threshold on ${formatDay(day)}.${wards}`,
      numbers: [
        { label: 'Asked for', amount: key.amount },
        { label: 'Threshold', amount: key.threshold },
      ],
      where: at('cover', { field: needsReason ? 'significance' : 'isSignificantForWards' }),
    },
  ]
}

/** R15: a board on the route has done its part at a quorate meeting before the decision is made. */
export const boardChecks = ({ request, route }: CheckContext): CheckDraft[] => {
  const boards = route.stages.flatMap((stage, index) => (stage.by?.kind === 'board' ? [{ ...stage, index }] : []))
  const open = boards.filter(({ index, act }) => act === 'recommend' && index >= request.stagesPassed)
  const first = open[0]
  return [
    {
      rule: 'R15',
      stopsBefore: 'decide',
      passes: first === undefined,
      sentence: first
        ? `${first.name}: the board has not recommended it yet.`
        : boards.length === 0
          ? 'No board decides on it. An officer does.'
          : 'The boards on its route have recommended it.',
      numbers: [],
      where: at('decision'),
    },
  ]
}

/** R16: whoever holds the office that decides may decide so much on that day. */
export const limitChecks = ({ request, accounts, day }: CheckContext): CheckDraft[] => {
  const amount = requestAmount(request.lines)
  const holders = accounts.filter(({ title, isRemoved }) => !isRemoved && title === request.decisionTaker)
  const places = [...new Set(request.lines.map(({ place }) => place.id))]
  const limits = holders.flatMap((account) => limitOn(account, 'decision_taker', day, places) ?? [])
  const limit = limits.length === 0 ? null : pence(Math.max(...limits))
  const passes = accounts.length === 0 || (limit !== null && limit >= amount)
  return [
    {
      rule: 'R16',
      stopsBefore: 'decide',
      passes,
      sentence:
        accounts.length === 0
          ? 'Nobody signs in to this programme, so that no limit is laid down.'
          : limit === null
            ? `Nobody who decides on money holds the office ${request.decisionTaker === '' ? 'that decides' : `of ${request.decisionTaker}`} on ${formatDay(day)}.`
            : `${request.decisionTaker} may decide up to ${formatInSentence(limit)} on ${formatDay(day)}, and this is ${formatInSentence(amount)}.`,
      numbers: [{ label: 'Asked for', amount }, ...(limit === null ? [] : [{ label: 'Limit', amount: limit }])],
      where: at('decision', { field: 'decisionTaker' }),
    },
  ]
}

/** R10: how much of what is asked for stands on an approved case; the rest is held until there is one. */
export const caseChecks = ({ request, facts }: CheckContext): CheckDraft[] => {
  const asked = requestAmount(request.lines)
  const years = new Set(yearsOf(request.lines))
  const standing = covered(facts, (year) => years.has(year)).filter(({ schemeId, year }) =>
    request.lines.some(
      (line) => line.startYear === year && isWithin(facts, { kind: 'scheme', id: schemeId }, line.place),
    ),
  )
  const amountOf = (wanted: string) =>
    sum(standing.filter(({ status }) => status === wanted).map(({ amount }) => amount))
  const [approved, recommended, missing] = [
    amountOf('approved'),
    amountOf('recommended'),
    amountOf('not_yet_developed'),
  ]
  const rest = pence(asked - approved - recommended - missing)
  const passes = approved >= asked
  return [
    {
      rule: 'R10',
      passes,
      sentence: passes
        ? 'All of it stands on approved business cases.'
        : `${formatInSentence(approved)} of ${formatInSentence(asked)} stands on an approved business case. The rest is held until there is one.`,
      numbers: [
        { label: 'Approved case', amount: approved },
        { label: 'Recommended case', amount: recommended },
        { label: 'Case not yet developed', amount: missing },
        { label: 'Nothing stated', amount: rest },
      ],
      where: at('lines'),
    },
  ]
}
