import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { readAddress, writeAddress } from '../../renderer/lib/address.ts'
import { fileNameOf } from '../../renderer/lib/askProgram.ts'
import { readDay } from '../../renderer/lib/readDay.ts'
import { readYear } from '../../renderer/lib/readYear.ts'
import { nextRegion } from '../../renderer/lib/regions.ts'
import { searchOf, ViewSearch, viewOf } from '../../renderer/lib/view.ts'

const years = { from: 2020, to: 2024 }

test('an address holds the view, and the view gives the same address again', () => {
  const search = ViewSearch.parse(readAddress('?fy=2020-2021&unit=k&asAt=2020-08-28'))
  const view = viewOf(search, {}, years)
  expect(view).toEqual({ from: 2020, to: 2021, unit: '£000', asAt: '2020-08-28' })
  expect(writeAddress(searchOf(view))).toBe('?fy=2020-2021&unit=k&asAt=2020-08-28')
})

test('what an address cannot mean is dropped, and the last choice or the programme fills the gap', () => {
  const search = ViewSearch.parse(readAddress('?fy=2022-2020&unit=euro&asAt=2020-02-31'))
  expect(viewOf(search, {}, years)).toEqual({ from: 2020, to: 2024, unit: '£000', asAt: null })
  expect(viewOf(search, { fy: '2021-2022', unit: 'm' }, years)).toEqual({
    from: 2021,
    to: 2022,
    unit: '£m',
    asAt: null,
  })
})

test('today is left out of the address', () => {
  expect(writeAddress(searchOf({ from: 2020, to: 2021, unit: '£', asAt: null }))).toBe('?fy=2020-2021&unit=gbp')
})

test('a filter that looks like a number stays what was typed', () => {
  expect(readAddress(writeAddress({ find: '591', empty: '' }))).toEqual({ find: '591' })
})

test('a day is read in any common form, and what is no day is not', () => {
  const day = calendarDay('2020-08-20')
  expect(
    ['20 August 2020', '20 Aug 2020', '20th august 2020', '20/8/2020', '20.08.2020', '2020-08-20'].map(readDay),
  ).toEqual(Array.from({ length: 6 }, () => day))
  expect(['', '31 February 2020', 'August 2020', '20/13/2020', 'yesterday', '20 8 20'].map(readDay)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  )
})

test('a financial year is read by its start, and a wrong end is refused', () => {
  expect(['2020/21', '2020-21', '2020/2021', ' 2020 ', '1999/00'].map(readYear)).toEqual([2020, 2020, 2020, 2020, 1999])
  expect(['2020/22', '20/21', '1989/90', '2101', 'next'].map(readYear)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  )
})

test('the file name of a download is the one that the program gives', () => {
  expect(fileNameOf('attachment; filename="a_b.xlsx"; filename*=UTF-8\'\'a%C3%A9b.xlsx')).toBe('aéb.xlsx')
  expect(fileNameOf('attachment; filename="Spend report.csv"')).toBe('Spend report.csv')
  expect(fileNameOf(null)).toBeUndefined()
})

test('F6 goes round the regions in both directions', () => {
  const regions = ['header', 'navigation', 'main', 'footer']
  expect([
    nextRegion(regions, 'header', false),
    nextRegion(regions, 'footer', false),
    nextRegion(regions, 'header', true),
    nextRegion(regions, undefined, false),
    nextRegion(regions, undefined, true),
    nextRegion([], undefined, false),
  ]).toEqual(['navigation', 'header', 'footer', 'header', 'footer', undefined])
})
