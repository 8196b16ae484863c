import type { Reading } from '../../../db/schema.ts'
import { authorityRequests, businessCases, decisions, ruleValues } from '../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import { bankHolidays } from '../../../domain/bankHolidays.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { addDays, type CalendarDay, daysBetween, weekday } from '../../../domain/calendarDay.ts'
import type { Decision } from '../../../domain/programme/decision.ts'
import type { DatedRuleValue } from '../../../domain/route/ruleValue.ts'

export interface Line {
  decisionId: string | null
  level: string
  placeId: string
  startYear: number
  amount: number
  effectiveOn: CalendarDay
}

/** What the file holds of money, and what stands behind it. */
export interface Held {
  lines: Line[]
  decisions: Map<string, Decision>
  requests: Map<string, AuthorityRequest>
  cases: Map<string, BusinessCase>
  rules: DatedRuleValue[]
}

/** What the ledger holds that no effective decision, no allocation or no approved case stands behind. */
export const wrongMoney = async (db: Reading): Promise<string[]> => {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .select(['movement.decision_id', 'level', 'place_id', 'start_year', 'amount_pence', 'effective_on'])
    .execute()
  const byId = <T extends { id: string }>(list: T[]) => new Map<string, T>(list.map((each) => [each.id, each]))
  return moneyWrongsIn({
    lines: rows.map((row) => ({
      decisionId: row.decision_id,
      level: row.level,
      placeId: row.place_id,
      startYear: row.start_year,
      amount: Number(row.amount_pence),
      effectiveOn: row.effective_on as CalendarDay,
    })),
    decisions: byId(await decisions.list(db)),
    requests: byId(await authorityRequests.list(db)),
    cases: byId(await businessCases.list(db)),
    rules: await ruleValues.list(db),
  })
}

export const moneyWrongsIn = (held: Held): string[] => {
  const found = held.lines.flatMap((line) =>
    wrongsOf(line, held).map((words) => `${line.level} ${line.amount}: ${words}`),
  )
  return [...found, ...wrongSums(held)]
}

const wrongsOf = (line: Line, held: Held): string[] => {
  if (line.level === 'authority') return wrongAuthority(line, held)
  return line.level === 'released' ? wrongRelease(line, held) : []
}

const wrongAuthority = (line: Line, { decisions: known, requests, rules }: Held): string[] => {
  const decision = known.get(line.decisionId ?? '')
  const request = requests.get(decision?.about?.id ?? '')
  const made = request?.decision
  if (!decision || !request || !made || decision.about?.kind !== 'authority_request') return ['without a decision']
  const found: string[] = []
  const note = (isWrong: boolean, words: string) => isWrong && found.push(words)
  note(decision.status !== 'effective' || request.status !== 'effective', 'the decision is not effective')
  note(made.outcome !== 'approved' && made.outcome !== 'approved_as_amended', 'the decision does not approve')
  note(made.paperId === null || decision.paperSha256 === null, 'decided without its paper')
  note(line.effectiveOn !== decision.effectiveOn, 'not on the day of its effect')
  const { financeCheck, legalCheck, notice, publishedOn, callIn, cover } = request
  note(!financeCheck || !legalCheck || request.writers.includes(financeCheck.by), 'without its checks')
  note(publishedOn === null || line.effectiveOn < publishedOn, 'before its publication')
  note(decision.kind === 'key' && !notice, 'a key decision without notice')
  const clear = notice?.route === 'notice' ? 29 : notice?.route === 'general_exception' ? 6 : 0
  note(notice !== null && daysBetween(notice.publishedOn, made.madeOn) < clear, 'within the clear days of its notice')
  note(callIn !== null && callIn.outcome !== 'released', 'called in and not released')
  const window = rules
    .filter(({ rule, fromOn }) => rule === 'call_in_working_days' && fromOn <= made.madeOn)
    .map(({ value }) => value)
  if (cover.isCallInEligible && publishedOn !== null) {
    note(workingDaysBetween(publishedOn, line.effectiveOn) < Math.min(5, ...window), 'within its call-in window')
  }
  return found
}

/** The working days after the one day and before the other. */
const workingDaysBetween = (from: CalendarDay, until: CalendarDay): number => {
  let count = 0
  for (let day = addDays(from, 1); day < until; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && !bankHolidays.some(({ on }) => on === day)) count += 1
  }
  return count
}

/** The states of a case that was approved once. */
const approved = ['approved', 'approved_with_conditions', 'superseded', 'lapsed']

const wrongRelease = (line: Line, { decisions: known, cases }: Held): string[] => {
  const decision = known.get(line.decisionId ?? '')
  const businessCase = cases.get(decision?.about?.id ?? '')
  if (!decision || !businessCase || decision.about?.kind !== 'business_case') return ['without an approval']
  const found: string[] = []
  const note = (isWrong: boolean, words: string) => isWrong && found.push(words)
  const { status, approvedOn, conditions } = businessCase
  note(!approved.includes(status) || approvedOn === null, 'the case is not approved')
  note(approvedOn !== null && line.effectiveOn < approvedOn, 'before the approval')
  const isOpen = conditions.some((each) => !each.isAfterRelease && each.dischargedBy === null)
  note(isOpen, 'with a condition that is open')
  note(line.placeId !== businessCase.schemeId, 'for another scheme')
  return found
}

/** Through each year: released within authority, authority within allocation, over all and on each scheme by itself. */
const wrongSums = ({ lines, cases }: Held): string[] => {
  const found: string[] = []
  const years = [...new Set(lines.map(({ startYear }) => startYear))]
  const sum = (level: string, year: number, placeId?: string) =>
    lines
      .filter((line) => line.level === level && line.startYear <= year && (placeId ?? line.placeId) === line.placeId)
      .reduce((total, { amount }) => total + amount, 0)
  for (const year of years) {
    if (sum('authority', year) > sum('allocation', year)) found.push(`authority above allocation in ${year}`)
    if (sum('released', year) > sum('authority', year)) found.push(`released above authority in ${year}`)
    for (const placeId of new Set(lines.map((line) => line.placeId))) {
      const allocation = sum('allocation', year, placeId)
      if (allocation > 0 && sum('authority', year, placeId) > allocation) {
        found.push(`authority above allocation on ${placeId} in ${year}`)
      }
      const most = Math.max(0, ...[...cases.values()].filter(({ schemeId }) => schemeId === placeId).map(approvedSum))
      if (sum('released', year, placeId) > most) found.push(`released above what was approved on ${placeId} in ${year}`)
    }
  }
  return found
}

const approvedSum = (each: BusinessCase): number => each.approved.reduce((total, { amount }) => total + amount, 0)
