import { formatYear } from '../../../domain/financialYear.ts'
import type { MonitoringRow } from '../../../domain/forecast/monitoring.ts'
import { type Pence, pence, ZERO } from '../../../domain/money.ts'
import type { MonitoringFacts } from './forecastFacts.ts'

interface MonitoringColumn {
  id: string
  /** On the screen, where actuals are called spent. */
  label: string
  /** In the report. */
  reported: string
  amountOf: (row: MonitoringRow) => Pence | null
}

/** The amounts of report 9, in its order, and what the variance is made of. */
export const monitoringColumns = ({
  through,
  startYear,
}: Pick<MonitoringFacts, 'through' | 'startYear'>): MonitoringColumn[] => {
  const toDate = through === 0 ? 'to date' : `to P${through}`
  return [
    { id: 'spent', label: `Spent ${toDate}`, reported: `Actual ${toDate}`, amountOf: (row) => row.spentToDate },
    {
      id: 'programmed',
      label: `Programmed ${toDate}`,
      reported: `Programmed ${toDate}`,
      amountOf: (row) => row.programmedToDate,
    },
    { id: 'over', label: 'Over or (under)', reported: 'Over/(under)', amountOf: (row) => row.overToDate },
    {
      id: 'outturn',
      label: `Outturn ${formatYear(startYear)}`,
      reported: 'Forecast outturn',
      amountOf: (row) => row.outturn,
    },
    { id: 'budget', label: 'Budget', reported: 'Approved budget', amountOf: (row) => row.budget },
    { id: 'variance', label: 'Variance', reported: 'Variance', amountOf: (row) => row.split?.variance ?? null },
    {
      id: 'slippage',
      label: 'Slippage',
      reported: 'of which slippage',
      amountOf: (row) => row.split?.slippage ?? null,
    },
    {
      id: 'acceleration',
      label: 'Acceleration',
      reported: 'of which acceleration',
      amountOf: (row) => row.split?.acceleration ?? null,
    },
    {
      id: 'overspend',
      label: 'Over- or (under)spend',
      reported: 'of which (under)/over',
      amountOf: (row) => row.split?.overspend ?? null,
    },
    {
      id: 'rephasing',
      label: 'Rephased to later years',
      reported: 'Planned rephasing to later years',
      amountOf: (row) => (row.split ? pence(Math.max(0, -row.split.slippage)) : null),
    },
  ]
}

/** What stands beside the amounts of a row: why there is no outturn, or what was said with the forecast. */
export const noteOf = ({ outturn, year, note, place }: MonitoringRow): string => {
  if (outturn === null) return place.kind === 'scheme' ? 'No forecast' : ''
  return year.basis === 'closed' ? 'Closed' : note
}

/** What the reconciliation of the budget lists between the last report and now. */
export const budgetColumns = [
  { id: 'lastReport', label: 'Budget per last report' },
  { id: 'injections', label: 'Injections' },
  { id: 'virements', label: 'Virements' },
  { id: 'reductions', label: 'Reductions' },
  { id: 'rephasing', label: 'Rephasing' },
  { id: 'other', label: 'Other changes' },
  { id: 'current', label: 'Current budget' },
] as const

export const isUnchanged = (row: MonitoringFacts['plan']['rows'][number]): boolean =>
  budgetColumns.every(({ id }) => id === 'lastReport' || id === 'current' || row[id] === ZERO)
