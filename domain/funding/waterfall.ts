import { type StartYear, yearOf } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Nature } from '../ledger/entry.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
import { type FundingSource, isBorrowing } from '../programme/fundingSource.ts'

/** Money of a source for a year, allocated to the programme or to a part of it that alone may use it. */
export interface Pot {
  placeId: Id
  sourceId: Id
  startYear: StartYear
  nature: Nature
  amount: Pence
}

/** What has to be paid for in a year. */
export interface Need {
  /** The places with pots that may pay for it, the nearest first, up to the programme. */
  path: readonly Id[]
  startYear: StartYear
  nature: Nature
  amount: Pence
}

export type WaterfallSource = Pick<
  FundingSource,
  'id' | 'name' | 'category' | 'restrictedTo' | 'spendByOn' | 'securedStatus'
>

/** Which money counts: all that nobody has refused, or only what is secured or received. */
export type Certainty = 'all' | 'secured'

/** What one source pays for in one year. */
export interface Payment {
  startYear: StartYear
  nature: Nature
  sourceId: Id
  amount: Pence
}

export interface WaterfallYear {
  startYear: StartYear
  need: Pence
  /** One for each source in policy order. */
  paid: Pence[]
  uncovered: Pence
  borrowing: Pence
  /** Paid from what is neither secured nor received. */
  unsecured: Pence
}

export interface SourceUse {
  sourceId: Id
  allocated: Pence
  paid: Pence
  left: Pence
  /** Of what is left, allocated for years up to the spend-by day: nobody may spend it after. */
  lapsing: Pence
  /** Why it pays for nothing, or null. */
  excluded: 'refused' | 'not-secured' | null
}

export interface Waterfall {
  years: WaterfallYear[]
  /** In policy order, as the parts of the years. */
  sources: SourceUse[]
  payments: Payment[]
}

/**
 * What each year is paid from. Year by year, what is kept for a part of the programme pays there first, and at each place
 * the sources pay in the order given: for their nature, from the year of their allocation to the one of their spend-by
 * day, and never more than was allocated. What no source may pay for is left uncovered.
 */
export const waterfall = (
  sources: readonly WaterfallSource[],
  pots: readonly Pot[],
  needs: readonly Need[],
  certainty: Certainty = 'all',
): Waterfall => {
  const excluded = new Map(sources.map((source) => [source.id, exclusion(source, certainty)]))
  const purses = pursesOf(sources, pots, excluded)
  const startYears = [...new Set([...pots, ...needs].map((each) => each.startYear))].sort((a, b) => a - b)
  const payments: Payment[] = []
  const uncovered = new Map<StartYear, number>()
  for (const startYear of startYears) {
    for (const nature of ['capital', 'revenue'] as const) {
      const due = needs.filter((need) => need.startYear === startYear && need.nature === nature)
      const { paid, left } = payYear(due, purses, startYear, nature)
      payments.push(...[...paid].map(([sourceId, amount]) => ({ startYear, nature, sourceId, amount: pence(amount) })))
      uncovered.set(startYear, (uncovered.get(startYear) ?? 0) + left)
    }
  }
  return {
    payments,
    years: startYears.map((startYear): WaterfallYear => {
      const own = payments.filter((payment) => payment.startYear === startYear)
      const of = (isWanted: (source: WaterfallSource) => boolean) => {
        const wanted = new Set(sources.filter(isWanted).map(({ id }) => id))
        return sum(own.filter(({ sourceId }) => wanted.has(sourceId)).map(({ amount }) => amount))
      }
      return {
        startYear,
        need: sum(needs.filter((need) => need.startYear === startYear).map((need) => need.amount)),
        paid: sources.map(({ id }) => of((source) => source.id === id)),
        uncovered: pence(uncovered.get(startYear) ?? 0),
        borrowing: of(isBorrowing),
        unsecured: of((source) => !isSecured(source)),
      }
    }),
    sources: sources.map((source): SourceUse => {
      const own = pots.filter((pot) => pot.sourceId === source.id)
      const paid = sum(payments.filter((payment) => payment.sourceId === source.id).map((each) => each.amount))
      const allocated = sum(own.map((pot) => pot.amount))
      const last = source.spendByOn === null ? null : yearOf(source.spendByOn)
      const inTime = own.filter((pot) => last !== null && pot.startYear <= last)
      return {
        sourceId: source.id,
        allocated,
        paid,
        left: pence(allocated - paid),
        lapsing: last === null ? ZERO : pence(Math.max(0, sum(inTime.map((pot) => pot.amount)) - paid)),
        excluded: excluded.get(source.id) ?? null,
      }
    }),
  }
}

export const isSecured = ({ securedStatus }: Pick<FundingSource, 'securedStatus'>): boolean =>
  securedStatus === 'secured' || securedStatus === 'received'

const exclusion = (source: WaterfallSource, certainty: Certainty): SourceUse['excluded'] => {
  if (source.securedStatus === 'refused') return 'refused'
  return certainty === 'secured' && !isSecured(source) ? 'not-secured' : null
}

/** The money of one source and nature at one place, over the years. */
interface Purse {
  sourceId: Id
  placeId: Id
  nature: Nature
  lastYear: StartYear | null
  byYear: Map<StartYear, number>
  used: number
}

/** In policy order. What a source may not pay for is in none (R19). */
const pursesOf = (
  sources: readonly WaterfallSource[],
  pots: readonly Pot[],
  excluded: ReadonlyMap<Id, SourceUse['excluded']>,
): Purse[] =>
  sources.flatMap((source) => {
    const isLawful = ({ nature }: Pot) => source.restrictedTo === null || source.restrictedTo === nature
    const own = pots.filter((pot) => pot.sourceId === source.id && isLawful(pot) && !excluded.get(source.id))
    return [...Map.groupBy(own, ({ placeId, nature }) => `${placeId} ${nature}`).values()].flatMap((lines) => {
      const [first] = lines
      if (!first) return []
      const byYear = new Map<StartYear, number>()
      for (const { startYear, amount } of lines) byYear.set(startYear, (byYear.get(startYear) ?? 0) + amount)
      const lastYear = source.spendByOn === null ? null : yearOf(source.spendByOn)
      return [{ sourceId: source.id, placeId: first.placeId, nature: first.nature, lastYear, byYear, used: 0 }]
    })
  })

/** What may be used through a year without using what a later year takes back. */
const roomIn = ({ byYear, used, lastYear }: Purse, startYear: StartYear): number => {
  if (lastYear !== null && startYear > lastYear) return 0
  let [through, room] = [0, Number.POSITIVE_INFINITY]
  for (const [year, amount] of [...byYear].sort(([a], [b]) => a - b)) {
    // What stands before this year counts together.
    if (year > startYear) room = Math.min(room, through)
    through += amount
  }
  return Math.max(0, Math.min(room, through) - used)
}

/** Pays one year's needs of one nature from the purses, at the nearest places first, and says what is left. */
const payYear = (needs: readonly Need[], purses: Purse[], startYear: StartYear, nature: Nature) => {
  const due = new Map<Id, number>()
  const above = new Map<Id, Id | undefined>()
  const depth = new Map<Id, number>()
  for (const { path, amount } of needs) {
    const [nearest] = path
    if (nearest) due.set(nearest, (due.get(nearest) ?? 0) + amount)
    for (const [at, place] of path.entries()) {
      above.set(place, path[at + 1])
      depth.set(place, path.length - at)
    }
  }
  const paid = new Map<Id, number>()
  let left = sum(needs.filter(({ path }) => path.length === 0).map(({ amount }) => amount)) as number
  for (const [place] of [...depth].sort(([, a], [, b]) => b - a)) {
    let open = due.get(place) ?? 0
    for (const purse of purses) {
      if (purse.placeId !== place || purse.nature !== nature || open <= 0) continue
      const part = Math.min(open, roomIn(purse, startYear))
      if (part === 0) continue
      purse.used += part
      open -= part
      paid.set(purse.sourceId, (paid.get(purse.sourceId) ?? 0) + part)
    }
    const next = above.get(place)
    if (next === undefined) left += open
    else due.set(next, (due.get(next) ?? 0) + open)
  }
  return { paid, left }
}
