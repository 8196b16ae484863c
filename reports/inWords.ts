import type { CalendarDay, Instant } from '../domain/calendarDay.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const londonDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
const londonTime = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
})

/** `20 August 2020`. */
export const dayInWords = (date: CalendarDay): string => day.format(new Date(`${date}T00:00:00Z`))

/** `20 August 2020, 4:00pm`, as clocks in London show it. */
export const momentInWords = (moment: Instant): string => {
  const date = new Date(moment)
  return `${londonDay.format(date)}, ${londonTime.format(date).replace(/\s/g, '')}`
}
