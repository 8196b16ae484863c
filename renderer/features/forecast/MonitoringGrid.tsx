import { Link } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { Level } from '../../../domain/ledger/entry.ts'
import { formatInSentence, pence } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../ui/moneyGrid/roundingRow.ts'
import classes from './Forecast.module.css'
import type { MonitoringFacts } from './forecastFacts.ts'
import { monitoringColumns, noteOf } from './monitoringColumns.ts'
import { cellOf } from './PeriodGrid.tsx'
import { themeRows } from './themeRows.ts'

/** Report 9 on the screen: what is spent and what the year comes to, against the budget, by scheme. */
export function MonitoringGrid({ facts }: { facts: MonitoringFacts }) {
  const { view } = useView()
  const { startYear, totals } = facts
  const amounts = monitoringColumns(facts)
  const columns: MoneyGridColumn[] = [
    ...amounts.map(({ id, label }): MoneyGridColumn => ({ id, label, align: 'right' })),
    { id: 'note', label: 'Note', align: 'left' },
  ]
  const levelOf: Record<string, Level> = { spent: 'actual', budget: 'plan' }
  const items = facts.rows.map((row) => ({
    ...row,
    id: row.place.id,
    ...(row.place.kind === 'scheme' ? { href: `/schemes/${row.place.id}` } : {}),
  }))
  const { rows, total } = themeRows(facts.themes, items, columns, (row) => ({
    ...Object.fromEntries(
      amounts.map(({ id, amountOf }) => {
        const level = levelOf[id]
        const years = { from: startYear, to: startYear }
        const figure = level && { levels: [level], place: row.place, withBelow: false, ...years }
        return [id, cellOf(amountOf(row), { figure })]
      }),
    ),
    note: noteCell(noteOf(row)),
  }))
  const rounding = roundingRow(
    columns,
    rows.filter(({ depth }) => depth === 1),
    total,
    view.unit,
  )
  const without: MoneyGridRow = {
    id: 'without',
    label: 'Of it without a forecast',
    depth: 1,
    isParent: false,
    look: 'difference',
    cells: {
      spent: { kind: 'money', amount: totals.spentNotForecast },
      budget: { kind: 'money', amount: totals.budgetNotForecast },
    },
  }
  return (
    <>
      <MoneyGrid
        name={`Capital monitoring ${formatYear(startYear)}`}
        unit={view.unit}
        period={`${formatYear(startYear)}, as at ${formatDay(facts.asAt.day)}`}
        rowHeading="Theme / scheme"
        columns={columns}
        rows={rows}
        footRows={[...(rounding ? [rounding] : []), total, ...(totals.notForecast > 0 ? [without] : [])]}
      />
      <p>
        {totals.notForecast > 0 && (
          <>
            {countOf(totals.notForecast, 'budget has', 'budgets have')} no forecast,{' '}
            {formatInSentence(totals.budgetNotForecast)} together, and no part in the outturn or the variance.{' '}
            <Link to="/spend/forecast">Forecast</Link>.{' '}
          </>
        )}
        Variance is outturn less budget, {formatInSentence(pence(totals.variance))} in all, and splits without a rest
        into slippage, acceleration and over- or underspend. Programmed is the budget phased as the first forecast of
        the year phased it, and evenly where there was none.
      </p>
    </>
  )
}

/** On one line, so that the rows stay low; a long note goes on in the file that is saved. */
const noteCell = (note: string): MoneyGridCell => {
  const text = note.length > LONGEST_SHOWN ? `${note.slice(0, LONGEST_SHOWN)}…` : note
  return { kind: 'words', text, shown: <span className={classes.note}>{text}</span> }
}

/** In characters. */
const LONGEST_SHOWN = 80
