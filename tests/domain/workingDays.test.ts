import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BankHoliday, bankHolidays, bankHolidaysByRule } from '../../domain/bankHolidays.ts'
import { addDays, type CalendarDay, calendarDay, daysBetween, weekday } from '../../domain/calendarDay.ts'
import {
  addWorkingDays,
  callInDeadline,
  earliestDecision,
  effectiveAfterCallIn,
  isWorkingDay,
} from '../../domain/workingDays.ts'

const day = calendarDay
const holidays = bankHolidays
const daysOf = (year: number, from: readonly BankHoliday[]) =>
  from.filter((holiday) => holiday.on.startsWith(String(year))).map((holiday) => holiday.on.slice(5))
const someDay = fc.integer({ min: 0, max: 5_800 }).map((days) => addDays(day('2015-01-01'), days))

describe('bank holidays', () => {
  test('cover 2015 to 2030: announced days are published, later ones provisional', () => {
    const statuses = new Map(holidays.map((holiday) => [holiday.on.slice(0, 4), holiday.status]))
    expect([...statuses.keys()]).toEqual(Array.from({ length: 16 }, (_, index) => String(2015 + index)))
    expect([...statuses].filter(([, status]) => status === 'provisional').map(([year]) => year)).toEqual([
      '2027',
      '2028',
      '2029',
      '2030',
    ])
  })

  test('never fall on a weekend or twice on one day', () => {
    expect(holidays.filter((holiday) => weekday(holiday.on) > 5)).toEqual([])
    expect(new Set(holidays.map((holiday) => holiday.on)).size).toBe(holidays.length)
  })

  test('differ from the usual rule only by the days that were added or moved', () => {
    const differences = Array.from({ length: 12 }, (_, index) => 2015 + index).flatMap((year) => {
      const [announced, usual] = [daysOf(year, holidays), daysOf(year, bankHolidaysByRule(year))]
      return [
        ...announced.filter((on) => !usual.includes(on)).map((on) => `+${year}-${on}`),
        ...usual.filter((on) => !announced.includes(on)).map((on) => `-${year}-${on}`),
      ]
    })
    expect(differences).toEqual([
      '+2020-05-08',
      '-2020-05-04',
      '+2022-06-02',
      '+2022-06-03',
      '+2022-09-19',
      '-2022-05-30',
      '+2023-05-08',
    ])
  })

  test('by rule are the days of 2027 to 2030, substitute days included', () => {
    expect([2027, 2028, 2029, 2030].map((year) => daysOf(year, holidays))).toEqual([
      ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
      ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
      ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
      ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
    ])
  })

  test('a substitute day says so, and a Christmas Day on a Sunday is moved past Boxing Day', () => {
    const christmas = (year: number) =>
      bankHolidaysByRule(year)
        .filter((holiday) => holiday.on.slice(5, 7) === '12')
        .map((holiday) => `${holiday.on.slice(8)} ${holiday.name}`)
    expect([2016, 2021, 2020, 2024].map(christmas)).toEqual([
      ['26 Boxing Day', '27 Christmas Day (substitute day)'],
      ['27 Christmas Day (substitute day)', '28 Boxing Day (substitute day)'],
      ['25 Christmas Day', '28 Boxing Day (substitute day)'],
      ['25 Christmas Day', '26 Boxing Day'],
    ])
  })
})

describe('working days', () => {
  test('leave out weekends and bank holidays', () => {
    expect(
      ['2020-08-28', '2020-08-29', '2020-08-30', '2020-08-31'].map((on) => isWorkingDay(day(on), holidays)),
    ).toEqual([true, false, false, false])
  })

  test('come from the table that is passed in', () => {
    const extra = [{ on: day('2020-08-24') }]
    expect([isWorkingDay(day('2020-08-24'), extra), isWorkingDay(day('2020-08-31'), extra)]).toEqual([false, true])
    expect(addWorkingDays(day('2020-08-21'), 1, extra)).toBe('2020-08-25')
  })

  test('none after a day is the day itself, even at a weekend', () => {
    expect(addWorkingDays(day('2020-08-29'), 0, holidays)).toBe('2020-08-29')
  })

  test('added to a day are exactly the working days up to the day reached', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const reached = addWorkingDays(from, count, holidays)
        const after = Array.from({ length: daysBetween(from, reached) }, (_, index) => addDays(from, index + 1))
        expect(after.filter((on) => isWorkingDay(on, holidays))).toHaveLength(count)
        expect(isWorkingDay(reached, holidays)).toBe(true)
      }),
    )
  })
})

describe('statutory days', () => {
  test.each([
    ['2020-07-29', '2020-08-27'],
    ['2019-07-03', '2019-08-01'],
    ['2018-12-07', '2019-01-05'],
    ['2025-01-09', '2025-02-07'],
    ['2025-01-08', '2025-02-06'],
    ['2020-07-22', '2020-08-20'],
  ])('a notice of %s allows the decision on %s: 28 clear days', (notice, earliest) => {
    expect(earliestDecision(day(notice))).toBe(earliest)
    expect(daysBetween(day(notice), day(earliest)) - 1).toBe(28)
  })

  test.each<[string, string, string]>([
    ['2020-02-14', '2020-02-21', '2020-02-22'],
    ['2020-08-28', '2020-09-07', '2020-09-08'],
    ['2020-08-20', '2020-08-27', '2020-08-28'],
    ['2022-05-27', '2022-06-07', '2022-06-08'],
    ['2022-09-15', '2022-09-23', '2022-09-24'],
    ['2020-12-23', '2021-01-04', '2021-01-05'],
  ])('a decision published on %s can be called in up to %s and has effect on %s', (published, deadline, effective) => {
    expect([callInDeadline(day(published), 5, holidays), effectiveAfterCallIn(day(published), 5, holidays)]).toEqual([
      deadline as CalendarDay,
      effective as CalendarDay,
    ])
  })
})
