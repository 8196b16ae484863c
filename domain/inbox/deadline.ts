import type { BankHoliday } from '../bankHolidays.ts'
import type { CalendarDay } from '../calendarDay.ts'
import { addWorkingDays } from '../workingDays.ts'
import type { Task } from './task.ts'

export interface Deadlines {
  /** The day that is laid down for a task, or so many working days after it came; null where nothing says. */
  of: (task: Pick<Task, 'dueOn' | 'since' | 'deadlineWorkingDays'>) => CalendarDay | null
  /** Working days from one day to another, the first not counted; below zero backwards. */
  between: (from: CalendarDay, to: CalendarDay) => number
}

/** Until when tasks should be done. An inbox asks it thousands of times about the same days, so each is worked out once. */
export const deadlines = (holidays: readonly BankHoliday[]): Deadlines => {
  const following = new Map<CalendarDay, CalendarDay>()
  const workingDayAfter = (day: CalendarDay): CalendarDay => {
    const known = following.get(day)
    if (known) return known
    const next = addWorkingDays(day, 1, holidays)
    following.set(day, next)
    return next
  }
  return {
    of({ dueOn, since, deadlineWorkingDays }) {
      if (dueOn !== null || since === null || deadlineWorkingDays === null) return dueOn
      let day = since
      for (let left = deadlineWorkingDays; left > 0; left -= 1) day = workingDayAfter(day)
      return day
    },
    between(from, to) {
      const [first, last] = from <= to ? [from, to] : [to, from]
      let count = 0
      for (let day = workingDayAfter(first); day <= last; day = workingDayAfter(day)) count += 1
      return from <= to ? count : -count
    },
  }
}
