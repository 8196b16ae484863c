import { type CalendarDay, dayInLondon, type Instant, weekday } from '../../domain/calendarDay.ts'
import { formatDay, formatMoment, formatTime } from '../../domain/inWords.ts'
import { formatInSentence, formatMoney, type MoneyUnit, type Pence } from '../../domain/money.ts'
import { formatPercent } from '../../domain/shownFigures.ts'

export {
  countOf,
  formatPercent,
  formatYears,
  type Missing,
  missingWords,
  needsPence,
  roundingOf,
  spokenYear,
} from '../../domain/shownFigures.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const unitSpoken: Record<MoneyUnit, string> = {
  '£': 'pounds',
  '£000': 'thousands of pounds',
  '£m': 'millions of pounds',
}

/** How a figure is read aloud: "minus 40.0" where the cell shows "(40.0)". */
export const spokenMoney = (amount: Pence, unit: MoneyUnit, options: { pence?: boolean } = {}): string => {
  const shown = formatMoney(amount, unit, options)
  return shown.startsWith('(') ? `minus ${shown.slice(1, -1)}` : shown
}

/** `41.5% of £3,049,000`; no percentage of nothing. */
export const formatShare = (part: Pence, whole: Pence): string =>
  whole === 0 ? `none of ${formatInSentence(whole)}` : `${formatPercent(part, whole)} of ${formatInSentence(whole)}`

/** `Thursday 27 August 2020`, for a deadline. */
export const formatDeadline = (day: CalendarDay): string => `${weekdays[weekday(day) - 1]} ${formatDay(day)}`

/** `9:00am` of today, `28 August 2020, 9:00am` of another day. */
export const formatMomentFrom = (moment: Instant, today: CalendarDay): string =>
  dayInLondon(moment) === today ? formatTime(moment) : formatMoment(moment)
