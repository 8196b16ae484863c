import { expect, test } from 'vitest'
import { calendarDay, Instant } from '../../domain/calendarDay.ts'
import { formatBasisPoints } from '../../domain/inWords.ts'
import { pence } from '../../domain/money.ts'
import {
  formatDeadline,
  formatMomentFrom,
  formatPercent,
  formatShare,
  formatYears,
  needsPence,
  roundingOf,
  spokenMoney,
  spokenYear,
} from '../../renderer/lib/format.ts'

test('a negative figure is shown in brackets and read with its sign', () => {
  expect(spokenMoney(pence(-40_000_00), '£000')).toBe('minus 40.0')
  expect(spokenMoney(pence(40_000_00), '£000')).toBe('40.0')
})

test('a column in £ shows pence as soon as one amount in it is not whole pounds, and never in £000', () => {
  expect(needsPence([pence(100_00), pence(100_50)], '£')).toBe(true)
  expect(needsPence([pence(100_00), pence(-5_00)], '£')).toBe(false)
  expect(needsPence([pence(100_50)], '£000')).toBe(false)
})

test('the rounding row is what the shown parts lack to the shown total', () => {
  const parts = [pence(40_00), pence(40_00), pence(40_00)]
  expect(roundingOf(parts, pence(120_00), '£000')).toBe(100_00)
  expect(roundingOf([pence(400_000_00), pence(235_000_00)], pence(635_000_00), '£000')).toBe(0)
})

test('a percentage has one decimal, half away from zero, and names its base', () => {
  expect(formatPercent(635, 3049)).toBe('20.8%')
  expect(formatPercent(5, 10_000)).toBe('0.1%')
  expect(formatPercent(-5, 100)).toBe('minus 5.0%')
  expect(formatShare(pence(1_265_600_00), pence(3_049_000_00))).toBe('41.5% of £3,049,000')
  expect(formatShare(pence(5_00), pence(0))).toBe('none of £0')
})

test('a moment of another day says its day, also where London is a day ahead of the clock in Greenwich', () => {
  const late = Instant.parse('2020-08-28T23:30:00.000Z')
  expect(formatMomentFrom(late, calendarDay('2020-08-29'))).toBe('12:30am')
  expect(formatMomentFrom(late, calendarDay('2020-08-28'))).toBe('29 August 2020, 12:30am')
})

test('days and years are written in full', () => {
  expect(formatDeadline(calendarDay('2020-08-27'))).toBe('Thursday 27 August 2020')
  expect(formatYears(2020, 2021)).toBe('2020/21 to 2021/22')
  expect(formatYears(2020, 2020)).toBe('2020/21')
  expect(spokenYear(2020)).toBe('2020 to 2021')
})

test('a recorded rate keeps the second decimal where it says something, and has one otherwise', () => {
  expect([6_000, 206, 250, 3_333, 0].map(formatBasisPoints)).toEqual(['60.0%', '2.06%', '2.5%', '33.33%', '0.0%'])
})
