import type { CaseFacts } from '../businessCase/caseFacts.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { CaseStatus } from '../programme/scheme.ts'

/** How far a scheme's case for a year has come, and its amount where the case itself says one (pence). */
export interface CaseStanding {
  status: CaseStatus['status']
  /** Null where the plan's amount counts: what is only stated, and cases that no board has recommended. */
  amount: Pence | null
}

const furthest: readonly CaseStatus['status'][] = ['not_yet_developed', 'draft', 'recommended', 'approved']

/**
 * How a scheme stands in a year: by its cases where one covers the year, else by what is stated of the year, else of all
 * years; undefined where nothing is. The case that has come furthest counts, and of two as far the later one.
 */
export const caseStanding = ({
  cases,
  caseStatuses,
}: Pick<ProgrammeFacts, 'cases' | 'caseStatuses'>): ((schemeId: Id, year: StartYear) => CaseStanding | undefined) => {
  const casesOf = Map.groupBy(cases, (each): Id => each.schemeId)
  const statedOf = Map.groupBy(caseStatuses, (each): Id => each.schemeId)
  return (schemeId, year) => {
    const ofCases = casesOf
      .get(schemeId)
      ?.flatMap((each) => standingOf(each, year) ?? [])
      .reduce<CaseStanding | undefined>((best, each) => (best && isFurther(best, each) ? best : each), undefined)
    const own = statedOf.get(schemeId) ?? []
    const said = own.find((each) => each.startYear === year) ?? own.find((each) => each.startYear === null)
    const stated = said && { status: said.status, amount: null }
    // A draft takes nothing away from what a board is stated to have recommended before.
    return ofCases && stated && isFurther(stated, ofCases) ? stated : (ofCases ?? stated)
  }
}

const isFurther = (one: CaseStanding, other: CaseStanding): boolean =>
  furthest.indexOf(one.status) > furthest.indexOf(other.status)

const standingOf = (businessCase: CaseFacts, year: StartYear): CaseStanding | undefined => {
  const status = statusIn(businessCase)
  if (!status) return undefined
  const lines = (businessCase.approved.length > 0 ? businessCase.approved : businessCase.costs).filter(
    (line) => line.amount !== 0,
  )
  const ofYear = lines.filter((line) => line.startYear === year)
  if (status === 'draft') return lines.length === 0 || ofYear.length > 0 ? { status, amount: null } : undefined
  return ofYear.length > 0 ? { status, amount: sum(ofYear.map((line) => line.amount)) } : undefined
}

const statusIn = ({ status, recommendedOn }: CaseFacts): CaseStatus['status'] | undefined => {
  switch (status) {
    case 'approved':
    case 'approved_with_conditions':
      return 'approved'
    case 'recommended':
      return 'recommended'
    case 'deferred':
      return recommendedOn === null ? 'draft' : 'recommended'
    case 'draft':
    case 'submitted':
    case 'in_review':
    case 'returned':
    case 'not_recommended':
    case 'refused':
      return 'draft'
    default:
      return undefined
  }
}
