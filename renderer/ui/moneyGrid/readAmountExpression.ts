import { fail } from '../../../domain/errors.ts'
import { type MoneyUnit, type Pence, readToPenny } from '../../../domain/money.ts'

const LONGEST_EXPRESSION = 250

const startsWithFactor = /^\s*[*/×÷]/
/** Excel makes dates of these; here they would be divided. */
const yearOrDate = /^\s*(?:(?:19|20)\d\d\/\d\d|\d{1,2}\/\d{1,2}\/\d{2,4})\s*$/

/**
 * The amount that was typed into a cell: an amount, or arithmetic over amounts with £, k and m (`=120+35`, `1.2m-15k`,
 * `(400+20)/3`). A leading `*` or `/` applies to the amount of the cell; a leading `+` or `-` is a sign. A division is rounded to
 * the penny, half away from zero; nothing else is. Throws `bad-amount`, `amount-too-large`, `divided-by-zero`, and
 * `nothing-to-calculate` where the cell has no amount yet.
 */
export const readAmountExpression = (text: string, unit: MoneyUnit, before: Pence | undefined): Pence => {
  if (startsWithFactor.test(text) && before === undefined) return fail('nothing-to-calculate', { text })
  if (yearOrDate.test(text)) return fail('bad-amount', { text: text.trim() })
  const { amount, isRounded } = readToPenny(text, unit, { before, longest: LONGEST_EXPRESSION })
  return isRounded && !/[/÷]/.test(text) ? fail('bad-amount', { text }) : amount
}
