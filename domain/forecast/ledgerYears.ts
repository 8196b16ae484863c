import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence } from '../money.ts'
import type { PeriodState } from '../period/closedPeriods.ts'
import type { YearStatus } from '../programme/yearStatus.ts'
import type { LedgerYear, SpentByPeriod } from './forecastYear.ts'

/** What is spent at a place in a period, in pence. Period 0 is the year as a whole. */
export interface PeriodAmount {
  placeId: Id
  startYear: StartYear
  period: number
  amount: Pence
}

const nothing: SpentByPeriod = new Map()

/** The ledger of every place and year, as forecasts are held against it. */
export const ledgerYears = (
  spent: readonly PeriodAmount[],
  closed: { years: readonly Pick<YearStatus, 'startYear' | 'status'>[]; periods: readonly PeriodState[] },
): ((placeId: Id, startYear: StartYear) => LedgerYear) => {
  const closedYears = new Set(closed.years.filter(({ status }) => status === 'closed').map((each) => each.startYear))
  const closedPeriods = new Set(
    closed.periods.filter(({ status }) => status === 'closed').map((each) => `${each.startYear} ${each.period}`),
  )
  const byYear = new Map<string, Map<number, Pence>>()
  for (const { placeId, startYear, period, amount } of spent) {
    const key = `${placeId} ${startYear}`
    const own = byYear.get(key) ?? new Map<number, Pence>()
    own.set(period, pence((own.get(period) ?? 0) + amount))
    byYear.set(key, own)
  }
  return (placeId, startYear) => ({
    startYear,
    spent: byYear.get(`${placeId} ${startYear}`) ?? nothing,
    isClosed: (period) => closedYears.has(startYear) || closedPeriods.has(`${startYear} ${period}`),
  })
}
