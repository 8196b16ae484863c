import { addDays, type CalendarDay } from '../calendarDay.ts'
import { firstDay, type StartYear, type YearRange } from '../financialYear.ts'
import { type Pence, pence, sum } from '../money.ts'
import { thin } from './thin.ts'

/** Authority given, by the day it takes effect, and payments, by the period they count in. Amounts in pence. */
export interface CurveEntries {
  authority: readonly { on: CalendarDay; amount: Pence }[]
  /** Period 0 is the year as a whole: such a payment counts in the month of its own day. */
  spent: readonly { startYear: StartYear; period: number; on: CalendarDay; amount: Pence }[]
}

export interface CurvePoint {
  on: CalendarDay
  /** Up to that day, that day included. Null after the day that is shown as today. */
  authority: Pence | null
  /** Up to that day, at the start and at the ends of periods; null between them and after the last one that is recorded. */
  spent: Pence | null
}

/** How spend builds up against authority over a range of years, in pence. */
export interface SpendCurve {
  /** At the start, at the end of every month, and on each day on which authority moves. */
  points: CurvePoint[]
  /** The day of the reader, where it lies within the range. */
  today: CalendarDay | null
  authority: Pence
  spent: Pence
  /** The end of the last period that the spend is drawn for. */
  spentThrough: CalendarDay
}

/** More cost a second to draw. */
const MOST_POINTS = 500

interface CurveRange {
  years: YearRange
  today: CalendarDay
  closedYears: readonly StartYear[]
}

/**
 * The curve over `years`; null until something is spent. What was given before the first day is there from the start, and
 * what is dated after today counts today, so that the curve ends at the amounts of the ledger.
 */
export const spendCurve = (entries: CurveEntries, { years, today, closedYears }: CurveRange): SpendCurve | null => {
  if (entries.spent.length === 0) return null
  const start = firstDay(years.from)
  const end = lastDay(years.to)
  const through = within(today, start, end)
  const given = entries.authority.map(({ on, amount }) => ({ on: within(on, start, through), amount }))
  const paid = entries.spent.map((each) => ({ on: within(periodEnd(each), start, through), amount: each.amount }))
  const closed = closedYears.filter((year) => years.from <= year && year <= years.to).map(lastDay)
  const spentThrough = latest([...paid.map(({ on }) => on), ...closed.map((day) => within(day, start, through))])

  const periodEnds = new Set([start, ...monthEnds(start, end), ...paid.map(({ on }) => on), spentThrough])
  const days = new Set([...periodEnds, ...given.map(({ on }) => on), through])
  const authorityBy = runningSum(given)
  const spentBy = runningSum(paid)
  const points = [...days].sort().map(
    (on): CurvePoint => ({
      on,
      authority: on <= through ? authorityBy(on) : null,
      spent: on <= spentThrough && periodEnds.has(on) ? spentBy(on) : null,
    }),
  )
  return {
    points: thin(points, [({ authority }) => authority, ({ spent }) => spent], MOST_POINTS),
    today: today === through ? today : null,
    authority: sum(given.map(({ amount }) => amount)),
    spent: sum(paid.map(({ amount }) => amount)),
    spentThrough,
  }
}

const lastDay = (year: StartYear): CalendarDay => addDays(firstDay(year + 1), -1)

const within = (day: CalendarDay, first: CalendarDay, last: CalendarDay): CalendarDay =>
  day < first ? first : day > last ? last : day

const latest = (days: readonly CalendarDay[]): CalendarDay =>
  days.reduce((later, day) => (day > later ? day : later), days[0] as CalendarDay)

/** The last day of the month that a payment counts in; the closing period counts in March. */
function periodEnd({ startYear, period, on }: CurveEntries['spent'][number]): CalendarDay {
  if (period === 0) return monthEnd(within(on, firstDay(startYear), lastDay(startYear)))
  const month = Math.min(period, 12) + 3
  const [year, number] = month > 12 ? [startYear + 1, month - 12] : [startYear, month]
  return monthEnd(`${year}-${String(number).padStart(2, '0')}-01` as CalendarDay)
}

const monthEnd = (day: CalendarDay): CalendarDay => {
  const inNextMonth = addDays(`${day.slice(0, 7)}-28` as CalendarDay, 4)
  return addDays(`${inNextMonth.slice(0, 7)}-01` as CalendarDay, -1)
}

function* monthEnds(first: CalendarDay, last: CalendarDay): Generator<CalendarDay> {
  for (let day = monthEnd(first); day <= last; day = monthEnd(addDays(day, 1))) yield day
}

/** The sum up to a day, for days asked in any order. */
function runningSum(amounts: readonly { on: CalendarDay; amount: Pence }[]): (day: CalendarDay) => Pence {
  const inOrder = [...amounts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const sums: { on: CalendarDay; total: Pence }[] = []
  let total = 0
  for (const { on, amount } of inOrder) {
    total += amount
    sums.push({ on, total: pence(total) })
  }
  return (day) => sums.findLast(({ on }) => on <= day)?.total ?? pence(0)
}
