import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { formatYear, type StartYear, yearOf } from '../financialYear.ts'
import { formatBasisPoints, formatDay, formatMonth } from '../inWords.ts'
import { formatInSentence, type MoneyUnit, type Pence } from '../money.ts'
import { writeAmount } from './writeAmount.ts'

/** What a token stands for, before it is put in words. */
export type FigureValue =
  /** `whole` is what it is a share of; null where it is a share of nothing. */
  | { kind: 'money'; amount: Pence; whole: Pence | null }
  | { kind: 'day'; day: CalendarDay }
  | { kind: 'year'; startYear: StartYear }
  | { kind: 'count'; count: number }
  | { kind: 'text'; text: string }
  /** Nothing is recorded: the words that say so. Missing is not nought. */
  | { kind: 'absent'; words: string }

/** What stands in the sentence; `amount` is null for what is no money. */
export interface Figure {
  amount: Pence | null
  unit: MoneyUnit | null
  text: string
}

export const amountFormat = /^(k|m|thousand|million)([0-6])?$/
const unitOf = { k: '£000', m: '£m', thousand: '£000', million: '£m' } as const

/** The value in the words of the format, or in its usual ones. Throws `bad-figure` for a format that is not for it. */
export const formatFigure = (value: FigureValue, format: string | null, token: string): Figure => {
  if (value.kind === 'absent') return words(value.words)
  const refuse = () => fail('bad-figure', { token, why: 'wrong-format', about: format ?? '' })
  switch (value.kind) {
    case 'money':
      return moneyIn(value, format) ?? refuse()
    case 'day':
      if (format === null || format === 'day') return words(formatDay(value.day))
      if (format === 'month') return words(formatMonth(value.day))
      return format === 'year' ? words(formatYear(yearOf(value.day))) : refuse()
    case 'year':
      return format === null || format === 'year' ? words(formatYear(value.startYear)) : refuse()
    case 'count':
      if (format === null || format === 'number') return words(value.count.toLocaleString('en-GB'))
      return format === 'words' ? words(small[value.count] ?? value.count.toLocaleString('en-GB')) : refuse()
    case 'text':
      return format === null ? words(value.text) : refuse()
  }
}

const words = (text: string): Figure => ({ amount: null, unit: null, text })

function moneyIn({ amount, whole }: Extract<FigureValue, { kind: 'money' }>, format: string | null): Figure | null {
  if (format === null) return { amount, unit: '£', text: formatInSentence(amount) }
  if (format === 'pounds') return { amount, unit: '£', text: writeAmount(amount, { mark: '', decimals: 0 }) }
  if (format === 'pence') return { amount, unit: '£', text: writeAmount(amount, { mark: '', decimals: 2 }) }
  if (format === 'percent') {
    if (whole === null) return null
    return words(whole === 0 ? 'no share' : formatBasisPoints(Math.round((amount / whole) * 10_000)))
  }
  const [, mark, digits] = amountFormat.exec(format) ?? []
  if (mark === undefined) return null
  const known = mark as keyof typeof unitOf
  const decimals = digits === undefined ? null : Number(digits)
  return { amount, unit: unitOf[known], text: writeAmount(amount, { mark: known, decimals }) }
}

const small = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]
