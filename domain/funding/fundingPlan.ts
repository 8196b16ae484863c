import { type StartYear, yearOf } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
import { type FundingSource, isBorrowing } from '../programme/fundingSource.ts'
import type { YearStatus } from '../programme/yearStatus.ts'
import { type FundingSwap, type SwapFault, withSwaps } from './fundingSwap.ts'
import { addedCosts, type CostYear, type SourceCost, sourceCosts } from './revenueCost.ts'
import { type Certainty, type Need, type Pot, type Waterfall, waterfall } from './waterfall.ts'

/** One way to pay for the programme: who pays in which order, what takes the place of what, and which money comes late. */
export interface FundingPlan {
  /** The sources in the order in which they pay. */
  order: Id[]
  swaps: FundingSwap[]
  /** What if: the money of these sources comes a year later than allocated. */
  lateSourceIds: Id[]
}

/** What speaks against a source in a plan. Amounts in pence. */
export type FundingRisk =
  | { kind: 'lapses'; sourceId: Id; amount: Pence }
  | { kind: 'near-spend-by'; sourceId: Id; startYear: StartYear; amount: Pence }
  | { kind: 'unsecured'; sourceId: Id; amount: Pence }

export interface PlanOutcome {
  /** The sources in the order of the plan: that of the parts of the waterfall. */
  sources: FundingSource[]
  waterfall: Waterfall
  faults: (SwapFault | null)[]
  isLawful: boolean
  need: Pence
  paid: Pence
  uncovered: Pence
  borrowing: Pence
  costs: SourceCost[]
  /** Null where the terms of a source that borrows are not recorded. */
  costByYear: CostYear[] | null
  /** The dearest year, and interest over the whole life; null as above. */
  dearest: CostYear | null
  interest: Pence | null
  risks: FundingRisk[]
}

interface PlanContext {
  sources: readonly FundingSource[]
  pots: readonly Pot[]
  needs: readonly Need[]
  years: readonly Pick<YearStatus, 'startYear' | 'status'>[]
  certainty: Certainty
}

/** What a plan comes to: who pays what, what it costs revenue, and what may go wrong. */
export const outcomeOf = (plan: FundingPlan, context: PlanContext): PlanOutcome => {
  const rank = new Map(plan.order.map((id, at) => [id, at]))
  const sources = [...context.sources].sort(
    (a, b) => (rank.get(a.id) ?? plan.order.length) - (rank.get(b.id) ?? plan.order.length) || a.sort - b.sort,
  )
  const { pots, faults } = withSwaps(plan.swaps, { ...context, sources })
  const late = new Set(plan.lateSourceIds)
  const coming = pots.map((pot) => (late.has(pot.sourceId) ? { ...pot, startYear: pot.startYear + 1 } : pot))
  const paidFrom = waterfall(sources, coming, context.needs, context.certainty)
  const costs = sourceCosts(paidFrom.payments, sources)
  const costByYear = addedCosts(costs)
  const totalOf = (of: (year: Waterfall['years'][number]) => number) => sum(paidFrom.years.map(of))
  const [need, uncovered] = [totalOf((year) => year.need), totalOf((year) => year.uncovered)]
  return {
    sources,
    waterfall: paidFrom,
    faults,
    isLawful: faults.every((fault) => fault === null),
    need,
    uncovered,
    paid: sum(paidFrom.payments.map(({ amount }) => amount)),
    borrowing: totalOf((year) => year.borrowing),
    costs,
    costByYear,
    dearest:
      costByYear?.reduce<CostYear | null>((most, year) => (most && most.total >= year.total ? most : year), null) ??
      null,
    interest: costByYear && sum(costByYear.map(({ interest }) => interest)),
    risks: risksOf(paidFrom, sources),
  }
}

/** What lapses, what pays only just before its spend-by day, and what pays though nobody has promised it. */
const risksOf = ({ payments, sources: uses }: Waterfall, sources: readonly FundingSource[]): FundingRisk[] =>
  sources.flatMap((source): FundingRisk[] => {
    const use = uses.find(({ sourceId }) => sourceId === source.id)
    const own = payments.filter(({ sourceId }) => sourceId === source.id)
    const lastYear = source.spendByOn === null ? null : yearOf(source.spendByOn)
    const inLast = sum(own.filter(({ startYear }) => startYear === lastYear).map(({ amount }) => amount))
    const isPromised = source.securedStatus === 'secured' || source.securedStatus === 'received' || isBorrowing(source)
    const paid = use?.paid ?? ZERO
    return [
      ...(use && use.lapsing > 0 ? [{ kind: 'lapses' as const, sourceId: source.id, amount: use.lapsing }] : []),
      ...(lastYear !== null && inLast > 0
        ? [{ kind: 'near-spend-by' as const, sourceId: source.id, startYear: lastYear, amount: inLast }]
        : []),
      ...(!isPromised && paid > 0 ? [{ kind: 'unsecured' as const, sourceId: source.id, amount: paid }] : []),
    ]
  })

/**
 * The order that costs revenue least: money that costs nothing first, what has to be spent soonest before the rest, and then
 * borrowing by what a pound of it costs over its life. What is not known of borrowing comes last.
 */
export const cheapestOrder = (sources: readonly FundingSource[]): Id[] =>
  [...sources]
    .sort((a, b) => {
      if (isBorrowing(a) !== isBorrowing(b)) return isBorrowing(a) ? 1 : -1
      if (isBorrowing(a)) return (lifeCost(a) === lifeCost(b) ? 0 : lifeCost(a) - lifeCost(b)) || a.sort - b.sort
      return (a.spendByOn ?? '9999') < (b.spendByOn ?? '9999') ? -1 : a.spendByOn === b.spendByOn ? a.sort - b.sort : 1
    })
    .map(({ id }) => id)

/** Interest on a pound set aside in equal parts: rate × (life + 1) ÷ 2. */
const lifeCost = ({ interestRateBp, assetLifeYears }: FundingSource): number =>
  interestRateBp === null || assetLifeYears === null ? Number.MAX_VALUE : (interestRateBp * (assetLifeYears + 1)) / 2

/** The plan as it stands: policy order and nothing swapped. */
export const planAsItStands = (sources: readonly Pick<FundingSource, 'id' | 'sort'>[]): FundingPlan => ({
  order: [...sources].sort((a, b) => a.sort - b.sort).map(({ id }) => id),
  swaps: [],
  lateSourceIds: [],
})

/** What one plan saves against another over all years; positive where the second costs less. Null where either is unknown. */
export const savingOver = (one: PlanOutcome, other: PlanOutcome): Pence | null =>
  one.costByYear && other.costByYear
    ? pence(sum(one.costByYear.map(({ total }) => total)) - sum(other.costByYear.map(({ total }) => total)))
    : null
