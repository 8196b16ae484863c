import { useMutation } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { sum } from '../../../domain/money.ts'
import { formatYears, spokenYear } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { Mark, MoneyGridCell, MoneyGridColumn } from '../../ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../ui/moneyGrid/roundingRow.ts'
import type { ForecastFacts, ForecastScheme } from './forecastFacts.ts'
import { cellOf, versionWords, withPage } from './PeriodGrid.tsx'
import { themeRows } from './themeRows.ts'

interface YearsGridProps {
  facts: ForecastFacts
  isEditing: boolean
  focusAsked: RefObject<boolean>
  aside?: ReactNode
}

const added: Mark = { kind: 'derived', words: 'forecast by period, added up' }

/** The years of the page, each as a whole; a year that is forecast by period shows what its periods add up to. */
export function YearsGrid({ facts, isEditing, focusAsked, aside }: YearsGridProps) {
  const { view } = useView()
  const { schemes } = facts
  const years = facts.years.filter(({ startYear }) => view.from <= startYear && startYear <= view.to)
  const set = useMutation(trpc.forecasts.set.mutationOptions())
  const columns: MoneyGridColumn[] = [
    ...years.map(
      ({ startYear, isClosed }): MoneyGridColumn => ({
        id: String(startYear),
        label: `${formatYear(startYear)}${isClosed ? ', spent' : ''}`,
        spoken: `${spokenYear(startYear)}${isClosed ? ', spent' : ''}`,
        align: 'right',
      }),
    ),
    { id: 'total', label: 'Total', align: 'right', isTotal: true },
    { id: 'budget', label: 'Budget', align: 'right' },
    { id: 'version', label: 'Version', align: 'left' },
  ]
  const cellsOf = (scheme: ForecastScheme): Record<string, MoneyGridCell> => {
    const shown = scheme.years.filter(({ startYear }) => years.some((each) => each.startYear === startYear))
    const outturns = shown.flatMap(({ outturn }) => (outturn === null ? [] : [outturn]))
    const budgets = shown.flatMap(({ budget }) => (budget === null ? [] : [budget]))
    return {
      ...Object.fromEntries(
        shown.map(({ startYear, basis, outturn }): [string, MoneyGridCell] => [
          String(startYear),
          cellOf(outturn, {
            isEditable: basis === 'as-whole' || basis === 'none',
            marks: basis === 'by-period' ? [added] : undefined,
          }),
        ]),
      ),
      total: cellOf(outturns.length === 0 ? null : sum(outturns)),
      budget: cellOf(budgets.length === 0 ? null : sum(budgets)),
      version: { kind: 'words', text: versionWords(scheme) },
    }
  }
  const { rows, total } = themeRows(facts.themes, schemes.map(withPage), columns, cellsOf)
  const rounding = roundingRow(
    columns,
    rows.filter(({ depth }) => depth === 1),
    total,
    view.unit,
  )
  return (
    <MoneyGrid
      name="Forecast by year"
      unit={view.unit}
      period={`${formatYears(view.from, view.to)}, as at ${formatDay(facts.asAt.day)}`}
      rowHeading="Theme / scheme"
      columns={columns}
      rows={rows}
      footRows={rounding ? [rounding, total] : [total]}
      isEditing={isEditing}
      focusAsked={focusAsked}
      aside={aside}
      onWrite={(changes) =>
        set.mutateAsync({
          cells: changes.map(({ rowId, columnId, amount }) => {
            const startYear = Number(columnId)
            const scheme = schemes.find(({ id }) => id === rowId)
            const was = scheme?.years.find((each) => each.startYear === startYear)?.whole ?? null
            return { schemeId: Id.parse(rowId), startYear, period: 0, was, amount }
          }),
        })
      }
    />
  )
}
