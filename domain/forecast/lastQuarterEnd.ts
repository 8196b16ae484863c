import { addDays, type CalendarDay } from '../calendarDay.ts'

/** The last day of the quarter before the one that a day falls in: councils report by quarter. */
export const lastQuarterEnd = (day: CalendarDay): CalendarDay => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return addDays(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as CalendarDay, -1)
}
