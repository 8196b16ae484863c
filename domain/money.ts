import { z } from 'zod'
import { calculate, roundedPence } from './arithmetic.ts'
import { fail } from './errors.ts'

/** £90 trillion in pence: a safe integer with room for sums. */
export const LARGEST_AMOUNT = 9_000_000_000_000_000

/** An amount of money in whole pence, with its sign. */
export const Pence = z.int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT).brand<'Pence'>()
export type Pence = z.infer<typeof Pence>

/** The unit that amounts are written and read in. */
export const MoneyUnit = z.enum(['£', '£000', '£m'])
export type MoneyUnit = z.infer<typeof MoneyUnit>

export const ZERO = 0 as Pence

/** Throws `amount-too-large` over £90 trillion and `bad-amount` for anything but a whole number of pence. */
export const pence = (value: number): Pence => {
  if (!Number.isInteger(value)) return fail('bad-amount', { text: String(value) })
  return Math.abs(value) > LARGEST_AMOUNT ? fail('amount-too-large', { text: String(value) }) : ((value || 0) as Pence)
}

/** The exact sum; throws `amount-too-large` rather than lose a penny. */
export const sum = (amounts: Iterable<number>): Pence => {
  let total = 0
  for (const amount of amounts) total += amount
  return pence(total)
}

/** How many pence one step of the last digit shown is worth: pounds, a tenth of a thousand, a hundredth of a million. */
const shownStep: Record<MoneyUnit, number> = { '£': 100, '£000': 10_000, '£m': 1_000_000 }
const shownDecimals: Record<MoneyUnit, number> = { '£': 0, '£000': 1, '£m': 2 }

/** The power of ten that turns the unit into pence. */
const powerOfUnit: Record<MoneyUnit, number> = { '£': 2, '£000': 5, '£m': 8 }

const LONGEST_TEXT = 60

/**
 * Reads `£1,234.50`, `1.2m`, `£3,049k`, `(12.00)`, `-40`, `16.99*3`, `400+35.5` and `=(120+35)/2`. A number without a mark is
 * in `unit`; with £, k or m it is as marked. Exact; throws `bad-amount` for anything else, fractions of a penny included,
 * `divided-by-zero`, and `amount-too-large` over £90 trillion.
 */
export const parseAmount = (text: string, unit: MoneyUnit = '£'): Pence => {
  const { amount, isRounded } = readToPenny(text, unit)
  return isRounded ? fail('bad-amount', { text }) : amount
}

/**
 * As `parseAmount`, but rounds to the penny, half away from zero, and says that it did. `before` is what a leading `*` or `/`
 * applies to. Texts are read up to `longest` characters.
 */
export const readToPenny = (
  text: string,
  unit: MoneyUnit,
  { before, longest = LONGEST_TEXT }: { before?: Pence | undefined; longest?: number } = {},
): { amount: Pence; isRounded: boolean } => {
  const exact = text.length > longest ? undefined : calculate(text, { power: powerOfUnit[unit], before })
  if (!exact) return fail('bad-amount', { text: text.slice(0, LONGEST_TEXT) })
  const amount = roundedPence(exact)
  const isTooLarge = amount > BigInt(LARGEST_AMOUNT) || amount < -BigInt(LARGEST_AMOUNT)
  if (isTooLarge) return fail('amount-too-large', { text: text.slice(0, LONGEST_TEXT) })
  return { amount: pence(Number(amount)), isRounded: amount * exact.under !== exact.over }
}

/** The amount as the unit shows it, in pence: whole pounds, tenths of £000, hundredths of £m; half away from zero (R26). */
export const roundToUnit = (amount: Pence, unit: MoneyUnit): Pence => {
  const step = shownStep[unit]
  const size = Math.abs(amount)
  const rest = size % step
  const rounded = size - rest + (rest * 2 >= step ? step : 0)
  return pence(amount < 0 ? -rounded : rounded)
}

/** For a cell: £ `3,049,000`, £000 `3,049.0`, £m `3.05`; negatives in brackets; £ shows pence only when asked to. */
export const formatMoney = (amount: Pence, unit: MoneyUnit, options: { pence?: boolean } = {}): string => {
  const showsPence = unit === '£' && options.pence === true
  const step = showsPence ? 1 : shownStep[unit]
  const decimals = showsPence ? 2 : shownDecimals[unit]
  const rounded = showsPence ? amount : roundToUnit(amount, unit)
  const text = group(Math.abs(rounded) / step, decimals)
  return rounded < 0 ? `(${text})` : text
}

/** For a sentence: `£65,000`, `minus £40,000`; pence are shown only when there are any. */
export const formatInSentence = (amount: Pence): string => {
  const size = Math.abs(amount)
  const text = size % 100 === 0 ? group(size / 100, 0) : group(size, 2)
  return `${amount < 0 ? 'minus ' : ''}£${text}`
}

/** For CSV and the clipboard: pounds and pence without separators, `-40.00`. */
export const formatPlain = (amount: Pence): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Digits with commas by thousands, of which the last `decimals` stand after the point. */
function group(steps: number, decimals: number): string {
  const digits = String(steps).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
}

/**
 * Shares an amount by whole-number weights so that the parts always add up to it: the pennies left over go to the
 * largest remainders, the earlier part first. Throws `bad-amount` for no weights, a negative or fractional weight, or
 * weights that are all zero.
 */
export const splitByWeights = (amount: Pence, weights: readonly number[]): Pence[] => {
  const isUsable = weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)
  const whole = isUsable ? weights.reduce((total, weight) => total + BigInt(weight), 0n) : 0n
  if (whole === 0n) return fail('bad-amount', { text: weights.slice(0, 10).join(', ') })

  const size = BigInt(Math.abs(amount))
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, share: product / whole, remainder: product % whole }
  })
  let left = Number(size - parts.reduce((total, part) => total + part.share, 0n))
  const byRemainder = [...parts].sort((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder))
  for (const part of byRemainder) {
    if (left === 0) break
    part.share += 1n
    left -= 1
  }
  return parts.map((part) => pence(amount < 0 ? -Number(part.share) : Number(part.share)))
}
