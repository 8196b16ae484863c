import { type Pence, pence } from '../money.ts'

/** An amount of money as a text states it. */
export interface MoneyInText {
  printed: string
  /** Pence. */
  value: Pence
  /** How many pence one step of its last digit is worth. */
  step: number
}

const pattern = /£\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(k|m|bn|thousand|million|billion)\b)?/gi

const worth: Record<string, number> = {
  k: 1e5,
  thousand: 1e5,
  m: 1e8,
  million: 1e8,
  bn: 1e11,
  billion: 1e11,
}

/** Longer figures are no amounts of a programme, and would lose pennies. */
const MOST_DIGITS = 12

/** Every amount that is written with a pound sign, in the order of the text. */
export const moneyInText = (text: string): MoneyInText[] =>
  [...text.matchAll(pattern)].flatMap((match): MoneyInText[] => {
    const [printed, whole = '', decimals = '', unit] = match
    const digits = whole.replaceAll(',', '')
    if (digits.length + decimals.length > MOST_DIGITS) return []
    const scale = unit ? (worth[unit.toLowerCase()] ?? 100) : 100
    const value = Math.round(Number(`${digits}${decimals}`) * scale)
    // Pounds without a decimal are exact to the pound; with a unit the last digit says how exact it is.
    const step = Math.max(1, Math.round(scale / 10 ** Math.max(0, decimals.length - 1)))
    return [{ printed: printed.trim(), value: pence(value), step }]
  })

/** Whether an amount, rounded to the last digit that is stated, is what is stated. */
export const states = ({ value, step }: Pick<MoneyInText, 'value' | 'step'>, amount: Pence): boolean =>
  Math.round(Math.abs(amount) / step) * step === value

/** Whether an amount is what is stated, but a thousand times larger or smaller. */
export const isThousandfold = ({ value, step }: Pick<MoneyInText, 'value' | 'step'>, amount: Pence): boolean =>
  amount !== 0 &&
  (states({ value: (value * 1000) as Pence, step: step * 1000 }, amount) ||
    states({ value: Math.round(value / 1000) as Pence, step: Math.max(1, step / 1000) }, amount))
