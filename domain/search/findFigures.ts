import { Failure } from '../errors.ts'
import { formatMoney, MoneyUnit, type Pence, parseAmount, roundToUnit } from '../money.ts'
import type { Figure } from './figures.ts'

/** Figures by their amount in pence. */
export type FigureIndex = Map<Pence, Figure[]>

export const indexFigures = (figures: readonly Figure[]): FigureIndex =>
  Map.groupBy(figures, (figure) => figure.amount) as FigureIndex

export interface FoundFigures {
  /** The first of them. */
  figures: Figure[]
  /** How many there are. */
  total: number
}

/**
 * Every figure that equals a typed amount in pounds, thousands or millions, unless £, k or m says which; and after those
 * every figure that is drawn as it was typed, as £3,049,000 is drawn `3.05` in £m. Undefined for what is no amount.
 */
export const findFigures = (index: FigureIndex, text: string, limit: number): FoundFigures | undefined => {
  const wanted = MoneyUnit.options.flatMap((unit) => {
    const amount = findAmount(text, unit)
    return amount === undefined ? [] : [{ unit, amount, isAsDrawn: isDrawnAs(text, amount, unit) }]
  })
  if (wanted.length === 0) return undefined
  const exact = new Set(wanted.map(({ amount }) => amount))
  const asDrawn = wanted.filter(({ isAsDrawn }) => isAsDrawn)
  const rounded = [...index.keys()].filter(
    (amount) => !exact.has(amount) && asDrawn.some((each) => roundToUnit(amount, each.unit) === each.amount),
  )
  const figures = [
    ...inOrder([...exact].flatMap((amount) => index.get(amount) ?? [])),
    ...inOrder(rounded.flatMap((amount) => index.get(amount) ?? [])),
  ]
  return { figures: figures.slice(0, limit), total: figures.length }
}

function findAmount(text: string, unit: MoneyUnit): Pence | undefined {
  try {
    return parseAmount(text, unit)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** Whether a cell in this unit would show these very digits; with £, k or m only in the unit that they name. */
function isDrawnAs(text: string, amount: Pence, unit: MoneyUnit): boolean {
  const named = unitNamedIn(text)
  return (named === undefined || named === unit) && digitsOf(formatMoney(amount, unit)) === digitsOf(text)
}

function unitNamedIn(text: string): MoneyUnit | undefined {
  if (/k/i.test(text)) return '£000'
  if (/m/i.test(text)) return '£m'
  return text.includes('£') ? '£' : undefined
}

const digitsOf = (text: string): string => text.replace(/[^\d.*+]/g, '')

/** A year first, then years taken together, then all of them; after the ledger what decisions and documents say. */
function inOrder(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((one, other) => rankOf(one) - rankOf(other))
}

function rankOf(figure: Figure): number {
  if (figure.kind === 'printed') return 5
  if (figure.kind === 'decision') return 4
  if (figure.source !== undefined) return 3
  return figure.span.kind === 'total' ? 2 : figure.span.kind === 'range' ? 1 : 0
}
