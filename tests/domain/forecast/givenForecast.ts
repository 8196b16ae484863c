import { calendarDay } from '../../../domain/calendarDay.ts'
import type { Forecast, ForecastLine } from '../../../domain/forecast/forecast.ts'
import type { LedgerYear } from '../../../domain/forecast/forecastYear.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import { idOf } from '../given.ts'

/** Pounds as pence. */
export const pounds = (amount: number): Pence => pence(amount * 100)

/** A year of the ledger: pounds spent by period, and its first periods closed. */
export const ledgerYearOf = (
  spent: Record<number, number> = {},
  { closedThrough = 0, startYear = 2020 }: { closedThrough?: number; startYear?: number } = {},
): LedgerYear => ({
  startYear,
  spent: new Map(Object.entries(spent).map(([period, amount]) => [Number(period), pounds(amount)])),
  isClosed: (period) => period <= closedThrough,
})

/** Lines of 2020/21 in pounds by period. */
export const linesOf = (amounts: Record<number, number>, startYear = 2020): ForecastLine[] =>
  Object.entries(amounts).map(([period, amount]) => ({ startYear, period: Number(period), amount: pounds(amount) }))

export const forecastOf = (lines: ForecastLine[], change: Partial<Forecast> = {}): Forecast => ({
  id: idOf('F'),
  revision: 1,
  isRemoved: false,
  schemeId: idOf('S'),
  version: 1,
  status: 'submitted',
  lines,
  note: '',
  writtenBy: 'scheme_lead',
  submittedBy: 'scheme_lead',
  submittedOn: calendarDay('2020-04-01'),
  ...change,
})
