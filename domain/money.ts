import { z } from 'zod'
import { fail } from './errors.ts'

/** £90 trillion in pence: a safe integer with room for sums. */
export const LARGEST_AMOUNT = 9_000_000_000_000_000

/** An amount of money in whole pence, with its sign. */
export const Pence = z.int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT).brand<'Pence'>()
export type Pence = z.infer<typeof Pence>

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
