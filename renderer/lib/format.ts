import { type CalendarDay, dayInLondon, type Instant, weekday } from '../../domain/calendarDay.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { formatDay, formatMoment, formatTime } from '../../domain/inWords.ts'
import {
  formatInSentence,
  formatMoney,
  type MoneyUnit,
  type Pence,
  pence,
  roundToUnit,
  sum,
} from '../../domain/money.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The ways in which a figure can be missing. None of them is zero. */
export type Missing = 'none' | 'at-theme' | 'at-programme' | 'not-applicable' | 'not-recorded'

/** What a missing figure shows and what a screen reader says for it. */
export const missingWords: Record<Missing, { shown: string; spoken: string }> = {
  none: { shown: 'none', spoken: 'none recorded' },
  'at-theme': { shown: 'at theme', spoken: 'given at theme' },
  'at-programme': { shown: 'at prog.', spoken: 'given at programme' },
  'not-applicable': { shown: '–', spoken: 'does not apply' },
  'not-recorded': { shown: 'not recorded', spoken: 'not recorded' },
}

export const unitSpoken: Record<MoneyUnit, string> = {
  '£': 'pounds',
  '£000': 'thousands of pounds',
  '£m': 'millions of pounds',
}

/** Whether a column in £ has to show pence: it does as soon as one amount in it is not whole pounds. */
export const needsPence = (amounts: Iterable<Pence>, unit: MoneyUnit): boolean => {
  if (unit !== '£') return false
  for (const amount of amounts) if (amount % 100 !== 0) return true
  return false
}

/** How a figure is read aloud: "minus 40.0" where the cell shows "(40.0)". */
export const spokenMoney = (amount: Pence, unit: MoneyUnit, options: { pence?: boolean } = {}): string => {
  const shown = formatMoney(amount, unit, options)
  return shown.startsWith('(') ? `minus ${shown.slice(1, -1)}` : shown
}

/** What the shown parts lack to the shown total, in pence; zero when the column adds up as drawn (R26). */
export const roundingOf = (parts: readonly Pence[], total: Pence, unit: MoneyUnit): Pence =>
  pence(roundToUnit(total, unit) - sum(parts.map((part) => roundToUnit(part, unit))))

/** `41.5% of £3,049,000`; no percentage of nothing. */
export const formatShare = (part: Pence, whole: Pence): string =>
  whole === 0 ? `none of ${formatInSentence(whole)}` : `${formatPercent(part, whole)} of ${formatInSentence(whole)}`

/** One decimal, half away from zero. */
export const formatPercent = (part: number, whole: number): string => {
  const thousandths = (Math.abs(part) * 1000) / Math.abs(whole)
  const rounded = Math.floor(thousandths + 0.5) / 10
  const isNegative = rounded !== 0 && part < 0 !== whole < 0
  return `${isNegative ? 'minus ' : ''}${rounded.toFixed(1)}%`
}

/** `Thursday 27 August 2020`, for a deadline. */
export const formatDeadline = (day: CalendarDay): string => `${weekdays[weekday(day) - 1]} ${formatDay(day)}`

/** `9:00am` of today, `28 August 2020, 9:00am` of another day. */
export const formatMomentFrom = (moment: Instant, today: CalendarDay): string =>
  dayInLondon(moment) === today ? formatTime(moment) : formatMoment(moment)

/** `2020/21 to 2021/22`, or one year. */
export const formatYears = (from: StartYear, to: StartYear): string =>
  from === to ? formatYear(from) : `${formatYear(from)} to ${formatYear(to)}`

/** How a financial year is read aloud: `2020 to 2021`. */
export const spokenYear = (year: StartYear): string => `${year} to ${year + 1}`

/** `1 check`, `22 checks`: the plural where it is due. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
