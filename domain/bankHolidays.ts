import { z } from 'zod'
import { addDays, CalendarDay, calendarDay, weekday } from './calendarDay.ts'

/** A bank holiday in England and Wales. `provisional` days follow the usual rule and are not announced yet. */
export const BankHoliday = z.strictObject({
  on: CalendarDay,
  name: z.string().trim().min(1).max(100),
  status: z.enum(['published', 'provisional']),
})
export type BankHoliday = z.infer<typeof BankHoliday>

const NEW_YEAR = 'New Year’s Day'
const GOOD_FRIDAY = 'Good Friday'
const EASTER_MONDAY = 'Easter Monday'
const EARLY_MAY = 'Early May bank holiday'
const SPRING = 'Spring bank holiday'
const SUMMER = 'Summer bank holiday'
const CHRISTMAS = 'Christmas Day'
const BOXING = 'Boxing Day'
const inLieu = (name: string) => `${name} (substitute day)`

/** The days announced for England and Wales on GOV.UK, one-off days and moved days included. */
const announced: Record<number, [monthAndDay: string, name: string][]> = {
  2015: [
    ['01-01', NEW_YEAR],
    ['04-03', GOOD_FRIDAY],
    ['04-06', EASTER_MONDAY],
    ['05-04', EARLY_MAY],
    ['05-25', SPRING],
    ['08-31', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-28', inLieu(BOXING)],
  ],
  2016: [
    ['01-01', NEW_YEAR],
    ['03-25', GOOD_FRIDAY],
    ['03-28', EASTER_MONDAY],
    ['05-02', EARLY_MAY],
    ['05-30', SPRING],
    ['08-29', SUMMER],
    ['12-26', BOXING],
    ['12-27', inLieu(CHRISTMAS)],
  ],
  2017: [
    ['01-02', inLieu(NEW_YEAR)],
    ['04-14', GOOD_FRIDAY],
    ['04-17', EASTER_MONDAY],
    ['05-01', EARLY_MAY],
    ['05-29', SPRING],
    ['08-28', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-26', BOXING],
  ],
  2018: [
    ['01-01', NEW_YEAR],
    ['03-30', GOOD_FRIDAY],
    ['04-02', EASTER_MONDAY],
    ['05-07', EARLY_MAY],
    ['05-28', SPRING],
    ['08-27', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-26', BOXING],
  ],
  2019: [
    ['01-01', NEW_YEAR],
    ['04-19', GOOD_FRIDAY],
    ['04-22', EASTER_MONDAY],
    ['05-06', EARLY_MAY],
    ['05-27', SPRING],
    ['08-26', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-26', BOXING],
  ],
  2020: [
    ['01-01', NEW_YEAR],
    ['04-10', GOOD_FRIDAY],
    ['04-13', EASTER_MONDAY],
    ['05-08', `${EARLY_MAY} (VE day)`],
    ['05-25', SPRING],
    ['08-31', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-28', inLieu(BOXING)],
  ],
  2021: [
    ['01-01', NEW_YEAR],
    ['04-02', GOOD_FRIDAY],
    ['04-05', EASTER_MONDAY],
    ['05-03', EARLY_MAY],
    ['05-31', SPRING],
    ['08-30', SUMMER],
    ['12-27', inLieu(CHRISTMAS)],
    ['12-28', inLieu(BOXING)],
  ],
  2022: [
    ['01-03', inLieu(NEW_YEAR)],
    ['04-15', GOOD_FRIDAY],
    ['04-18', EASTER_MONDAY],
    ['05-02', EARLY_MAY],
    ['06-02', SPRING],
    ['06-03', 'Platinum Jubilee bank holiday'],
    ['08-29', SUMMER],
    ['09-19', 'Bank holiday for the State Funeral'],
    ['12-26', BOXING],
    ['12-27', inLieu(CHRISTMAS)],
  ],
  2023: [
    ['01-02', inLieu(NEW_YEAR)],
    ['04-07', GOOD_FRIDAY],
    ['04-10', EASTER_MONDAY],
    ['05-01', EARLY_MAY],
    ['05-08', 'Bank holiday for the Coronation'],
    ['05-29', SPRING],
    ['08-28', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-26', BOXING],
  ],
  2024: [
    ['01-01', NEW_YEAR],
    ['03-29', GOOD_FRIDAY],
    ['04-01', EASTER_MONDAY],
    ['05-06', EARLY_MAY],
    ['05-27', SPRING],
    ['08-26', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-26', BOXING],
  ],
  2025: [
    ['01-01', NEW_YEAR],
    ['04-18', GOOD_FRIDAY],
    ['04-21', EASTER_MONDAY],
    ['05-05', EARLY_MAY],
    ['05-26', SPRING],
    ['08-25', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-26', BOXING],
  ],
  2026: [
    ['01-01', NEW_YEAR],
    ['04-03', GOOD_FRIDAY],
    ['04-06', EASTER_MONDAY],
    ['05-04', EARLY_MAY],
    ['05-25', SPRING],
    ['08-31', SUMMER],
    ['12-25', CHRISTMAS],
    ['12-28', inLieu(BOXING)],
  ],
}

const FIRST_YEAR = 2015
const LAST_YEAR = 2030

/**
 * The eight days that the usual rule gives a calendar year: the Banking and Financial Dealings Act 1971, the common-law
 * holidays, and the two days that are proclaimed each year. A day at a weekend is moved to the next free weekday.
 */
export const bankHolidaysByRule = (year: number): BankHoliday[] => {
  const day = (monthAndDay: string) => calendarDay(`${year}-${monthAndDay}`)
  const easter = easterSunday(year)
  const holidays: BankHoliday[] = []
  const add = (name: string, usual: CalendarDay) => {
    let on = usual
    while (weekday(on) > 5 || holidays.some((holiday) => holiday.on === on)) on = addDays(on, 1)
    holidays.push({ on, name: on === usual ? name : inLieu(name), status: 'provisional' })
  }
  add(NEW_YEAR, day('01-01'))
  add(GOOD_FRIDAY, addDays(easter, -2))
  add(EASTER_MONDAY, addDays(easter, 1))
  add(EARLY_MAY, firstMondayFrom(day('05-01')))
  add(SPRING, firstMondayFrom(day('05-25')))
  add(SUMMER, firstMondayFrom(day('08-25')))
  // A Christmas Day on a Sunday is moved past Boxing Day, which keeps its own day.
  const [christmas, boxing] = [day('12-25'), day('12-26')]
  if (weekday(christmas) === 7) add(BOXING, boxing)
  add(CHRISTMAS, christmas)
  if (weekday(christmas) !== 7) add(BOXING, boxing)
  return holidays
}

/** The table that a programme starts with, 2015 to 2030: announced days as published, later ones by rule. */
export const bankHolidays: readonly BankHoliday[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, index) => FIRST_YEAR + index,
).flatMap((year) => {
  const published = announced[year]?.map(
    ([monthAndDay, name]): BankHoliday => ({ on: calendarDay(`${year}-${monthAndDay}`), name, status: 'published' }),
  )
  return published ?? bankHolidaysByRule(year)
})

function firstMondayFrom(day: CalendarDay): CalendarDay {
  return addDays(day, (8 - weekday(day)) % 7)
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876. */
function easterSunday(year: number): CalendarDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  return addDays(calendarDay(`${year}-03-22`), epact + toSunday - 7 * lateMoon)
}
