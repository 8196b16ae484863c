import { z } from 'zod'
import { fail } from '../errors.ts'

/** So many thousandths of a benefit's unit: 2,500 is two and a half. Whole, so that nothing is lost. */
export const Quantity = z.int().min(-1e15).max(1e15).brand<'Quantity'>()
export type Quantity = z.infer<typeof Quantity>

/** Reads "7,000", "(12)" or "2.5"; null for nothing at all. Throws `bad-quantity`, also for more than three decimals. */
export const readQuantity = (typed: string): Quantity | null => {
  const plain = typed.replaceAll(/[\s\u00a0,£%]/g, '')
  if (plain === '') return null
  const match = /^(-|\()?(\d{1,12})(?:\.(\d{1,3}))?(\))?$/.exec(plain)
  if (!match || (match[1] === '(') !== (match[4] === ')')) return fail('bad-quantity', { text: typed.slice(0, 60) })
  const size = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'))
  return (match[1] ? -size || 0 : size) as Quantity
}

/** As people write it: 7,000 or 2.5, with brackets where it is below nought. */
export const writeQuantity = (quantity: Quantity): string => {
  const size = Math.abs(quantity)
  const whole = Math.trunc(size / 1000).toLocaleString('en-GB')
  const rest = String(size % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const written = rest === '' ? whole : `${whole}.${rest}`
  return quantity < 0 ? `(${written})` : written
}
