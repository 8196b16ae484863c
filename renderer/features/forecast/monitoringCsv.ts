import { csvFile, csvText } from '../../../domain/csv.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatPlain, type Pence, sum } from '../../../domain/money.ts'
import type { MonitoringFacts } from './forecastFacts.ts'
import { budgetColumns, monitoringColumns, noteOf } from './monitoringColumns.ts'

const plain = (amount: Pence | null): string => (amount === null ? 'none' : formatPlain(amount))

/** Report 9 as a file: exact pounds, every row with its year, its day and its event. */
export const monitoringCsv = (facts: MonitoringFacts): Uint8Array<ArrayBuffer> => {
  const { themes, rows, asAt, startYear } = facts
  const columns = monitoringColumns(facts)
  const stamp = [asAt.day, String(asAt.seq)]
  const themeOf = (id: string | null) => themes.find((theme) => theme.id === id)?.name ?? ''
  const totals = columns.map(({ amountOf }) => sum(rows.map((row) => amountOf(row) ?? 0)))
  return csvFile([
    ['Year', 'Theme', 'Scheme', ...columns.map(({ reported }) => `${reported} £`), 'Note', 'As at', 'Event'],
    ...rows.map((row) => [
      formatYear(startYear),
      csvText(themeOf(row.themeId)),
      csvText(row.name),
      ...columns.map(({ amountOf }) => plain(amountOf(row))),
      csvText(noteOf(row)),
      ...stamp,
    ]),
    [formatYear(startYear), '', 'Total', ...totals.map(plain), '', ...stamp],
  ])
}

const levelNames = { plan: 'Expenditure plan', allocation: 'Capital programme (allocation)' } as const

/** How the budget came from the last report to now, as a file. */
export const reconciliationCsv = (facts: MonitoringFacts): Uint8Array<ArrayBuffer> => {
  const { asAt, since, startYear, places } = facts
  const stamp = [since, asAt.day, String(asAt.seq)]
  return csvFile([
    ['Year', 'Budget', 'Where', ...budgetColumns.map(({ label }) => `${label} £`), 'Last report', 'As at', 'Event'],
    ...(['plan', 'allocation'] as const).flatMap((level) =>
      [...facts[level].rows, { ...facts[level].total, place: null }].map((row) => [
        formatYear(startYear),
        levelNames[level],
        row.place === null ? 'Total' : csvText(places.find(({ id }) => id === row.place?.id)?.name ?? ''),
        ...budgetColumns.map(({ id }) => plain(row[id])),
        ...stamp,
      ]),
    ),
  ])
}
