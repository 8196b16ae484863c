import { addDays, type CalendarDay } from '../calendarDay.ts'
import { firstDay, type StartYear } from '../financialYear.ts'
import type { ForecastCurve } from '../forecast/forecastCurve.ts'
import { formatDay } from '../inWords.ts'
import { formatInSentence, formatMoney, type MoneyUnit, type Pence, pence } from '../money.ts'
import { needsPence } from '../shownFigures.ts'
import type { DrawnCurve } from './chartDrawing.ts'
import type { ChartCell, ChartTable } from './chartTable.ts'

/** What the picture, the table and the words of the year's curve say. */
export const forecastCurveSheet = (
  { points, today, authority, spent, outturn }: ForecastCurve,
  { unit, startYear, isToday }: { unit: MoneyUnit; startYear: StartYear; isToday: boolean },
): { headline: string; table: ChartTable; picture: Pick<DrawnCurve, 'today' | 'ends' | 'days'> } => {
  const hasPence = needsPence([authority, spent, outturn], unit)
  const shown = (amount: Pence) => formatMoney(amount, unit, { pence: hasPence })
  return {
    headline: headlineOf(authority, outturn),
    picture: {
      today: today && { on: today, words: isToday ? `Today, ${formatDay(today)}` : `As at ${formatDay(today)}` },
      ends: {
        authority: `Authority ${shown(authority)}`,
        spent: `Spent ${shown(spent)}`,
        forecast: `Forecast ${shown(outturn)}`,
      },
      days: daysOf(startYear),
    },
    table: {
      rowHeading: 'Up to',
      columns: [
        { label: 'Authority', kind: 'money' },
        { label: 'Spent', kind: 'money' },
        { label: 'Forecast', kind: 'money' },
      ],
      rows: points.map((point) => ({
        id: point.on,
        label: formatDay(point.on),
        cells: [point.authority, point.spent, point.forecast].map(cellOf),
      })),
    },
  }
}

const cellOf = (amount: Pence | null): ChartCell =>
  amount === null ? { kind: 'missing', missing: 'not-applicable' } : { kind: 'money', amount }

const headlineOf = (authority: Pence, outturn: Pence): string => {
  const over = pence(outturn - authority)
  if (over > 0) return `The year is forecast to come to ${formatInSentence(over)} more than there is authority for`
  if (over === 0) return 'The year is forecast to come to its authority'
  return `The year is forecast to leave ${formatInSentence(pence(-over))} of its authority`
}

const daysOf = (startYear: StartYear): { on: CalendarDay; words: string }[] =>
  [
    firstDay(startYear),
    `${startYear}-07-01` as CalendarDay,
    `${startYear}-10-01` as CalendarDay,
    `${startYear + 1}-01-01` as CalendarDay,
    addDays(firstDay(startYear + 1), -1),
  ].map((on) => ({ on, words: formatDay(on).replace(/^\d+ /, '') }))
