import type { CalendarDay } from './calendarDay.ts'
import { fail } from './errors.ts'

/** The day of an act: today, or the earlier one that is stated for what was done on paper. Throws `date-order` for a day to come. */
export const dayOfAct = (today: CalendarDay, stated: CalendarDay | null): CalendarDay => {
  if (stated !== null && stated > today) return fail('date-order', { earlier: stated, later: today })
  return stated ?? today
}
