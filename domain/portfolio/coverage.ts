import type { StartYear, YearRange } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { CaseStatus } from '../programme/scheme.ts'
import { caseStanding } from './caseStanding.ts'
import { inEachYear, linesByPlace, totalOf } from './cell.ts'

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
  const placed = new Map<Id, Map<StartYear, Pence>>()
  const place = (schemeId: Id, year: StartYear, amount: Pence) => {
    if (!holds(year)) return
    const years = placed.get(schemeId)
    if (years) years.set(year, amount)
    else placed.set(schemeId, new Map([[year, amount]]))
  }
  for (const { schemeId, costs, approved } of facts.cases) {
    for (const { startYear, amount } of [...costs, ...approved]) if (amount !== 0) place(schemeId, startYear, ZERO)
  }
  for (const schemeId of new Set([...facts.cases, ...facts.caseStatuses].map((each) => each.schemeId))) {
    for (const { year, amount } of inEachYear(linesAt(schemeId), 'plan')) place(schemeId, year, pence(amount))
  }
  return [...placed].flatMap(([schemeId, years]) =>
    [...years].flatMap(([year, amount]) => {
      const found = standing(schemeId, year)
      return found ? [{ schemeId, year, status: found.status, amount: found.amount ?? amount }] : []
    }),
  )
}
