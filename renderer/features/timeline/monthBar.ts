import { addDays, type CalendarDay, daysBetween, weekday } from '../../../domain/calendarDay.ts'

/** A stretch of days on the bar, in hundredths of its width. */
export interface Stretch {
  key: string
  left: number
  width: number
}

export interface MonthBarSheet {
  from: CalendarDay
  to: CalendarDay
  months: (Stretch & { label: string })[]
  weekends: Stretch[]
  holidays: Stretch[]
  periods: (Stretch & { label: string })[]
  today: Stretch | null
}

interface Step {
  step: string
  on: CalendarDay
}

interface Drawn {
  steps: readonly Step[]
  holidays: readonly { on: CalendarDay }[]
  today: CalendarDay
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Where everything lies on a bar of whole weeks around the steps. */
export const monthBarOf = ({ steps, holidays, today }: Drawn): MonthBarSheet | null => {
  const days = steps.map(({ on }) => on).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const from = addDays(first, 1 - weekday(first))
  const to = addDays(last, 7 - weekday(last) + 7)
  const all = daysBetween(from, to) + 1
  const stretch = (key: string, start: CalendarDay, end: CalendarDay): Stretch => ({
    key,
    left: (daysBetween(from, start) / all) * 100,
    width: ((daysBetween(start, end) + 1) / all) * 100,
  })
  const dayOf = (step: string) => steps.find((each) => each.step === step)?.on
  const period = (key: string, label: string, start?: CalendarDay, end?: CalendarDay) =>
    start !== undefined && end !== undefined && start <= end ? [{ ...stretch(key, start, end), label }] : []
  const decision = dayOf('decision')
  const closes = dayOf('call_in_closes')
  const spend = dayOf('first_spend')
  return {
    from,
    to,
    months: monthsIn(from, to).map(({ start, end }) => ({
      ...stretch(start, start, end),
      label: `${monthNames[Number(start.slice(5, 7)) - 1]} ${start.slice(0, 4)}`,
    })),
    weekends: daysIn(from, to)
      .filter((day) => weekday(day) === 6)
      .map((day) => stretch(day, day, addDays(day, 1))),
    holidays: holidays.filter(({ on }) => from <= on && on <= to).map(({ on }) => stretch(on, on, on)),
    periods: [
      ...period('notice', 'Notice', dayOf('notice'), decision && addDays(decision, -1)),
      ...period('decision', 'Decision', decision, decision),
      ...period('call_in', 'Call-in', decision && addDays(decision, 1), closes),
      ...period('spend', 'Spend is lawful', spend, to),
    ],
    today: from <= today && today <= to ? stretch('today', today, today) : null,
  }
}

const daysIn = (from: CalendarDay, to: CalendarDay): CalendarDay[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

const monthsIn = (from: CalendarDay, to: CalendarDay): { start: CalendarDay; end: CalendarDay }[] =>
  [...Map.groupBy(daysIn(from, to), (day) => day.slice(0, 7)).values()].flatMap((days) => {
    const [start, end] = [days[0], days.at(-1)]
    return start && end ? [{ start, end }] : []
  })
