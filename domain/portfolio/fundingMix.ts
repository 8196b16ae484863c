import type { StartYear, YearRange } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { type FundingSource, isBorrowing } from '../programme/fundingSource.ts'

/** A source, or the smaller ones taken together. */
export interface MixPart {
  /** Null for the part whose source is not stated, and for the smaller ones together. */
  sourceId: Id | null
  /** Null where the source is not stated. */
  name: string | null
  /** The names of the sources taken together; empty for one source. */
  members: (string | null)[]
}

export interface MixYear {
  startYear: StartYear
  /** One for each part; null where the source has no line in the year. */
  amounts: (Pence | null)[]
  total: Pence
  borrowing: Pence
}

/** What pays for each year: allocation by source, in pence. Parts stand in policy order, grant first and borrowing last (R21). */
export interface FundingMix {
  parts: MixPart[]
  /** From the first to the last year of the range that has an allocation. */
  years: MixYear[]
  /** Allocated to years outside the range. */
  outside: Pence
}

/** As many as can be told apart in one column. */
const MOST_PARTS = 4

type Source = Pick<FundingSource, 'id' | 'name' | 'category' | 'sort'>

/** The mix of the allocation among `lines`; lines at other levels are passed over. */
export const fundingMix = (lines: readonly BalanceLine[], sources: readonly Source[], range: YearRange): FundingMix => {
  const allocation = lines.filter((line) => line.level === 'allocation')
  const inRange = allocation.filter(({ startYear }) => range.from <= startYear && startYear <= range.to)
  const known = new Map(sources.map((source) => [source.id, source]))
  const bySource = Map.groupBy(inRange, ({ sourceId }) => (sourceId !== null && known.has(sourceId) ? sourceId : null))
  const inOrder = [...bySource.keys()].sort((a, b) => inPolicyOrder(sourceOf(a), sourceOf(b)))
  const groups = grouped(inOrder, (sourceId) => totalOf(bySource.get(sourceId) ?? []))
  const years = inRange.map(({ startYear }) => startYear)
  const first = Math.min(...years)
  const last = Math.max(...years)

  return {
    parts: groups.map((ids) => {
      const [only] = ids
      if (ids.length === 1 && only !== undefined) return { sourceId: only, name: nameOf(only), members: [] }
      return { sourceId: null, name: null, members: ids.map(nameOf) }
    }),
    years: Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, at): MixYear => {
      const startYear = first + at
      const ofYear = (sourceId: Id | null) =>
        (bySource.get(sourceId) ?? []).filter((line) => line.startYear === startYear)
      const amounts = groups.map((ids) => {
        const own = ids.flatMap(ofYear)
        return own.length === 0 ? null : totalOf(own)
      })
      const borrowed = inOrder.filter((sourceId) => rankOf(sourceOf(sourceId)) === rank.borrowing).flatMap(ofYear)
      return { startYear, amounts, total: sum(amounts.map((each) => each ?? ZERO)), borrowing: totalOf(borrowed) }
    }),
    outside: pence(totalOf(allocation) - totalOf(inRange)),
  }

  function sourceOf(id: Id | null): Source | undefined {
    return id === null ? undefined : known.get(id)
  }
  function nameOf(id: Id | null): string | null {
    return sourceOf(id)?.name ?? null
  }
}

const totalOf = (lines: readonly BalanceLine[]): Pence => sum(lines.map((line) => line.amount))

/** All of them one by one, or the largest ones and the rest together at the end. */
function grouped(inOrder: readonly (Id | null)[], total: (id: Id | null) => Pence): (Id | null)[][] {
  if (inOrder.length <= MOST_PARTS) return inOrder.map((id) => [id])
  const bySize = [...inOrder].sort((a, b) => Math.abs(total(b)) - Math.abs(total(a)))
  const largest = new Set(bySize.slice(0, MOST_PARTS - 1))
  return [...inOrder.filter((id) => largest.has(id)).map((id) => [id]), inOrder.filter((id) => !largest.has(id))]
}

const rank = { grant: 0, other: 1, borrowing: 2, notStated: 3 } as const

const rankOf = (source: Source | undefined): number => {
  if (!source) return rank.notStated
  if (isBorrowing(source)) return rank.borrowing
  return source.category === 'grant' || source.category === 'disabled_facilities_grant' ? rank.grant : rank.other
}

const inPolicyOrder = (a: Source | undefined, b: Source | undefined): number =>
  rankOf(a) - rankOf(b) || (a?.sort ?? 0) - (b?.sort ?? 0)
