import type { BankHoliday } from '../bankHolidays.ts'
import { addDays, type CalendarDay } from '../calendarDay.ts'
import { addWorkingDays, isWorkingDay } from '../workingDays.ts'
import type { Task } from './task.ts'

type Dated = Pick<Task, 'dueOn' | 'since' | 'deadlineWorkingDays'>

/**
 * Until when tasks should be done: the day that is laid down for them, or so many working days after they came; null where
 * nothing says. What it worked out once it remembers: many tasks came on the same day.
 */
export const deadlines = (holidays: readonly BankHoliday[]): ((task: Dated) => CalendarDay | null) => {
  const known = new Map<string, CalendarDay>()
  return ({ dueOn, since, deadlineWorkingDays }) => {
    if (dueOn !== null || since === null || deadlineWorkingDays === null) return dueOn
    const key = `${since} ${deadlineWorkingDays}`
    const on = known.get(key) ?? addWorkingDays(since, deadlineWorkingDays, holidays)
    known.set(key, on)
    return on
  }
}

/** Working days from one day to another, the first not counted; below zero backwards. */
export const workingDaysBetween = (from: CalendarDay, to: CalendarDay, holidays: readonly BankHoliday[]): number => {
  const [first, last] = from <= to ? [from, to] : [to, from]
  let count = 0
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1
  return from <= to ? count : -count
}
