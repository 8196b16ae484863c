import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'

interface Due {
  dueOn: CalendarDay | null
  workingDaysLeft: number | null
  meeting: { heldOn: CalendarDay } | null
}

/** Until when, in words: the day, and how many working days are left or gone. */
export const deadlineWords = ({ dueOn, workingDaysLeft, meeting }: Due, today: CalendarDay): string => {
  if (dueOn === null) return 'no date set'
  const day = formatDeadline(dueOn)
  if (meeting?.heldOn === dueOn && dueOn >= today) return `${day}, at its meeting${left(workingDaysLeft, dueOn, today)}`
  return `${day}${left(workingDaysLeft, dueOn, today)}`
}

const left = (days: number | null, dueOn: CalendarDay, today: CalendarDay): string => {
  if (dueOn === today) return ': today'
  if (days === null) return ''
  // A day that fell on a weekend is over, though no working day has passed since.
  if (dueOn < today) return days === 0 ? ': late' : `: ${countOf(-days, 'working day')} late`
  return days === 0 ? '' : `: ${countOf(days, 'working day')} left`
}
