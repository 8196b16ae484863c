import { formatYear, type StartYear } from './financialYear.ts'
import { type MoneyUnit, type Pence, pence, roundToUnit, sum } from './money.ts'

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

/** Whether a column in £ has to show pence: it does as soon as one amount in it is not whole pounds. */
export const needsPence = (amounts: Iterable<Pence>, unit: MoneyUnit): boolean => {
  if (unit !== '£') return false
  for (const amount of amounts) if (amount % 100 !== 0) return true
  return false
}

/** What the shown parts lack to the shown total, in pence; zero when the column adds up as drawn (R26). */
export const roundingOf = (parts: readonly Pence[], total: Pence, unit: MoneyUnit): Pence =>
  pence(roundToUnit(total, unit) - sum(parts.map((part) => roundToUnit(part, unit))))

/** One decimal, half away from zero. */
export const formatPercent = (part: number, whole: number): string => {
  const thousandths = (Math.abs(part) * 1000) / Math.abs(whole)
  const rounded = Math.floor(thousandths + 0.5) / 10
  const isNegative = rounded !== 0 && part < 0 !== whole < 0
  return `${isNegative ? 'minus ' : ''}${rounded.toFixed(1)}%`
}

/** `2020/21 to 2021/22`, or one year. */
export const formatYears = (from: StartYear, to: StartYear): string =>
  from === to ? formatYear(from) : `${formatYear(from)} to ${formatYear(to)}`

/** How a financial year is read aloud: `2020 to 2021`. */
export const spokenYear = (year: StartYear): string => `${year} to ${year + 1}`

/** `1 check`, `22 checks`: the plural where it is due. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
