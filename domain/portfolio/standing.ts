import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level } from '../ledger/entry.ts'
import { type Pence, pence, ZERO } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { placesOf } from './linesByPlace.ts'

/** Which years an amount is asked for. */
export type YearTest = (year: StartYear) => boolean

/** How many lines stand at each level, and their sum in pence; nothing for a level without any. */
export type Standing = ReadonlyMap<Level, Stands>

interface Stands {
  count: number
  amount: number
}

export const NOTHING_STANDS: Standing = new Map()

export const amountOf = (of: Standing, level: Level): Pence => pence(of.get(level)?.amount ?? ZERO)

/** What some lines of one level come to in some years. */
export const totalOf = (lines: readonly BalanceLine[], level: Level, holds: YearTest): Pence => {
  let total = 0
  // Thousands of lines, and for…of makes an object at each until the engine has compiled it.
  lines.forEach((line) => {
    if (line.level === level && holds(line.startYear)) total += line.amount
  })
  return pence(total)
}

export const hasLines = (lines: readonly BalanceLine[], level: Level, holds: YearTest): boolean =>
  lines.some((line) => line.level === level && holds(line.startYear))

/** What stands at each level of some lines in some years. */
export const standing = (lines: readonly BalanceLine[], holds: YearTest): Standing => {
  const sums = sumsOf(lines)
  if (sums.last?.holds === holds) return sums.last.standing
  const found = new Map<Level, Stands>()
  for (const [level, years] of sums.byLevel) {
    for (const { year, count, amount } of years) if (holds(year)) add(found, level, count, amount)
  }
  sums.last = { holds, standing: found }
  return found
}

/** What stands in several of them together. */
export const together = (several: Iterable<Standing>): Standing => {
  const found = new Map<Level, Stands>()
  for (const each of several) {
    each.forEach(({ count, amount }, level) => {
      add(found, level, count, amount)
    })
  }
  return found
}

/** What stands at every place that has lines, in some years. */
export const standingsByPlace = (lines: readonly BalanceLine[], holds: YearTest): ReadonlyMap<Id, Standing> => {
  const standings = new Map<Id, Standing>()
  for (const [id, here] of placesOf(lines)) {
    const found = new Map<Level, Stands>()
    here.forEach(({ level, startYear, amount }) => {
      if (holds(startYear)) add(found, level, 1, amount)
    })
    standings.set(id, found)
  }
  return standings
}

const add = (to: Map<Level, Stands>, level: Level, count: number, amount: number): void => {
  const before = to.get(level)
  if (before === undefined) to.set(level, { count, amount })
  else {
    before.count += count
    before.amount += amount
  }
}

interface InYear extends Stands {
  year: StartYear
}

/** The lines of each level added up by year, and what was asked of them last: several figures ask for the same years. */
interface Sums {
  byLevel: Map<Level, InYear[]>
  last: { holds: YearTest; standing: Standing } | null
}

// A text asks for many figures of the same lines; lines are never changed after they are read.
const known = new WeakMap<readonly BalanceLine[], Sums>()

const sumsOf = (lines: readonly BalanceLine[]): Sums => {
  const before = known.get(lines)
  if (before) return before
  const byLevel = new Map<Level, InYear[]>()
  for (const { level, startYear, amount } of lines) {
    const years = byLevel.get(level)
    const own = years?.find(({ year }) => year === startYear)
    if (own) {
      own.count += 1
      own.amount += amount
    } else if (years) years.push({ year: startYear, count: 1, amount })
    else byLevel.set(level, [{ year: startYear, count: 1, amount }])
  }
  const sums: Sums = { byLevel, last: null }
  known.set(lines, sums)
  return sums
}
