import type { Pence } from '../money.ts'

export type AmountMark = '' | 'k' | 'm' | 'thousand' | 'million'

/** The power of ten that turns what stands before the mark into pence. */
const powerOf: Record<AmountMark, number> = { '': 2, k: 5, thousand: 5, m: 8, million: 8 }
/** The decimals that an amount with a mark has unless it is told: as in the tables. */
const usual: Record<AmountMark, number> = { '': 0, k: 1, thousand: 1, m: 2, million: 2 }

/**
 * An amount as a sentence has it: `£3,049k`, `£1,265.6k`, `£0.6m`, `£3.05 million`, `minus £40k`; rounded half away from nought.
 * Where no decimals are asked for, those that say nothing of an exact amount are left out.
 */
export const writeAmount = (
  amount: Pence,
  { mark, decimals }: { mark: AmountMark; decimals: number | null },
): string => {
  const power = powerOf[mark]
  const shown = Math.min(decimals ?? usual[mark], power)
  const step = 10 ** (power - shown)
  const size = Math.abs(amount)
  const rest = size % step
  const steps = (size - rest) / step + (rest * 2 >= step ? 1 : 0)
  const digits = String(steps).padStart(shown + 1, '0')
  const whole = digits.slice(0, digits.length - shown).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = shown === 0 ? '' : digits.slice(-shown)
  const kept = decimals === null && rest === 0 ? fraction.replace(/0+$/, '') : fraction
  const number = kept === '' ? whole : `${whole}.${kept}`
  const isLong = mark === 'thousand' || mark === 'million'
  return `${amount < 0 && steps !== 0 ? 'minus ' : ''}£${number}${isLong ? ' ' : ''}${mark}`
}
