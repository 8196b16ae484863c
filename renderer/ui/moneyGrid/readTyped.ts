import type { MoneyUnit, Pence } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
import type { MoneyGridColumn } from './moneyGridRow.ts'
import { readAmountExpression } from './readAmountExpression.ts'

/** The amount that was typed, or the sentence that says why it is none. */
export const readTyped = (
  text: string,
  column: MoneyGridColumn,
  unit: MoneyUnit,
  before: Pence | undefined,
): Pence | string => {
  if (text.trim() === '') return `Enter the amount for ${column.label}, even if it is 0`
  try {
    return readAmountExpression(text, unit, before)
  } catch (error) {
    return /[a-z]{2}/i.test(text)
      ? `${column.label} has text in it. Enter only numbers, for example 400.0`
      : messageOf({ data: { failure: error } })
  }
}
