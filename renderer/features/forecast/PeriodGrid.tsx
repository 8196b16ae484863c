import { useMutation } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import { firstDayOfPeriod, periodsOfYear } from '../../../domain/period/period.ts'
import { spokenYear } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { Mark, MoneyGridCell, MoneyGridColumn } from '../../ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../ui/moneyGrid/roundingRow.ts'
import type { ForecastFacts, ForecastScheme } from './forecastFacts.ts'
import { themeRows } from './themeRows.ts'

interface PeriodGridProps {
  facts: ForecastFacts
  isEditing: boolean
  focusAsked: RefObject<boolean>
  aside?: ReactNode
}

const shared: Mark = { kind: 'derived', words: 'its share of the year as a whole' }
const added: Mark = { kind: 'derived', words: 'its periods added up' }

/** One year by period: what was spent where a period is closed, what is expected where it is open. */
export function PeriodGrid({ facts, isEditing, focusAsked, aside }: PeriodGridProps) {
  const { view } = useView()
  const { startYear, closedPeriods, schemes } = facts
  const set = useMutation(trpc.forecasts.set.mutationOptions())
  const hasClosing =
    closedPeriods.includes(12) ||
    schemes.some(({ periods }) =>
      periods.some(({ period, amount, spent }) => period === 13 && (amount !== null || spent !== 0)),
    )
  const periods = periodsOfYear.filter((period) => period < 13 || hasClosing)
  const columns: MoneyGridColumn[] = [
    ...periods.map((period): MoneyGridColumn => {
      const month = period === 13 ? 'closing' : formatDay(firstDayOfPeriod(startYear, period)).split(' ')[1]
      const state = closedPeriods.includes(period) ? ', spent' : ''
      // Short, so that the months to come and the year stand beside those that are over.
      const label = `P${period} ${period === 13 ? month : month?.slice(0, 3)}${state}`
      return { id: String(period), label, spoken: `P${period} ${month}${state}`, align: 'right' }
    }),
    { id: '0', label: formatYear(startYear), spoken: spokenYear(startYear), align: 'right', isTotal: true },
    { id: 'budget', label: 'Budget', align: 'right' },
    { id: 'variance', label: 'Over or (under)', align: 'right' },
    { id: 'version', label: 'Version', align: 'left' },
  ]

  const cellsOf = (scheme: ForecastScheme): Record<string, MoneyGridCell> => {
    const year = scheme.years.find((each) => each.startYear === startYear)
    const figure = {
      levels: ['actual' as const],
      place: { kind: 'scheme' as const, id: scheme.id },
      withBelow: false,
      from: startYear,
      to: startYear,
    }
    const ofPeriods = scheme.periods.map(({ period, kind, amount }): [string, MoneyGridCell] => [
      String(period),
      cellOf(amount, {
        isEditable: kind !== 'closed',
        marks: kind === 'shared' ? [shared] : undefined,
        figure: kind === 'closed' ? figure : undefined,
      }),
    ])
    const { outturn = null, budget = null, basis = 'none' } = year ?? {}
    return {
      ...Object.fromEntries(ofPeriods),
      '0': cellOf(outturn, {
        isEditable: basis === 'as-whole' || basis === 'none',
        marks: basis === 'by-period' ? [added] : undefined,
      }),
      budget: cellOf(budget, { figure: { ...figure, levels: ['plan'] } }),
      variance: cellOf(outturn === null || budget === null ? null : pence(outturn - budget)),
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
      name={`Forecast ${formatYear(startYear)} by period`}
      unit={view.unit}
      period={`${formatYear(startYear)}, as at ${formatDay(facts.asAt.day)}`}
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
            const scheme = schemes.find(({ id }) => id === rowId)
            const period = Number(columnId)
            const was =
              period === 0
                ? scheme?.years.find((each) => each.startYear === startYear)?.whole
                : scheme?.periods.find((each) => each.period === period)?.amount
            return { schemeId: Id.parse(rowId), startYear, period, was: was ?? null, amount }
          }),
        })
      }
    />
  )
}

/** A scheme with the page that Ctrl+Enter opens. */
export const withPage = (scheme: ForecastScheme) => ({ ...scheme, href: `/schemes/${scheme.id}` })

export const cellOf = (
  amount: Pence | null,
  options: Omit<Extract<MoneyGridCell, { kind: 'money' }>, 'kind' | 'amount'> = {},
): MoneyGridCell =>
  amount === null ? { kind: 'missing', missing: 'none', ...options } : { kind: 'money', amount, ...options }

/** Short, so that the rows of the grid stay low. */
export const versionWords = ({ forecast }: ForecastScheme): string =>
  forecast ? `${forecast.version}, ${forecast.status}` : 'None yet'
