import { type CalendarDay, dayInLondon, type Instant } from './calendarDay.ts'

const months = [
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

/** `20 August 2020`; a month is never shortened, because screen readers read "Aug" in several ways. */
export const formatDay = (day: CalendarDay): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]} ${year}`
}

/** `August 2020`: the month of a day. */
export const formatMonth = (day: CalendarDay): string => {
  const [year, month] = day.split('-').map(Number)
  return `${months[(month ?? 1) - 1]} ${year}`
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `5:30pm`, as clocks in London show it. */
export const formatTime = (moment: Instant): string => {
  const [hours = '0', minutes = '00'] = londonTime.format(new Date(moment)).split(':')
  const hour = Number(hours)
  return `${hour % 12 || 12}:${minutes}${hour < 12 ? 'am' : 'pm'}`
}

/** `60.0%`, `2.06%`: a share or rate as it was recorded, in basis points; the second decimal only where it says something. */
export const formatBasisPoints = (basisPoints: number): string =>
  `${(basisPoints / 100).toFixed(basisPoints % 10 === 0 ? 1 : 2)}%`

/** `20 August 2020, 4:00pm`. */
export const formatMoment = (moment: Instant): string => `${formatDay(dayInLondon(moment))}, ${formatTime(moment)}`
