import { addDays, type CalendarDay } from '../calendarDay.ts'
import { firstDay, type YearRange } from '../financialYear.ts'
import { formatDay } from '../inWords.ts'
import { formatInSentence, formatMoney, type MoneyUnit, type Pence } from '../money.ts'
import type { SpendCurve } from '../portfolio/spendCurve.ts'
import { formatPercent, needsPence } from '../shownFigures.ts'
import type { DrawnCurve } from './chartDrawing.ts'
import type { ChartCell, ChartTable } from './chartTable.ts'

export interface CurveSheet {
  headline: string
  table: ChartTable
  picture: Pick<DrawnCurve, 'today' | 'ends' | 'days'>
}

/** What the picture, the table and the words of the curve of spend say. `isToday` is false for an earlier day asked for. */
export const curveSheet = (
  { points, today, authority, spent, spentThrough }: SpendCurve,
  { unit, years, isToday }: { unit: MoneyUnit; years: YearRange; isToday: boolean },
): CurveSheet => {
  const pence = needsPence([authority, spent], unit)
  const shown = (amount: Pence) => formatMoney(amount, unit, { pence })
  return {
    headline: headlineOf(authority, spent),
    picture: {
      today: today && { on: today, words: isToday ? `Today, ${formatDay(today)}` : `As at ${formatDay(today)}` },
      ends: { authority: `Authority ${shown(authority)}`, spent: `Spent ${shown(spent)}` },
      days: daysOf(years),
    },
    table: {
      rowHeading: 'Up to',
      columns: [
        { label: 'Authority', kind: 'money' },
        { label: 'Spent', kind: 'money' },
      ],
      rows: points.map(({ on, authority: given, spent: paid }) => ({
        id: on,
        label: formatDay(on),
        cells: [cellOf(given, 'not-applicable'), cellOf(paid, on > spentThrough ? 'not-recorded' : 'not-applicable')],
      })),
    },
  }
}

const cellOf = (amount: Pence | null, missing: 'not-recorded' | 'not-applicable'): ChartCell =>
  amount === null ? { kind: 'missing', missing } : { kind: 'money', amount }

const headlineOf = (authority: Pence, spent: Pence): string => {
  if (spent > authority) {
    return `${formatInSentence((spent - authority) as Pence)} more is spent than there is authority for`
  }
  const share = authority > 0 ? `, ${formatPercent(spent, authority)} of the authority` : ''
  return `${formatInSentence(spent)} is spent${share}`
}

/** The first day of each year and the last day of all, so many that they can be read beside each other. */
function daysOf({ from, to }: YearRange): { on: CalendarDay; words: string }[] {
  const step = Math.ceil((to - from + 1) / MOST_DAYS)
  const firsts = Array.from({ length: Math.ceil((to - from + 1) / step) }, (_, at) => firstDay(from + at * step))
  return [...firsts, addDays(firstDay(to + 1), -1)].map((on) => ({ on, words: monthWords(on) }))
}

const MOST_DAYS = 4

const monthWords = (day: CalendarDay): string => formatDay(day).replace(/^\d+ /, '')
