import { yearOf } from '../financialYear.ts'
import { type Period, periodOf } from '../period/period.ts'
import type { ExtractCell } from './extractRow.ts'
import type { Mapping } from './mapping.ts'
import { shortened } from './readAmount.ts'
import { readDay } from './readDay.ts'

/** The period of a cell, and its financial year where the cell says one. */
export type PeriodReading = { period: Period; startYear: number | null } | { problem: string }
export type YearReading = { startYear: number } | { problem: string }

/** Finance systems close a year in up to four periods, which are one here. */
const LAST_PERIOD = 16

const months = ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar']
const inMonth = /^(apr|may|jun|jul|aug|sep|oct|nov|dec|jan|feb|mar)[a-z]*\.?(?:[ \-/']*(\d{4}|\d{2}))?$/i
const year = String.raw`(\d{4}[/-]\d{4}|\d{4}[/-]\d{2}|\d{2}[/-]\d{2}|\d{4})`
const word = String.raw`(?:accounting |financial |fin )?(?:period|per|month|p|m)?[ .\-]*`
const periodFirst = new RegExp(String.raw`^${word}(\d{1,2})(?:[ \-/,.]+(?:of )?(?:fy ?)?${year})?$`, 'i')
const yearFirst = new RegExp(String.raw`^(?:fy ?)?${year}[ \-/,.]*${word}(\d{1,2})$`, 'i')
const joined = /^(\d{4})[-/. ]?(0\d{2}|\d{2})$/

/** The period of a cell that is not blank: `3`, `P03 2021`, `2020/21 P3`, `202003`, `Jun-20`, or a date. */
export const readPeriod = (cell: ExtractCell, mapping: Pick<Mapping, 'yearNamedBy' | 'dayOrder'>): PeriodReading => {
  if (cell.kind === 'date') {
    const read = readDay(cell, mapping.dayOrder)
    return 'day' in read ? { period: periodOf(read.day), startYear: yearOf(read.day) } : read
  }
  const text = cell.text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const month = inMonth.exec(text)
  if (month) return ofMonth(month[1] ?? '', month[2])
  const first = periodFirst.exec(text)
  const last = first ? null : (joined.exec(text) ?? yearFirst.exec(text))
  const number = Number(first ? first[1] : last?.[2])
  const named = first ? first[2] : last?.[1]
  if ((!first && !last) || !(number >= 0 && number <= LAST_PERIOD)) {
    return { problem: `The cell has ‘${shortened(text)}’, which is not a period. Enter one from 1 to 13` }
  }
  if (number === 0) {
    return { problem: 'Period 0 is what was brought forward from the year before. Leave this row out' }
  }
  const startYear = named === undefined ? null : startYearIn(named, mapping.yearNamedBy)
  if (startYear === undefined) return { problem: `‘${shortened(text)}’ has no financial year that is understood` }
  return { period: Math.min(number, 13), startYear }
}

const ofMonth = (name: string, named: string | undefined): PeriodReading => {
  const period = months.indexOf(name.toLowerCase()) + 1
  if (named === undefined) return { period, startYear: null }
  const calendar = named.length === 2 ? 2000 + Number(named) : Number(named)
  return { period, startYear: period > 9 ? calendar - 1 : calendar }
}

/** The financial year of a cell that is not blank: `2020/21`, `20-21`, `FY21`, or one calendar year, named as the mapping says. */
export const readYear = ({ text }: ExtractCell, { yearNamedBy }: Pick<Mapping, 'yearNamedBy'>): YearReading => {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/^fy/i, '')
  const startYear = startYearIn(/^\d{2}$/.test(plain) ? `20${plain}` : plain, yearNamedBy)
  return startYear === undefined
    ? { problem: `The cell has ‘${shortened(text)}’, which is not a financial year. Enter one, for example 2020/21` }
    : { startYear }
}

const startYearIn = (named: string, yearNamedBy: Mapping['yearNamedBy']): number | undefined => {
  const [first = '', second] = named.split(/[/-]/)
  if (!/^\d{2}(?:\d{2})?$/.test(first)) return undefined
  const start = first.length === 2 ? 2000 + Number(first) : Number(first)
  if (start < 1990 || start > 2100) return undefined
  if (second === undefined) return yearNamedBy === 'start' ? start : start - 1
  return (start + 1) % 100 === Number(second.slice(-2)) ? start : undefined
}
