import type { StartYear } from '../financialYear.ts'
import { available, held } from '../ledger/available.ts'
import type { Level } from '../ledger/entry.ts'
import { type Pence, pence, ZERO } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'

/** The amounts of a row: the levels of the ledger, with what is held and what is available between them. */
export const moneyLevels = ['plan', 'allocation', 'authority', 'held', 'committed', 'spent', 'available'] as const
export type MoneyLevel = (typeof moneyLevels)[number]

/**
 * An amount in pence, or the reason why there is none: nothing recorded, given to the theme or to the programme as a
 * whole, or without meaning here. A derived amount is computed from others; a recorded zero is an amount.
 */
export type Cell =
  | { kind: 'amount'; amount: Pence; isDerived: boolean }
  | { kind: 'none' | 'at-theme' | 'at-programme' | 'not-applicable' }

export type Cells = Record<MoneyLevel, Cell>

/** The plan less the allocation and less the authority of the same row; positive where the plan asks for more. */
export type PlanLess = Record<'allocation' | 'authority', Cell>

/** Which years an amount is asked for. */
export type YearTest = (year: StartYear) => boolean

/** The lines of a row: those that stand on its own place, all on it and below, and those above that cover it. */
export interface Scope {
  own: readonly BalanceLine[]
  all: readonly BalanceLine[]
  above: readonly { kind: 'at-theme' | 'at-programme'; own: readonly BalanceLine[] }[]
  /** The part of the theme's authority that follows this scheme's plan; undefined where the two do not tie. */
  shareOfTheme?: (holds: YearTest) => Pence | undefined
}

const levelOf = {
  plan: 'plan',
  allocation: 'allocation',
  authority: 'authority',
  committed: 'commitment',
  spent: 'actual',
} as const
const spendingPower: readonly Level[] = ['authority', 'released', 'commitment', 'actual']

/** Every level of a row in some years. */
export const cellsOf = (scope: Scope, holds: YearTest): Cells => ({
  plan: recorded(scope, levelOf.plan, holds),
  allocation: recorded(scope, levelOf.allocation, holds),
  authority: recorded(scope, levelOf.authority, holds),
  held: heldCell(scope, holds),
  committed: recorded(scope, levelOf.committed, holds),
  spent: recorded(scope, levelOf.spent, holds),
  available: availableCell(scope, holds),
})

/** The plan less a level; nothing recorded on one side counts as nought, money that stands elsewhere cannot be compared. */
export const planLessOf = ({ plan, allocation, authority }: Cells): PlanLess => ({
  allocation: less(plan, allocation),
  authority: less(plan, authority),
})

const amountCell = (amount: number): Cell => ({ kind: 'amount', amount: pence(amount), isDerived: true })
const noCell: Cell = { kind: 'none' }

export const recorded = ({ own, all, above }: Scope, level: Level, holds: YearTest): Cell => {
  const { count, amount } = taken(all, level, holds)
  if (count === 0) return { kind: coveredBy(above, level, holds) ?? 'none' }
  return { kind: 'amount', amount, isDerived: count > taken(own, level, holds).count }
}

const heldCell = (scope: Scope, holds: YearTest): Cell => {
  const released = totalOf(scope.all, 'released', holds)
  const given = taken(scope.all, 'authority', holds)
  if (given.count > 0) return amountCell(held(given.amount, released))
  const share = scope.shareOfTheme?.(holds)
  if (share !== undefined) return amountCell(held(share, released))
  return { kind: coveredBy(scope.above, 'authority', holds) ?? 'none' }
}

const availableCell = (scope: Scope, holds: YearTest): Cell => {
  const releasedAbove = coveredBy(scope.above, 'released', holds)
  if (releasedAbove && !hasLines(scope.all, 'released', holds)) return { kind: releasedAbove }
  const isGiven = spendingPower.some((level) => hasLines(scope.all, level, holds))
  if (!isGiven && !coveredBy(scope.above, 'authority', holds)) return noCell
  const of = (level: Level) => totalOf(scope.all, level, holds)
  return amountCell(available(of('released'), of('commitment'), of('actual')))
}

const coveredBy = (above: Scope['above'], level: Level, holds: YearTest) =>
  above.find((each) => hasLines(each.own, level, holds))?.kind

const less = (plan: Cell, other: Cell): Cell => {
  const elsewhere = [plan, other].find((cell) => cell.kind === 'at-theme' || cell.kind === 'at-programme')
  if (elsewhere) return elsewhere
  if (plan.kind !== 'amount' && other.kind !== 'amount') return noCell
  return amountCell(amountIn(plan) - amountIn(other))
}

const amountIn = (cell: Cell): Pence => (cell.kind === 'amount' ? cell.amount : ZERO)

export const totalOf = (lines: readonly BalanceLine[], level: Level, holds: YearTest): Pence =>
  taken(lines, level, holds).amount

export const hasLines = (lines: readonly BalanceLine[], level: Level, holds: YearTest): boolean =>
  taken(lines, level, holds).count > 0

interface Taken {
  count: number
  amount: Pence
}

const nothing: Taken = { count: 0, amount: ZERO }

/** How many lines of a level stand in some years, and their sum. */
const taken = (lines: readonly BalanceLine[], level: Level, holds: YearTest): Taken => {
  const sums = sumsOf(lines)
  if (sums.last?.holds === holds) return sums.last.inYears.get(level) ?? nothing
  const inYears = new Map<Level, Taken>()
  for (const [own, years] of sums.byLevel) {
    let count = 0
    let amount = 0
    for (const inYear of years) {
      if (!holds(inYear.year)) continue
      count += inYear.count
      amount += inYear.amount
    }
    inYears.set(own, { count, amount: pence(amount) })
  }
  sums.last = { holds, inYears }
  return inYears.get(level) ?? nothing
}

interface InYear {
  year: StartYear
  count: number
  amount: number
}

/** The lines of each level added up by year, and what was asked of them last: a row asks for all levels of the same years. */
interface Sums {
  byLevel: Map<Level, InYear[]>
  last: { holds: YearTest; inYears: Map<Level, Taken> } | null
}

// A screen asks for every level of the same lines in many ranges of years; lines are never changed after they are read.
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

/** What stands at a level in each year that has lines of it. */
export const inEachYear = (lines: readonly BalanceLine[], level: Level): readonly InYear[] =>
  sumsOf(lines).byLevel.get(level) ?? []

const placed = new WeakMap<readonly BalanceLine[], Map<string, BalanceLine[]>>()

/** The lines by the id of their place: the same list for the same place, so that what was added up of it is known. */
export const linesByPlace = <Line extends BalanceLine>(lines: readonly Line[]): ((id: string) => Line[]) => {
  const byPlace =
    (placed.get(lines) as Map<string, Line[]> | undefined) ?? Map.groupBy(lines, (line): string => line.place.id)
  placed.set(lines, byPlace)
  return (id) => byPlace.get(id) ?? []
}
