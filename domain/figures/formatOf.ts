import type { Pence } from '../money.ts'
import { type AmountMark, writeAmount } from './writeAmount.ts'

const marks: Record<string, AmountMark> = {
  k: 'k',
  m: 'm',
  mn: 'm',
  bn: 'm',
  thousand: 'thousand',
  million: 'million',
  billion: 'million',
}

/** The format in which an amount is written as it was printed, to the same last digit. */
export const formatOf = (printed: string, amount: Pence): string => {
  const [, fraction, suffix] = /(?:\.(\d+))?\s?([a-z]+)?$/i.exec(printed) ?? []
  const mark = marks[suffix?.toLowerCase() ?? ''] ?? ''
  if (mark === '') return fraction === undefined ? 'pounds' : 'pence'
  const decimals = Math.min(fraction?.length ?? 0, 6)
  const isUsual = writeAmount(amount, { mark, decimals: null }) === writeAmount(amount, { mark, decimals })
  return isUsual ? mark : `${mark}${decimals}`
}
