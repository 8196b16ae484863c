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
  const found: Line[][] = []
  const chosen: Line[] = []
  let tried = 0
  let count = 0

  // Gives false when the budget is spent.
  const choose = (from: number, still: number, rest: number): boolean => {
    for (let index = from; index <= pool.length - still; index++) {
      const line = pool[index] as Line
      chosen.push(line)
      if (still > 1) {
        if (!choose(index + 1, still - 1, rest - line.amount)) return false
      } else {
        if (tried === budget) return false
        tried++
        if (rest === line.amount && ++count <= ALTERNATIVES_KEPT + 1) found.push([...chosen])
      }
      chosen.pop()
    }
    return true
  }

  let isComplete = true
  if (target !== 0) {
    for (let size = 1; size <= largest && isComplete; size++) isComplete = choose(0, size, target)
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
