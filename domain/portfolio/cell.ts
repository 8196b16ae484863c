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
export const cellsOf = (scope: Scope, holds: YearTest): Cells => {
  const row = inSome(scope, holds)
  return {
    plan: levelCell(row, levelOf.plan),
    allocation: levelCell(row, levelOf.allocation),
    authority: levelCell(row, levelOf.authority),
    held: heldCell(row, () => scope.shareOfTheme?.(holds)),
    committed: levelCell(row, levelOf.committed),
    spent: levelCell(row, levelOf.spent),
    available: availableCell(row),
  }
}

/** One level of a row in some years. */
export const recorded = (scope: Scope, level: Level, holds: YearTest): Cell => levelCell(inSome(scope, holds), level)

/** The plan less a level; nothing recorded on one side counts as nought, money that stands elsewhere cannot be compared. */
export const planLessOf = ({ plan, allocation, authority }: Cells): PlanLess => ({
  allocation: less(plan, allocation),
  authority: less(plan, authority),
})

const amountCell = (amount: number): Cell => ({ kind: 'amount', amount: pence(amount), isDerived: true })
const noCell: Cell = { kind: 'none' }

/** What stands at each level of a row in some years. */
interface RowInYears {
  own: Standing
  all: Standing
  above: readonly { kind: 'at-theme' | 'at-programme'; own: Standing }[]
}

const inSome = ({ own, all, above }: Scope, holds: YearTest): RowInYears => ({
  own: standing(own, holds),
  all: standing(all, holds),
  above: above.map((each) => ({ kind: each.kind, own: standing(each.own, holds) })),
})

const levelCell = ({ own, all, above }: RowInYears, level: Level): Cell => {
  const given = all.get(level)
  if (given === undefined) return { kind: coveredBy(above, level) ?? 'none' }
  return { kind: 'amount', amount: given.amount, isDerived: given.count > (own.get(level)?.count ?? 0) }
}

const heldCell = ({ all, above }: RowInYears, shareOfTheme: () => Pence | undefined): Cell => {
  const given = all.get('authority')?.amount ?? shareOfTheme()
  if (given !== undefined) return amountCell(held(given, amountOf(all, 'released')))
  return { kind: coveredBy(above, 'authority') ?? 'none' }
}

const availableCell = ({ all, above }: RowInYears): Cell => {
  const releasedAbove = coveredBy(above, 'released')
  if (releasedAbove && !all.has('released')) return { kind: releasedAbove }
  const isGiven = spendingPower.some((level) => all.has(level))
  if (!isGiven && !coveredBy(above, 'authority')) return noCell
  const of = (level: Level) => amountOf(all, level)
  return amountCell(available(of('released'), of('commitment'), of('actual')))
}

const coveredBy = (above: RowInYears['above'], level: Level) => above.find(({ own }) => own.has(level))?.kind

const less = (plan: Cell, other: Cell): Cell => {
  const elsewhere = [plan, other].find((cell) => cell.kind === 'at-theme' || cell.kind === 'at-programme')
  if (elsewhere) return elsewhere
  if (plan.kind !== 'amount' && other.kind !== 'amount') return noCell
  return amountCell(amountIn(plan) - amountIn(other))
}

const amountIn = (cell: Cell): Pence => (cell.kind === 'amount' ? cell.amount : ZERO)

export const totalOf = (lines: readonly BalanceLine[], level: Level, holds: YearTest): Pence =>
  amountOf(standing(lines, holds), level)

export const hasLines = (lines: readonly BalanceLine[], level: Level, holds: YearTest): boolean =>
  standing(lines, holds).has(level)

/** How many lines stand at a level in some years, and their sum; nothing for a level without any. */
type Standing = ReadonlyMap<Level, { count: number; amount: Pence }>

const amountOf = (of: Standing, level: Level): Pence => of.get(level)?.amount ?? ZERO

const standing = (lines: readonly BalanceLine[], holds: YearTest): Standing => {
  const sums = sumsOf(lines)
  if (sums.last?.holds === holds) return sums.last.standing
  const found = new Map<Level, { count: number; amount: Pence }>()
  for (const [level, years] of sums.byLevel) {
    let count = 0
    let amount = 0
    for (const inYear of years) {
      if (!holds(inYear.year)) continue
      count += inYear.count
      amount += inYear.amount
    }
    if (count > 0) found.set(level, { count, amount: pence(amount) })
  }
  sums.last = { holds, standing: found }
  return found
}

interface InYear {
  year: StartYear
  count: number
  amount: number
}

/** The lines of each level added up by year, and what was asked of them last: several rows ask for the same years. */
interface Sums {
  byLevel: Map<Level, InYear[]>
  last: { holds: YearTest; standing: Standing } | null
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
