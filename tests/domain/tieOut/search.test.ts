import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Pence, pence, sum } from '../../../domain/money.ts'
import type { Line } from '../../../domain/tieOut/finding.ts'
import { SEARCH_BUDGET, searchSets } from '../../../domain/tieOut/search.ts'

const lines = (...amounts: number[]): Line[] =>
  amounts.map((amount, index) => ({
    key: `line ${index}`,
    label: `Line ${index}`,
    amount: pence(amount),
    place: { kind: 'ledger', level: 'plan', place: null, name: `Line ${index}`, startYear: 2020 },
  }))

const total = (set: Line[]): Pence => sum(set.map((line) => line.amount))

/** Every set of up to twelve lines that equals the target, by counting through all of them. */
const countSets = (pool: Line[], target: number): number => {
  let count = 0
  for (let mask = 1; mask < 2 ** pool.length; mask++) {
    if (total(pool.filter((_, index) => mask & (1 << index))) === target) count++
  }
  return count
}

const amounts = fc.array(
  fc.integer({ min: -50, max: 50 }).filter((amount) => amount !== 0),
  { maxLength: 9 },
)
const target = fc.integer({ min: -120, max: 120 }).filter((amount) => amount !== 0)

describe('a search among few lines', () => {
  test('finds a set exactly when there is one, says exactly when it is the only one, and tries them all', () => {
    fc.assert(
      fc.property(amounts, target, (given, wanted) => {
        const pool = lines(...given)
        const count = countSets(pool, wanted)
        const result = searchSets(pool, pence(wanted))
        expect(result.report.tried).toBe('all')
        expect(result.report.notTried).toBe('nothing')
        expect(result.unique).toBe(count === 1)
        expect(result.lines.length > 0).toBe(count > 0)
        for (const set of [result.lines, ...result.report.alternatives].filter((each) => each.length > 0)) {
          expect(total(set)).toBe(wanted)
        }
        expect(result.report.alternatives).toHaveLength(Math.min(3, Math.max(0, count - 1)))
      }),
    )
  })

  test('finds a planted set that nothing else can make, however large it is', () => {
    fc.assert(
      // Powers of two: every set has a sum of its own.
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { minLength: 1, maxLength: 14 }), (planted) => {
        const pool = lines(...Array.from({ length: 14 }, (_, index) => 2 ** index))
        const wanted = planted.reduce((sum, index) => sum + 2 ** index, 0)
        const result = searchSets(pool, pence(wanted))
        expect(result.lines.map((line) => line.key).toSorted()).toEqual(
          planted.map((index) => `line ${index}`).toSorted(),
        )
        expect(result.unique).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  test('gives the smallest set first and another as the alternative', () => {
    const result = searchSets(lines(10, 20, 30, 5), pence(30))
    expect(result.lines.map((line) => line.label)).toEqual(['Line 2'])
    expect(result.unique).toBe(false)
    expect(result.report.alternatives.map((set) => set.map((line) => line.label))).toEqual([['Line 0', 'Line 1']])
  })

  test('leaves lines of nothing aside, so that they make no second explanation', () => {
    expect(searchSets(lines(0, 40, 0), pence(40))).toMatchObject({ unique: true, report: { pool: 1, tried: 'all' } })
  })

  test('explains no difference by no lines', () => {
    expect(searchSets(lines(10, -10), pence(0))).toMatchObject({ lines: [], unique: false })
  })

  test('tries every set of twenty lines within the budget', () => {
    const pool = lines(...Array.from({ length: 20 }, (_, index) => 2 ** index))
    const all = searchSets(pool, pence(2 ** 20 - 1))
    expect(all.lines).toHaveLength(20)
    expect(all).toMatchObject({ unique: true, report: { tried: 'all', notTried: 'nothing' } })
  })
})

describe('a search among many lines', () => {
  test('beyond twenty lines tries sets of up to three and says that larger ones were not tried', () => {
    const pool = lines(...Array.from({ length: 21 }, (_, index) => 2 ** index))
    expect(searchSets(pool, pence(1 + 2 + 2 ** 20))).toMatchObject({
      unique: true,
      report: { tried: { upTo: 3 }, notTried: 'larger-sets' },
    })
    expect(searchSets(pool, pence(1 + 2 + 4 + 8))).toMatchObject({
      lines: [],
      unique: false,
      report: { tried: { upTo: 3 }, notTried: 'larger-sets' },
    })
  })

  test('stops when the budget is spent and says after how many sets, whatever it has found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (budget) => {
        const result = searchSets(lines(...Array.from({ length: 12 }, (_, index) => 2 ** index)), pence(1), budget)
        expect(result.report).toMatchObject({ tried: { stoppedAfter: budget }, notTried: 'beyond-budget' })
        expect(result.lines.map((line) => line.label)).toEqual(['Line 0'])
      }),
    )
  })

  test('a budget that is just enough counts as everything tried', () => {
    const pool = lines(1, 2, 4)
    expect(searchSets(pool, pence(7), 7).report.tried).toBe('all')
    expect(searchSets(pool, pence(7), 6)).toMatchObject({ lines: [], report: { tried: { stoppedAfter: 6 } } })
  })

  test('ends after its budget where counting through every set of three would take a day', () => {
    const pool = lines(...Array.from({ length: 10_000 }, (_, index) => index * 2 + 1))
    expect(searchSets(pool, pence(-1)).report).toEqual({
      pool: 10_000,
      alternatives: [],
      tried: { stoppedAfter: SEARCH_BUDGET },
      notTried: 'beyond-budget',
    })
  })

  test('finds and counts as trying one set after the other does', () => {
    const few = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 30, maxLength: 60 })
    fc.assert(
      fc.property(few, target, fc.integer({ min: 1, max: 40_000 }), (given, wanted, budget) => {
        const pool = lines(...given)
        expect(searchSets(pool, pence(wanted), budget)).toEqual(searchPlainly(pool, wanted, budget))
      }),
      { numRuns: 40 },
    )
  })
})

/** Every set of one, of two and of three lines in turn, until the budget is spent. */
const searchPlainly = (all: Line[], wanted: number, budget: number) => {
  const pool = all.filter((line) => line.amount !== 0)
  const found: Line[][] = []
  let tried = 0
  const sets = function* (size: number, from = 0): Generator<Line[]> {
    if (size === 0) yield []
    else
      for (let index = from; index < pool.length; index += 1)
        for (const rest of sets(size - 1, index + 1)) yield [pool[index] as Line, ...rest]
  }
  let isComplete = true
  const largest = pool.length <= 20 ? pool.length : 3
  for (let size = 1; size <= largest && isComplete; size += 1) {
    for (const set of sets(size)) {
      if (tried === budget) {
        isComplete = false
        break
      }
      tried += 1
      if (total(set) === wanted) found.push(set)
    }
  }
  const isAll = isComplete && largest === pool.length
  return {
    lines: found[0] ?? [],
    unique: found.length === 1,
    report: {
      pool: pool.length,
      alternatives: found.slice(1, 4),
      tried: isComplete ? (isAll ? 'all' : { upTo: largest }) : { stoppedAfter: tried },
      notTried: isComplete ? (isAll ? 'nothing' : 'larger-sets') : 'beyond-budget',
    },
  }
}
