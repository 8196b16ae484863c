import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDay,
  dayInLondon,
  daysBetween,
  endOfDayInLondon,
  Instant,
  weekday,
} from '../../domain/calendarDay.ts'
import { refusalOf } from './refusalOf.ts'

const instant = (text: string) => Instant.parse(text)
const someDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(calendarDay('1990-01-01'), days))

describe('a calendar day', () => {
  test.each(['2020-02-30', '2019-02-29', '2020-2-3', '20200203', '2020-13-01', '2020-01-01T00:00', '', 'today'])(
    '%j is refused as bad-day',
    (text) => {
      expect(refusalOf(() => calendarDay(text))).toEqual({ code: 'bad-day', detail: { text } })
    },
  )

  test('of a later month is that month’s last where it has no such day', () => {
    const later = (day: string, months: number) => addMonths(calendarDay(day), months)
    expect([later('2020-01-31', 1), later('2020-02-29', 12), later('2020-09-10', 24), later('2020-11-30', 3)]).toEqual([
      '2020-02-29',
      '2021-02-28',
      '2022-09-10',
      '2021-02-28',
    ])
  })

  test('is counted over leap days, changes of clocks and years', () => {
    expect(['2020-02-28', '2020-03-28', '2020-12-31'].map((text) => addDays(calendarDay(text), 2))).toEqual([
      '2020-03-01',
      '2020-03-30',
      '2021-01-02',
    ])
    expect(daysBetween(calendarDay('2020-07-22'), calendarDay('2020-08-20'))).toBe(29)
    expect(['2020-08-28', '2020-08-30', '2020-08-31'].map((text) => weekday(calendarDay(text)))).toEqual([5, 7, 1])
    fc.assert(
      fc.property(someDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(addDays(addDays(day, days), -days)).toBe(day)
      }),
    )
  })

  test('in London begins an hour before that of UTC in summer', () => {
    expect(
      ['2020-08-20T22:59:59.999Z', '2020-08-20T23:00:00.000Z', '2020-12-20T23:59:59.999Z'].map((text) =>
        dayInLondon(instant(text)),
      ),
    ).toEqual(['2020-08-20', '2020-08-21', '2020-12-20'])
  })

  test('ends in London with its last millisecond, also when the clocks change', () => {
    expect(
      ['2020-08-20', '2020-12-20', '2020-03-29', '2020-10-25'].map((text) => endOfDayInLondon(calendarDay(text))),
    ).toEqual([
      '2020-08-20T22:59:59.999Z',
      '2020-12-20T23:59:59.999Z',
      '2020-03-29T22:59:59.999Z',
      '2020-10-25T23:59:59.999Z',
    ])
    fc.assert(
      fc.property(someDay, (day) => {
        const end = endOfDayInLondon(day)
        expect(dayInLondon(end)).toBe(day)
        expect(dayInLondon(instant(new Date(Date.parse(end) + 1).toISOString()))).toBe(addDays(day, 1))
      }),
    )
  })
})
