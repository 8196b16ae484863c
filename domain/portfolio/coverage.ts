import type { YearRange } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import type { CaseStatus } from '../programme/scheme.ts'
import { totalOf } from './cell.ts'

type Status = CaseStatus['status']

/**
 * How much of the authority asked or given stands on a business case, in pence by the status of the case (domain A7).
 * `notStated` is the remainder to the total and is negative where more is planned on stated cases than was asked.
 */
export interface Coverage {
  /** Authority given and asked for; where there is neither, the plan. */
  total: Pence
  basis: 'authority' | 'plan'
  byStatus: Record<Status, { amount: Pence; schemes: number }>
  notStated: Pence
}

export const coverage = (facts: ProgrammeFacts, years: YearRange): Coverage => {
  const holds = (year: number) => years.from <= year && year <= years.to
  const asked = facts.decisions
    .filter((decision) => decision.status === 'made')
    .flatMap((decision) => decision.lines)
    .filter((line) => line.level === 'authority' && holds(line.startYear))
  const authority = sum([totalOf(facts.balances, 'authority', holds), ...asked.map((line) => line.amount)])
  const basis = authority === 0 ? 'plan' : 'authority'
  const total = basis === 'plan' ? totalOf(facts.balances, 'plan', holds) : authority

  const statusOf = caseStatusOf(facts.caseStatuses)
  const planned = Map.groupBy(
    facts.balances.filter((line) => line.level === 'plan' && line.place.kind === 'scheme' && holds(line.startYear)),
    statusOf,
  )
  const of = (status: Status) => {
    const lines = planned.get(status) ?? []
    const schemes = new Set(lines.filter((line) => line.amount !== 0).map((line) => line.place.id)).size
    return { amount: sum(lines.map((line) => line.amount)), schemes }
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

/** The status of a line's case: what is said of its year, else what is said of all years. */
const caseStatusOf = (statuses: readonly CaseStatus[]) => {
  const byScheme = Map.groupBy(statuses, (each): Id => each.schemeId)
  return (line: BalanceLine): Status | undefined => {
    const own = byScheme.get(line.place.id) ?? []
    const said = own.find((each) => each.startYear === line.startYear) ?? own.find((each) => each.startYear === null)
    return said?.status
  }
}
