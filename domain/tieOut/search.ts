import type { Pence } from '../money.ts'
import type { Line, SearchReport } from './finding.ts'

/** How many sets of lines one search may try. */
export const SEARCH_BUDGET = 2_000_000

/** Up to this many lines every set is tried: 2^20 sets fit the budget. */
const EVERY_SET_UP_TO_LINES = 20

/** Beyond that, sets of at most this size. */
const LARGEST_SET = 3

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
  const chosen = new Uint32Array(largest)
  const found: Line[][] = []
  let tried = 0
  let count = 0

  // Adds one more line at `depth`; gives false when the budget is spent.
  const choose = (depth: number, size: number, from: number, rest: number): boolean => {
    const left = size - depth - 1
    for (let index = from; index < amounts.length - left; index++) {
      chosen[depth] = index
      const still = rest - (amounts[index] as number)
      if (left > 0) {
        if (!choose(depth + 1, size, index + 1, still)) return false
      } else {
        if (tried === budget) return false
        tried++
        if (still === 0 && ++count <= ALTERNATIVES_KEPT + 1) {
          found.push(Array.from(chosen.subarray(0, size), (each) => pool[each] as Line))
        }
      }
    }
    return true
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
