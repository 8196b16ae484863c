import type { Pence } from '../money.ts'
import type { Line, SearchReport } from './finding.ts'

/** How many sets of lines one search may try. */
export const SEARCH_BUDGET = 2_000_000

/** Up to this many lines every set is tried: 2^20 sets fit the budget. */
const EVERY_SET_UP_TO_LINES = 20

/** Beyond that, sets of at most this size. */
const LARGEST_SET = 3

/** Fewer lines than these are compared one by one sooner than one of them is looked up. */
const LOOK_UP_OVER_LINES = 32

/** How many other sets are kept as evidence that an explanation is not the only one. */
const ALTERNATIVES_KEPT = 3

export interface SetSearch {
  /** The smallest set found, empty when there is none. */
  lines: Line[]
  /** Exactly one set among those tried equals the target. */
  unique: boolean
  report: SearchReport
}

/** Looks for sets of lines that add up to the target exactly, smaller sets first. Lines of nothing are left aside. */
export const searchSets = (lines: readonly Line[], target: Pence, budget: number = SEARCH_BUDGET): SetSearch => {
  const pool = lines.filter((line) => line.amount !== 0)
  const largest = pool.length <= EVERY_SET_UP_TO_LINES ? pool.length : LARGEST_SET
  const amounts = Float64Array.from(pool, (line) => line.amount)
  const indexesOf = Map.groupBy(amounts.keys(), (index) => amounts[index] as number)
  const chosen = new Uint32Array(largest)
  const found: Line[][] = []
  let tried = 0
  let count = 0

  // Adds one more line at `depth`; gives false when the budget is spent.
  const choose = (depth: number, size: number, from: number, rest: number): boolean => {
    const left = size - depth - 1
    if (left === 0) return chooseLast(depth, size, from, rest)
    for (let index = from; index < amounts.length - left; index++) {
      chosen[depth] = index
      if (!choose(depth + 1, size, index + 1, rest - (amounts[index] as number))) return false
    }
    return true
  }

  // Every line that could stand last counts as tried, although those of the right amount are looked up where there are many.
  const chooseLast = (depth: number, size: number, from: number, rest: number): boolean => {
    const to = Math.min(amounts.length, from + budget - tried)
    const take = (index: number) => {
      if (++count > ALTERNATIVES_KEPT + 1) return
      chosen[depth] = index
      found.push(Array.from(chosen.subarray(0, size), (each) => pool[each] as Line))
    }
    if (to - from > LOOK_UP_OVER_LINES) {
      for (const index of indexesOf.get(rest) ?? []) if (index >= from && index < to) take(index)
    } else {
      for (let index = from; index < to; index++) if (amounts[index] === rest) take(index)
    }
    tried += to - from
    return to === amounts.length
  }

  let isComplete = true
  if (target !== 0) {
    for (let size = 1; size <= largest && isComplete; size++) isComplete = choose(0, size, 0, target)
  }

  const [first = [], ...alternatives] = found
  return {
    lines: first,
    unique: count === 1,
    report: {
      pool: pool.length,
      alternatives,
      tried: !isComplete ? { stoppedAfter: tried } : largest === pool.length ? 'all' : { upTo: largest },
      notTried: !isComplete ? 'beyond-budget' : largest === pool.length ? 'nothing' : 'larger-sets',
    },
  }
}
