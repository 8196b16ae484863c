import type { StartYear, YearRange } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { CaseStatus } from '../programme/scheme.ts'
import { caseStanding } from './caseStanding.ts'
import { linesByPlace } from './linesByPlace.ts'
import { totalOf } from './standing.ts'

type Status = CaseStatus['status']

/**
 * How much of the authority asked or given stands on a business case, in pence by the status of the case (domain A7): what
 * a recommended or approved case says itself, else the plan of what is stated to have one. `notStated` is the remainder
 * to the total and is negative where more is planned on stated cases than was asked.
 */
export interface Coverage {
  /** Authority given and asked for; where there is neither, the plan. */
  total: Pence
  basis: 'authority' | 'plan'
  byStatus: Record<Status, { amount: Pence; schemes: number }>
  notStated: Pence
}

/** What coverage is worked out from; of the decisions only those that are made and wait for their day. */
export type CoverageFacts = Pick<ProgrammeFacts, 'decisions' | 'balances' | 'cases' | 'caseStatuses'>

export const coverage = (facts: CoverageFacts, years: YearRange): Coverage => {
  const holds = (year: number) => years.from <= year && year <= years.to
  const asked = facts.decisions
    .filter((decision) => decision.status === 'made')
    .flatMap((decision) => decision.lines)
    .filter((line) => line.level === 'authority' && holds(line.startYear))
  const authority = sum([totalOf(facts.balances, 'authority', holds), ...asked.map((line) => line.amount)])
  const basis = authority === 0 ? 'plan' : 'authority'
  const total = basis === 'plan' ? totalOf(facts.balances, 'plan', holds) : authority

  const parts = covered(facts, holds)
  const of = (status: Status) => {
    const own = parts.filter((part) => part.status === status && part.amount !== 0)
    return { amount: sum(own.map((part) => part.amount)), schemes: new Set(own.map((part) => part.schemeId)).size }
  }
  const byStatus = {
    not_yet_developed: of('not_yet_developed'),
    draft: of('draft'),
    recommended: of('recommended'),
    approved: of('approved'),
  }
  const stated = sum(Object.values(byStatus).map((each) => each.amount))
  return { total, basis, byStatus, notStated: pence(total - stated) }
}

interface Part {
  schemeId: Id
  year: StartYear
  status: Status
  amount: Pence
}

/** What stands on a case by scheme and year, in pence: what the case itself says, else the plan. */
export const covered = (facts: CoverageFacts, holds: (year: number) => boolean): Part[] => {
  const standing = caseStanding(facts)
  const linesAt = linesByPlace(facts.balances)
  const casesOf = Map.groupBy(facts.cases, (each): Id => each.schemeId)
  const schemeIds = new Set([...facts.cases, ...facts.caseStatuses].map((each) => each.schemeId))
  const parts: Part[] = []
  for (const schemeId of schemeIds) {
    const years = new Map<StartYear, number>()
    const add = (year: StartYear, amount: number) => {
      if (holds(year)) years.set(year, (years.get(year) ?? 0) + amount)
    }
    for (const { level, startYear, amount } of linesAt(schemeId)) if (level === 'plan') add(startYear, amount)
    // A year that nobody plans for, and a case does.
    for (const { costs, approved } of casesOf.get(schemeId) ?? []) {
      for (const { startYear, amount } of [...costs, ...approved]) if (amount !== 0) add(startYear, ZERO)
    }
    for (const [year, amount] of years) {
      const found = standing(schemeId, year)
      if (found) parts.push({ schemeId, year, status: found.status, amount: found.amount ?? pence(amount) })
    }
  }
  return parts
}
