import { CalendarDay } from '../calendarDay.ts'
import { dayInWords } from '../reading/dayInWords.ts'
import { dayOfSerial } from './dayOfSerial.ts'
import type { ExtractCell } from './extractRow.ts'
import type { Mapping } from './mapping.ts'
import { shortened } from './readAmount.ts'

export type DayReading = { day: CalendarDay } | { problem: string }

/** Numbers between these are days of the years 2000 to 2099 as a workbook counts them. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050

/** The day of a cell that is not blank: a date, a serial number, or a day as it is written, `14/08/20`, `14-Aug-2020`, `20200814`. */
export const readDay = ({ kind, text, value }: ExtractCell, dayOrder: Mapping['dayOrder']): DayReading => {
  if (kind === 'date') return inReach(value as string, text)
  if (kind === 'error') return { problem: `The cell has the error ${text}. Put its formula right, or enter the date` }
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const serial = kind === 'number' ? (value as number) : /^\d{5}(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
  if (serial !== undefined && serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    return inReach(dayOfSerial(serial, false) ?? '', text)
  }
  const found = inFigures(plain, dayOrder) ?? inName(plain)
  return found === undefined
    ? { problem: `The cell has ‘${shortened(plain)}’, which is not a date. Enter a day, for example 14/08/2020` }
    : inReach(found, text)
}

/** Nothing that a programme knows of happened outside these years. */
const inReach = (day: string, text: string): DayReading => {
  const parsed = CalendarDay.safeParse(day)
  const year = Number(day.slice(0, 4))
  return parsed.success && year >= 1990 && year <= 2100
    ? { day: parsed.data }
    : { problem: `The cell has ‘${shortened(text)}’, which is not a date. Enter a day, for example 14/08/2020` }
}

const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?)?`
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}$`, 'i')
const yearLast = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})${time}$`, 'i')
const joined = /^(\d{4})(\d{2})(\d{2})$/

const inFigures = (text: string, dayOrder: Mapping['dayOrder']): string | undefined => {
  const first = yearFirst.exec(text) ?? joined.exec(text)
  if (first) return written(first[1], first[2], first[3])
  const last = yearLast.exec(text)
  if (!last) return undefined
  const [, one, two, year] = last
  const full = year?.length === 2 ? `20${year}` : year
  return dayOrder === 'day-month' ? written(full, two, one) : written(full, one, two)
}

const written = (year = '', month = '', day = ''): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const inName = (text: string): string | undefined => {
  const found = dayInWords(text)
  return found?.printed === text ? found.day : undefined
}
