import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { holidaysInForce, holidayTable } from '../../domain/programme/holidayEdit.ts'

const shipped = [
  { on: calendarDay('2020-05-08'), name: 'Early May', status: 'published' as const },
  { on: calendarDay('2028-01-03'), name: 'New Year', status: 'provisional' as const },
]
const edits = [
  { on: calendarDay('2028-01-03'), name: 'New Year', isHoliday: false },
  { on: calendarDay('2022-09-19'), name: 'State funeral', isHoliday: true },
]

test('the table shows what a programme added and struck out; only what is not struck out counts', () => {
  expect(holidayTable(shipped, edits)).toEqual([
    shipped[0],
    { on: '2022-09-19', name: 'State funeral', status: 'added' },
    { on: '2028-01-03', name: 'New Year', status: 'struck-out' },
  ])
  expect(holidaysInForce(shipped, edits).map((holiday) => holiday.on)).toEqual(['2020-05-08', '2022-09-19'])
})
