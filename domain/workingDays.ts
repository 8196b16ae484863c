import type { BankHoliday } from './bankHolidays.ts'
import { addDays, type CalendarDay, weekday } from './calendarDay.ts'

type Holidays = readonly Pick<BankHoliday, 'on'>[]

/** Monday to Friday, but for bank holidays. */
export const isWorkingDay = (day: CalendarDay, holidays: Holidays): boolean =>
  weekday(day) <= 5 && !holidays.some((holiday) => holiday.on === day)

/** The day that many working days after a day, which itself does not count; the day itself for none. */
export const addWorkingDays = (day: CalendarDay, workingDays: number, holidays: Holidays): CalendarDay => {
  let reached = day
  for (let left = workingDays; left > 0; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached, holidays)) left -= 1
  }
  return reached
}

/** The last day on which a published decision can be called in; five working days at Leeds. */
export const callInDeadline = (publishedOn: CalendarDay, workingDays: number, holidays: Holidays): CalendarDay =>
  addWorkingDays(publishedOn, workingDays, holidays)

/** The first day on which a published decision has effect when nobody calls it in: the calendar day after the window. */
export const effectiveAfterCallIn = (publishedOn: CalendarDay, workingDays: number, holidays: Holidays): CalendarDay =>
  addDays(callInDeadline(publishedOn, workingDays, holidays), 1)

/** SI 2012/2089 regulation 9: 28 clear days between the notice and the decision, neither of them counted. */
const CLEAR_DAYS_OF_NOTICE = 28

/** The first day on which a key decision can be made after its notice was published. */
export const earliestDecision = (noticeOn: CalendarDay): CalendarDay => addDays(noticeOn, CLEAR_DAYS_OF_NOTICE + 1)
