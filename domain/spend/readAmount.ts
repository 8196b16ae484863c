import { LARGEST_AMOUNT, type Pence, ZERO } from '../money.ts'
import type { ExtractCell } from './extractRow.ts'

/** An amount of a cell in pence, or what is wrong with the cell in words. */
export type AmountReading = { amount: Pence } | { problem: string }

/**
 * The amount of a cell that is not blank, in pounds: a number, or a text as finance systems print it, such as `(1,234.50)`,
 * `1,234.50-`, `£1 234.50 CR` and `1.234,50`. A fraction of a penny is refused rather than rounded.
 */
export const readAmount = ({ kind, text, value }: ExtractCell): AmountReading => {
  if (kind === 'number') return ofNumber(value as number, text)
  if (kind === 'text') return ofText(text)
  if (kind === 'error') return { problem: `The cell has the error ${text}. Put its formula right, or enter the amount` }
  return { problem: `The cell has ‘${text}’, which is not an amount. Enter an amount in pounds, even if it is 0` }
}

/** What a sum worked out in binary may be beside the penny it means. */
const NOISE = 0.0001

const ofNumber = (pounds: number, text: string): AmountReading => {
  // Fifteen digits are what a spreadsheet keeps; behind them stands what binary made of the sum.
  const pennies = Number(pounds.toPrecision(15)) * 100
  const whole = Math.round(pennies)
  if (Math.abs(whole) > LARGEST_AMOUNT) return { problem: tooLarge(text) }
  return Math.abs(pennies - whole) > NOISE ? { problem: fraction(text) } : { amount: (whole || ZERO) as Pence }
}

const tooLarge = (text: string): string => `${text} is larger than any amount of a programme. Enter the right amount`
const fraction = (text: string): string => `${text} has a fraction of a penny. Enter the amount in pounds and pence`

const written =
  /^(?<open>\()?\s*(?<sign>[-+])?\s*(?:£|GBP)?\s*(?<inner>[-+])?\s*(?<digits>\d[\d.,' ]*|\.\d+)\s*(?:GBP)?\s*(?<trailing>-|\+|CR|DR)?\s*(?<close>\))?$/i
const nothing = /^(?:£\s*)?-$|^nil$/i

const plainly = /^(-?)(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/

const ofText = (text: string): AmountReading => {
  const simple = plainly.exec(text)
  if (simple) {
    const size = Number(simple[2]?.replaceAll(',', '')) * 100 + Number((simple[3] ?? '').padEnd(2, '0'))
    return { amount: (simple[1] === '-' && size > 0 ? -size : size) as Pence }
  }
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
  if (nothing.test(plain)) return { amount: ZERO }
  if (/^#+$/.test(plain)) {
    return { problem: 'The column was too narrow when the file was saved. Widen it in Excel and save the file again' }
  }
  const groups = written.exec(plain)?.groups
  const number = groups && plainDigits((groups.digits ?? '').trim())
  if (!groups || number === undefined || (groups.open === undefined) !== (groups.close === undefined)) {
    return { problem: `The cell has text, ‘${shortened(plain)}’. Enter an amount in pounds, even if it is 0` }
  }
  const [whole = '', decimals = ''] = number.split('.')
  if (/[1-9]/.test(decimals.slice(2))) return { problem: fraction(plain) }
  const size = Number(`${whole}${decimals.slice(0, 2).padEnd(2, '0')}`)
  if (size > LARGEST_AMOUNT) return { problem: tooLarge(plain) }
  const marks = [groups.sign, groups.inner, groups.trailing?.toUpperCase()]
  const isNegative = groups.open !== undefined || marks.includes('-') || marks.includes('CR')
  return { amount: (isNegative && size > 0 ? -size : size) as Pence }
}

const LONGEST_SHOWN = 60
export const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text

/** Digits with at most one point, from digits with separators of thousands in either order; undefined where they stand anyhow. */
const plainDigits = (digits: string): string | undefined => {
  if (/^\d*(?:\.\d*)?$/.test(digits)) return digits
  if (/^\d{1,3}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d*)?$/.test(digits)) return digits.replace(/[, ']/g, '')
  // A point between thousands and a comma before the pence, as on the Continent.
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(digits) || /^\d+,\d{1,2}$/.test(digits)) {
    return digits.replaceAll('.', '').replace(',', '.')
  }
  return undefined
}
