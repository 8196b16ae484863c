import type { StartYear } from '../financialYear.ts'
import { available, held } from '../ledger/available.ts'
import type { Level } from '../ledger/entry.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
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
  const lines = pick(all, level, holds)
  if (lines.length === 0) return { kind: coveredBy(above, level, holds) ?? 'none' }
  const isDerived = lines.length > pick(own, level, holds).length
  return { kind: 'amount', amount: sum(lines.map((line) => line.amount)), isDerived }
}

const heldCell = (scope: Scope, holds: YearTest): Cell => {
  const released = totalOf(scope.all, 'released', holds)
  const given = pick(scope.all, 'authority', holds)
  if (given.length > 0) return amountCell(held(sum(given.map((line) => line.amount)), released))
  const share = scope.shareOfTheme?.(holds)
  if (share !== undefined) return amountCell(held(share, released))
  return { kind: coveredBy(scope.above, 'authority', holds) ?? 'none' }
}

const availableCell = (scope: Scope, holds: YearTest): Cell => {
  const releasedAbove = coveredBy(scope.above, 'released', holds)
  if (releasedAbove && pick(scope.all, 'released', holds).length === 0) return { kind: releasedAbove }
  const isGiven = spendingPower.some((level) => pick(scope.all, level, holds).length > 0)
  if (!isGiven && !coveredBy(scope.above, 'authority', holds)) return noCell
  const of = (level: Level) => totalOf(scope.all, level, holds)
  return amountCell(available(of('released'), of('commitment'), of('actual')))
}

const coveredBy = (above: Scope['above'], level: Level, holds: YearTest) =>
  above.find((each) => pick(each.own, level, holds).length > 0)?.kind

const less = (plan: Cell, other: Cell): Cell => {
  const elsewhere = [plan, other].find((cell) => cell.kind === 'at-theme' || cell.kind === 'at-programme')
  if (elsewhere) return elsewhere
  if (plan.kind !== 'amount' && other.kind !== 'amount') return noCell
  return amountCell(amountIn(plan) - amountIn(other))
}

const amountIn = (cell: Cell): Pence => (cell.kind === 'amount' ? cell.amount : ZERO)

const pick = (lines: readonly BalanceLine[], level: Level, holds: YearTest) =>
  lines.filter((line) => line.level === level && holds(line.startYear))

export const totalOf = (lines: readonly BalanceLine[], level: Level, holds: YearTest): Pence =>
  sum(pick(lines, level, holds).map((line) => line.amount))

/** The lines by the id of their place. */
export const linesByPlace = <Line extends BalanceLine>(lines: readonly Line[]): ((id: string) => Line[]) => {
  const byPlace = Map.groupBy(lines, (line): string => line.place.id)
  return (id) => byPlace.get(id) ?? []
}
