import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, splitByWeights, sum } from '../money.ts'
import { type FundingSource, isBorrowing } from '../programme/fundingSource.ts'
import type { Payment } from './waterfall.ts'

/** What borrowing costs revenue in one year. Pence. */
export interface CostYear {
  startYear: StartYear
  /** What is not yet set aside as the year begins. */
  outstanding: Pence
  interest: Pence
  /** Minimum revenue provision. */
  mrp: Pence
  total: Pence
}

type BorrowingTerms = Pick<FundingSource, 'interestRateBp' | 'assetLifeYears'>

/** What is not recorded of a source, without which its cost is not known. */
export type MissingTerm = 'interest rate' | 'asset life'

export interface SourceCost {
  sourceId: Id
  borrowed: Pence
  missing: MissingTerm[]
  /** Null where something is missing. */
  years: CostYear[] | null
}

/** What the cost is worked out from, for whoever checks it. */
export const costAssumptions: readonly string[] = [
  'Money is borrowed at the end of the year that it pays for, so its cost begins in the year after.',
  'Minimum revenue provision (asset life method): what was borrowed ÷ asset life, in equal parts each year.',
  'Interest: what is not yet set aside as the year begins × the interest rate of the source, the same in every year.',
  'No income, no tax and no early repayment; prices as they stand.',
]

/** The yearly cost of amounts borrowed on the same terms. The parts set aside add up to each amount to the penny. */
export const revenueCost = (
  borrowed: readonly { startYear: StartYear; amount: Pence }[],
  { interestRateBp, assetLifeYears }: { interestRateBp: number; assetLifeYears: number },
): CostYear[] => {
  const byYear = new Map<StartYear, { outstanding: number; mrp: number }>()
  for (const { startYear, amount } of borrowed) {
    if (amount === 0) continue
    let outstanding: number = amount
    for (const [at, part] of splitByWeights(amount, Array(assetLifeYears).fill(1)).entries()) {
      const year = startYear + 1 + at
      const known = byYear.get(year) ?? { outstanding: 0, mrp: 0 }
      byYear.set(year, { outstanding: known.outstanding + outstanding, mrp: known.mrp + part })
      outstanding -= part
    }
  }
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([startYear, { outstanding, mrp }]) => {
      const interest = percentOf(outstanding, interestRateBp)
      return { startYear, outstanding: pence(outstanding), interest, mrp: pence(mrp), total: pence(interest + mrp) }
    })
}

/** What each source of borrowing that pays for something costs, in the order of the sources. */
export const sourceCosts = (
  payments: readonly Payment[],
  sources: readonly (Pick<FundingSource, 'id' | 'category'> & BorrowingTerms)[],
): SourceCost[] =>
  sources.filter(isBorrowing).flatMap((source): SourceCost[] => {
    const own = payments.filter(({ sourceId }) => sourceId === source.id)
    const borrowed = sum(own.map(({ amount }) => amount))
    if (borrowed === 0) return []
    const { interestRateBp, assetLifeYears } = source
    const isKnown = interestRateBp !== null && assetLifeYears !== null
    return [
      {
        sourceId: source.id,
        borrowed,
        missing: [
          ...(interestRateBp === null ? (['interest rate'] as const) : []),
          ...(assetLifeYears === null ? (['asset life'] as const) : []),
        ],
        years: isKnown ? revenueCost(own, { interestRateBp, assetLifeYears }) : null,
      },
    ]
  })

/** The costs of several sources year by year, or null where one of them is not known. */
export const addedCosts = (costs: readonly SourceCost[]): CostYear[] | null => {
  const byYear = new Map<StartYear, CostYear>()
  for (const { years } of costs) {
    if (years === null) return null
    for (const year of years) {
      const known = byYear.get(year.startYear)
      byYear.set(year.startYear, known ? added(known, year) : year)
    }
  }
  return [...byYear.values()].sort((a, b) => a.startYear - b.startYear)
}

const added = (one: CostYear, other: CostYear): CostYear => ({
  startYear: one.startYear,
  outstanding: pence(one.outstanding + other.outstanding),
  interest: pence(one.interest + other.interest),
  mrp: pence(one.mrp + other.mrp),
  total: pence(one.total + other.total),
})

/** Rounded to the penny, half up; exact, whatever the amount. */
const percentOf = (amount: number, basisPoints: number): Pence =>
  pence(Number((BigInt(amount) * BigInt(basisPoints) + 5_000n) / 10_000n))
