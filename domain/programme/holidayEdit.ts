import { z } from 'zod'
import { BankHoliday } from '../bankHolidays.ts'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

/** A change to the shipped table of bank holidays: a day added or renamed, or a shipped day that is an ordinary one after all. */
export const HolidayEdit = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  on: CalendarDay,
  name: BankHoliday.shape.name,
  isHoliday: z.boolean(),
})
export type HolidayEdit = z.infer<typeof HolidayEdit>

/** A day of the shipped table or the programme's own; `added` and `struck-out` say what the programme changed. */
export interface HolidayRow {
  on: CalendarDay
  name: string
  status: BankHoliday['status'] | 'added' | 'struck-out'
}

/** The shipped table with the programme's own changes beside it, struck-out days included, in order of days. */
export const holidayTable = (
  shipped: readonly BankHoliday[],
  edits: readonly Pick<HolidayEdit, 'on' | 'name' | 'isHoliday'>[],
): HolidayRow[] => {
  const edited = new Set(edits.map((edit) => edit.on))
  const own = edits.map(
    ({ on, name, isHoliday }): HolidayRow => ({
      on,
      name,
      status: isHoliday ? 'added' : 'struck-out',
    }),
  )
  return [...shipped.filter((holiday) => !edited.has(holiday.on)), ...own].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The table that counts: the shipped one with the programme's own changes, in order of days. */
export const holidaysInForce = (
  shipped: readonly BankHoliday[],
  edits: readonly Pick<HolidayEdit, 'on' | 'name' | 'isHoliday'>[],
): BankHoliday[] => {
  const edited = new Set(edits.map((edit) => edit.on))
  const added = edits
    .filter((edit) => edit.isHoliday)
    .map(({ on, name }) => ({ on, name, status: 'published' as const }))
  return [...shipped.filter((holiday) => !edited.has(holiday.on)), ...added].sort((a, b) => (a.on < b.on ? -1 : 1))
}
