import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { BusinessCase } from './businessCase.ts'
import { depthOf, missing } from './completeness.ts'
import { checkTie, tieWithPlan } from './tieWithPlan.ts'

/** Whether a case may be submitted: complete for its stage, tied with the plan, and funded. Throws `case-incomplete`, `does-not-tie`, `not-funded`. */
export const checkSubmission = (
  businessCase: BusinessCase,
  balances: readonly BalanceLine[],
  sourceName: (id: Id) => string,
): void => {
  // What has no source is said with its amount below, and not as one gap among others.
  const gaps = missing(businessCase).filter(({ field }) => !field.endsWith('.sourceId'))
  if (gaps.length > 0) fail('case-incomplete', { fields: gaps.map(({ field }) => field) })
  checkTie(tieWithPlan(businessCase, balances), sourceName, depthOf[businessCase.stage].needsFunding)
}

type Compared = Pick<BusinessCase, 'id' | 'schemeId' | 'stage' | 'status' | 'reference' | 'costs'>

const underWay: readonly BusinessCase['status'][] = ['submitted', 'in_review', 'recommended', 'deferred']
const approved: readonly BusinessCase['status'][] = ['approved', 'approved_with_conditions']

/** Throws `duplicate-case` where another live case of the same scheme and stage covers one of its years (R37). */
export const checkDuplicate = (
  businessCase: Pick<BusinessCase, 'supersedesId'> & Compared,
  others: readonly Compared[],
): void => {
  const years = new Set(yearsOf(businessCase))
  const twin = others.find(
    (other) =>
      other.id !== businessCase.id &&
      other.schemeId === businessCase.schemeId &&
      other.stage === businessCase.stage &&
      (underWay.includes(other.status) ||
        (approved.includes(other.status) && other.id !== businessCase.supersedesId)) &&
      yearsOf(other).some((year) => years.has(year)),
  )
  if (twin) fail('duplicate-case', { reference: twin.reference })
}

const yearsOf = ({ costs }: Compared): number[] =>
  costs.filter((line) => line.amount !== 0).map((line) => line.startYear)
