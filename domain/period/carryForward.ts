import type { ChangeLine } from '../change/changeRequest.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { keyOf, type LedgerContext, linesOnOrBelow, pathsUp } from '../ledger/movementRules.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { isInTime, type SpendByTest, testSpendBy } from './testSpendBy.ts'
import { type Profile, profileOf } from './underspend.ts'
import type { YearEndLine } from './yearEndLines.ts'

/** One part of the money that moves along: from which source, to which year, and whether it can be spent there (R20). Pence. */
export interface FundingMoved extends SpendByTest {
  sourceId: Id
  startYear: StartYear
  amount: Pence
}

/** What carrying one underspend forward moves: the plan, its funding, and the authority that stands behind it. Pence. */
export interface CarriedLine {
  line: YearEndLine
  amount: Pence
  profile: Profile
  funding: FundingMoved[]
  /** What no source of the year is left to pay. */
  unfunded: Pence
  lines: ChangeLine[]
}

/** What is left to be moved of one level at one place, from one source. */
interface Pool {
  place: Place
  sourceId: Id | null
  left: number
}

interface Part {
  place: Place
  sourceId: Id | null
  amount: Pence
}

/**
 * The slippage that no request asks for yet, as paired lines that net to nothing: plan out of the year and into the later
 * ones, with the allocation that pays for it and the unspent authority at its place (R18). Where the budget states no
 * source, money that can still be spent later moves first, in the programme's order of sources.
 */
export const carryForward = (
  yearLines: readonly YearEndLine[],
  startYear: StartYear,
  context: LedgerContext,
): CarriedLine[] => {
  const above = pathsUp(context)
  const ofYear = context.balances.filter((line) => line.startYear === startYear)
  const spentOn = linesOnOrBelow(
    ofYear.filter((line) => line.level === 'actual'),
    above,
  )
  const standing = Map.groupBy(ofYear, (line) => [line.level, keyOf(line.place), line.nature].join(' '))
  const known = new Map<string, Pool[]>()
  const poolsAt = (level: BalanceLine['level'], places: readonly Place[], { nature }: YearEndLine): Pool[] =>
    places.flatMap((place) => {
      const key = [level, keyOf(place), nature].join(' ')
      const pools = known.get(key) ?? poolsOf(standing.get(key) ?? [], spentOn(place))
      known.set(key, pools)
      return pools
    })
  const sources = [...context.sources].sort((a, b) => a.sort - b.sort)
  const inOrder = (year: StartYear): Id[] => [
    ...sources.filter((source) => isInTime(source, year)).map(({ id }) => id),
    ...sources.filter((source) => !isInTime(source, year)).map(({ id }) => id),
  ]

  return yearLines.flatMap((line): CarriedLine[] => {
    const { explanation, toAsk } = line
    if (explanation === null || toAsk <= 0) return []
    const profile = lastOf(profileOf(explanation), toAsk)
    const path = above(line.place)
    const planPools = poolsAt('plan', [line.place], line).filter(
      ({ sourceId }) => line.sourceId === null || sourceId === line.sourceId,
    )
    const plan = drawAll(planPools, toAsk, { place: line.place, sourceId: line.sourceId })
    const allocations = poolsAt('allocation', path, line)
    const funding = plan.flatMap((part) => {
      const named = part.sourceId ?? explanation.fundingSourceId
      const order = named === null ? inOrder(profile[0]?.startYear ?? startYear + 1) : [named]
      return draw(
        order.flatMap((id) => allocations.filter(({ sourceId }) => sourceId === id)),
        part.amount,
      )
    })
    const authorities = poolsAt('authority', path, line)
    const stated = new Set(funding.map(({ sourceId }) => sourceId))
    const authority = draw(
      [
        ...authorities.filter(({ sourceId }) => stated.has(sourceId)),
        ...authorities.filter(({ sourceId }) => sourceId === null),
      ],
      toAsk,
    )
    const moved = (level: ChangeLine['level'], parts: readonly Part[]): ChangeLine[] => [
      ...parts.map(({ place, sourceId, amount }) => ({
        level,
        place,
        startYear,
        sourceId,
        nature: line.nature,
        amount: pence(-amount),
      })),
      ...spread(parts, profile).map(({ place, sourceId, startYear: year, amount }) => ({
        level,
        place,
        startYear: year,
        sourceId,
        nature: line.nature,
        amount,
      })),
    ]
    return [
      {
        line,
        amount: toAsk,
        profile,
        funding: spread(funding, profile).map(({ sourceId, startYear: year, amount }) => {
          const source = sources.find(({ id }) => id === sourceId)
          return { sourceId: sourceId as Id, startYear: year, amount, ...testSpendBy(source, year) }
        }),
        unfunded: pence(toAsk - sum(funding.map(({ amount }) => amount))),
        lines: merged([...moved('plan', plan), ...moved('allocation', funding), ...moved('authority', authority)]),
      },
    ]
  })
}

/** By source. Plan that is not spent is what slips; of funding and authority, what was spent stays in its year. */
const poolsOf = (lines: readonly BalanceLine[], spentThere: readonly BalanceLine[]): Pool[] =>
  [...Map.groupBy(lines, ({ sourceId }) => sourceId).values()].flatMap((each) => {
    const [line] = each
    if (!line) return []
    const spent = line.level === 'plan' ? [] : spentThere.filter((paid) => isPaidFrom(paid, line))
    const left = sum([...each.map(({ amount }) => amount), ...spent.map(({ amount }) => -amount)])
    return [{ place: line.place, sourceId: line.sourceId, left: Math.max(0, left) }]
  })

/** Spend that states no source may have been paid from any, and counts against none in particular. */
const isPaidFrom = (spent: BalanceLine, line: BalanceLine): boolean =>
  spent.nature === line.nature && (line.sourceId === null || spent.sourceId === line.sourceId)

/** What the pools give, one after the other, up to an amount; they are lowered by it. */
const draw = (pools: readonly Pool[], amount: Pence): Part[] => {
  let wanted: number = amount
  return pools.flatMap((pool): Part[] => {
    const taken = Math.min(pool.left, wanted)
    if (taken <= 0) return []
    pool.left -= taken
    wanted -= taken
    return [{ place: pool.place, sourceId: pool.sourceId, amount: pence(taken) }]
  })
}

/** The whole amount: what the pools do not hold is taken from where it is said to stand. */
const drawAll = (pools: readonly Pool[], amount: Pence, rest: Omit<Part, 'amount'>): Part[] => {
  const parts = draw(pools, amount)
  const short = pence(amount - sum(parts.map((part) => part.amount)))
  return short > 0 ? [...parts, { ...rest, amount: short }] : parts
}

/** The last part of a profile: what was asked for before took the earlier years. */
const lastOf = (profile: Profile, amount: Pence): Profile => {
  let wanted: number = amount
  return profile
    .toReversed()
    .flatMap(({ startYear, amount: there }) => {
      const taken = Math.min(there, wanted)
      wanted -= taken
      return taken > 0 ? [{ startYear, amount: pence(taken) }] : []
    })
    .reverse()
}

/** The parts over the years, the first part with the first year; both keep their sums as far as the parts reach. */
const spread = (parts: readonly Part[], profile: Profile): (Part & { startYear: StartYear })[] => {
  const years = profile.map((each) => ({ startYear: each.startYear, left: each.amount as number }))
  return parts.flatMap((part) => {
    let left: number = part.amount
    return years.flatMap((year) => {
      const taken = Math.min(left, year.left)
      if (taken <= 0) return []
      left -= taken
      year.left -= taken
      return [{ ...part, startYear: year.startYear, amount: pence(taken) }]
    })
  })
}

/** One line for each level, place, source and year. */
const merged = (lines: readonly ChangeLine[]): ChangeLine[] =>
  [
    ...Map.groupBy(lines, ({ level, place, startYear, sourceId, nature }) =>
      [level, keyOf(place), startYear, sourceId, nature].join(' '),
    ).values(),
  ].flatMap((each): ChangeLine[] => (each[0] ? [{ ...each[0], amount: sum(each.map(({ amount }) => amount)) }] : []))

/** The lines of several underspends as one request carries them. */
export const requestLines = (carried: readonly CarriedLine[]): ChangeLine[] =>
  merged(carried.flatMap(({ lines }) => lines)).filter(({ amount }) => amount !== 0)

/**
 * R18 balances plan without a source against the funding of its own request: what states a source and what does not are
 * asked for apart.
 */
export const carriedBySource = (carried: readonly CarriedLine[]): CarriedLine[][] => {
  const hasUnstated = ({ lines }: CarriedLine) => lines.some((line) => line.level === 'plan' && line.sourceId === null)
  return [carried.filter(hasUnstated), carried.filter((each) => !hasUnstated(each))].filter(({ length }) => length > 0)
}
