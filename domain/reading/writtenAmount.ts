import { type MoneyUnit, type Pence, pence, readToPenny, ZERO } from '../money.ts'

/** A number as it is written: digits with separators and a point, what stands around it, and its unit mark. */
export interface WrittenAmount {
  /** Digits and point only. */
  digits: string
  isNegative: boolean
  hasPound: boolean
  mark: 'k' | 'm' | 'bn' | null
}

/** More digits than any amount of a programme has. */
const MOST_DIGITS = 12

const unitOfMark = { k: '£000', m: '£m', bn: '£m' } as const

/** What a unit mark such as `k`, `thousand`, `million` or `bn` means. */
export const markOf = (text: string | undefined): WrittenAmount['mark'] => {
  const mark = text?.toLowerCase() ?? ''
  if (mark === '') return null
  return mark.startsWith('b') ? 'bn' : mark.startsWith('m') ? 'm' : 'k'
}

/** The unit that an amount is printed in where no column tells. */
export const unitOf = ({ mark }: Pick<WrittenAmount, 'mark'>): MoneyUnit => (mark === null ? '£' : unitOfMark[mark])

/** Pence, and whether a fraction of a penny was rounded away; undefined where it is too large to be an amount. */
export const worthOf = (
  { digits, isNegative, mark }: Pick<WrittenAmount, 'digits' | 'isNegative' | 'mark'>,
  unit: MoneyUnit,
): { value: Pence; isRounded: boolean } | undefined => {
  if (digits.replace('.', '').length > MOST_DIGITS) return undefined
  // The reader of amounts knows no billions.
  const text = mark === 'bn' ? `${digits}m*1000` : `${digits}${mark ?? ''}`
  const { amount, isRounded } = readToPenny(text, mark === null ? unit : unitOfMark[mark])
  return { value: isNegative && amount !== 0 ? pence(-amount) : amount || ZERO, isRounded }
}
