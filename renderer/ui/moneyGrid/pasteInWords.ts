import { formatInSentence, formatMoney, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import type { FactorDoubt } from './planPaste.ts'
import type { OverwrittenCell, RefusedCell, WritePlan } from './writePlan.ts'

/** `60 cells: 57 will change, 2 the same, 1 refused: Portal, 2020/21: “abc” is text`. */
export const planInWords = ({ cells, writes, same, refused }: WritePlan): string => {
  const parts = [`${inFigures(writes.length)} will change`]
  if (same > 0) parts.push(`${inFigures(same)} the same`)
  const [first] = refused
  if (first)
    parts.push(
      `${inFigures(refused.length)} refused${refused.length > 1 ? ', the first' : ''}: ${refusedInWords(first)}`,
    )
  return `${countOf(cells, 'cell')}: ${parts.join(', ')}`
}

export const refusedInWords = ({ cell, why }: RefusedCell): string =>
  `${cell}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`

/** `Portal, 2020/21: 115.0 → 120.0`, in full where the unit shows no difference. */
export const overwrittenInWords = ({ cell, before, after }: OverwrittenCell, unit: MoneyUnit): string => {
  const shown = (amount: Pence) => formatMoney(amount, unit)
  const isSeen = shown(before) !== shown(after)
  const words = isSeen ? shown : formatInSentence
  return `${cell}: ${words(before)} → ${words(after)}`
}

const units: MoneyUnit[] = ['£', '£000', '£m']
const unitWords: Record<MoneyUnit, string> = { '£': 'pounds', '£000': '£000', '£m': '£m' }

/** What looks wrong about the size of the amounts, and the units to choose between. */
export const doubtInWords = ({ times, isLarger }: FactorDoubt, unit: MoneyUnit): string => {
  const steps = (times === 1000 ? 1 : 2) * (isLarger ? -1 : 1)
  const other = units[units.indexOf(unit) + steps]
  const check =
    other === undefined
      ? 'Check them before you apply'
      : `Check whether they are in ${[unit, other]
          .sort((a, b) => units.indexOf(a) - units.indexOf(b))
          .map((each) => unitWords[each])
          .join(' or ')}`
  const size = isLarger ? 'larger' : 'smaller'
  return `These amounts are about ${inFigures(times)} times ${size} than the rest of this table. ${check}`
}

/** Amounts below zero are asked about and never refused. */
export const belowZeroInWords = (count: number): string =>
  `${inFigures(count)} ${count === 1 ? 'amount goes' : 'amounts go'} below zero. Apply only if you mean to take that much away`

const inFigures = (count: number): string => count.toLocaleString('en-GB')
