import { available, held } from '../ledger/available.ts'
import type { Level } from '../ledger/entry.ts'
import { type Pence, pence, ZERO } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { amountOf, type Standing, standing, type YearTest } from './standing.ts'

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

/** The lines of a row: those that stand on its own place, all on it and below, and those above that cover it. */
export interface Scope {
  own: readonly BalanceLine[]
  all: readonly BalanceLine[]
  above: readonly { kind: 'at-theme' | 'at-programme'; own: readonly BalanceLine[] }[]
  /** The part of the theme's authority that follows this scheme's plan; undefined where the two do not tie. */
  shareOfTheme?: (holds: YearTest) => Pence | undefined
}

/** What stands at each level of a row in some years: on its own place, on it and below, and on those above that cover it. */
export interface RowStandings {
  own: Standing
  all: Standing
  above: readonly { kind: 'at-theme' | 'at-programme'; own: Standing }[]
  /** The part of the theme's authority that follows this scheme's plan; undefined where the two do not tie. */
  shareOfTheme?: (() => Pence | undefined) | undefined
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
export const cellsOf = (scope: Scope, holds: YearTest): Cells => cellsIn(inSome(scope, holds))

/** The same where what stands at its levels is added up already. */
export const cellsIn = (row: RowStandings): Cells => ({
  plan: levelCell(row, levelOf.plan),
  allocation: levelCell(row, levelOf.allocation),
  authority: levelCell(row, levelOf.authority),
  held: heldCell(row),
  committed: levelCell(row, levelOf.committed),
  spent: levelCell(row, levelOf.spent),
  available: availableCell(row),
})

/** One level of a row in some years. */
export const recorded = (scope: Scope, level: Level, holds: YearTest): Cell => levelCell(inSome(scope, holds), level)

/** The plan less a level; nothing recorded on one side counts as nought, money that stands elsewhere cannot be compared. */
export const planLessOf = ({ plan, allocation, authority }: Cells): PlanLess => ({
  allocation: less(plan, allocation),
  authority: less(plan, authority),
})

const amountCell = (amount: number): Cell => ({ kind: 'amount', amount: pence(amount), isDerived: true })
const noCell: Cell = { kind: 'none' }

const inSome = ({ own, all, above, shareOfTheme }: Scope, holds: YearTest): RowStandings => ({
  own: standing(own, holds),
  all: standing(all, holds),
  above: above.map((each) => ({ kind: each.kind, own: standing(each.own, holds) })),
  shareOfTheme: shareOfTheme && (() => shareOfTheme(holds)),
})

const levelCell = ({ own, all, above }: RowStandings, level: Level): Cell => {
  const given = all.get(level)
  if (given === undefined) return { kind: coveredBy(above, level) ?? 'none' }
  return { kind: 'amount', amount: pence(given.amount), isDerived: given.count > (own.get(level)?.count ?? 0) }
}

const heldCell = ({ all, above, shareOfTheme }: RowStandings): Cell => {
  const given = all.has('authority') ? amountOf(all, 'authority') : shareOfTheme?.()
  if (given !== undefined) return amountCell(held(given, amountOf(all, 'released')))
  return { kind: coveredBy(above, 'authority') ?? 'none' }
}

const availableCell = ({ all, above }: RowStandings): Cell => {
  const releasedAbove = coveredBy(above, 'released')
  if (releasedAbove && !all.has('released')) return { kind: releasedAbove }
  const isGiven = spendingPower.some((level) => all.has(level))
  if (!isGiven && !coveredBy(above, 'authority')) return noCell
  const of = (level: Level) => amountOf(all, level)
  return amountCell(available(of('released'), of('commitment'), of('actual')))
}

const coveredBy = (above: RowStandings['above'], level: Level) => above.find(({ own }) => own.has(level))?.kind

const less = (plan: Cell, other: Cell): Cell => {
  const elsewhere = [plan, other].find((cell) => cell.kind === 'at-theme' || cell.kind === 'at-programme')
  if (elsewhere) return elsewhere
  if (plan.kind !== 'amount' && other.kind !== 'amount') return noCell
  return amountCell(amountIn(plan) - amountIn(other))
}

const amountIn = (cell: Cell): Pence => (cell.kind === 'amount' ? cell.amount : ZERO)
