import { type Cells, type MoneyLevel, moneyLevels, planLessOf } from '../../../domain/portfolio/cell.ts'
import type { PortfolioRow } from '../../../domain/portfolio/portfolio.ts'
import { columnWords, columnYears, spokenColumn } from '../../lib/columnWords.ts'
import { ledgerLevels, moneyCell, moneyLevelWords } from '../../lib/moneyCell.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { checkMarks } from './checkMarks.ts'
import { filteredThemes } from './filter.ts'
import type { PortfolioGridProps } from './LevelsGrid.tsx'
import { placeOf } from './placeOf.ts'
import { roundingRows } from './roundingRows.ts'
import { usePlanCells } from './usePlanCells.ts'

/** The report columns side by side; under each theme its levels, and under the plan the schemes that make it. */
export function YearsGrid(props: PortfolioGridProps) {
  const { portfolio, filter, unit, period, isEditing, focusAsked, openChecksAt } = props
  const plan = usePlanCells(portfolio.programme)
  const columns = portfolio.columns.map(
    (column, index): MoneyGridColumn => ({
      id: String(index),
      label: columnWords(column),
      spoken: spokenColumn(column),
      isTotal: column.kind === 'total',
      align: 'right',
    }),
  )

  const sheet = { columns, unit, filter }

  const acrossYears = (draw: (index: number) => MoneyGridCell): Record<string, MoneyGridCell> =>
    Object.fromEntries(portfolio.columns.map((_, index) => [String(index), draw(index)]))

  const levelCells = (row: PortfolioRow, level: MoneyLevel) =>
    acrossYears((index) => {
      const column = portfolio.columns[index]
      const money = row.columns[index]
      if (!column || !money) return { kind: 'blank' }
      const place = placeOf(row)
      const figure = place && {
        levels: ledgerLevels[level],
        place,
        withBelow: row.kind !== 'scheme',
        ...columnYears(column),
      }
      const isEditable =
        level === 'plan' && row.kind === 'scheme' && column.kind === 'year' && plan.canEdit(row.id, column.startYear)
      return moneyCell(money[level], { figure, isEditable })
    })

  const planLessCells = (row: PortfolioRow, level: 'allocation' | 'authority') =>
    acrossYears((index) => {
      const column = portfolio.columns[index]
      const money = row.columns[index]
      if (!column || !money) return { kind: 'blank' }
      const place = placeOf(row)
      const figure = place && {
        levels: ['plan' as const, level],
        place,
        withBelow: row.kind !== 'scheme',
        ...columnYears(column),
      }
      return moneyCell(planLessOf(money)[level], { figure })
    })

  const leaf = (
    id: string,
    label: string,
    depth: number,
    cells: MoneyGridRow['cells'],
    look?: MoneyGridRow['look'],
  ): MoneyGridRow => ({
    id,
    label,
    depth,
    isParent: false,
    look,
    cells,
  })

  const themeRows = (theme: PortfolioRow): MoneyGridRow[] => {
    const id = theme.id ?? theme.kind
    const others = moneyLevels.filter(
      (level) => level !== 'plan' && (level === 'authority' || isRecorded(theme.columns, level)),
    )
    const planRow: MoneyGridRow = {
      id: `${id} plan`,
      label: moneyLevelWords.plan,
      depth: 2,
      isParent: theme.children.length > 0,
      cells: levelCells(theme, 'plan'),
    }
    const schemeRows = theme.children.map(
      (scheme): MoneyGridRow => ({
        id: scheme.id ?? scheme.name,
        label: scheme.name,
        depth: 3,
        isParent: false,
        href: `/schemes/${scheme.id}`,
        marks: checkMarks(openChecksAt, scheme.id),
        cells: levelCells(scheme, 'plan'),
      }),
    )
    const marks = checkMarks(openChecksAt, id)
    return [
      { id, label: theme.name, depth: 1, isParent: true, look: 'group', marks, cells: {} },
      planRow,
      ...schemeRows,
      ...roundingRows(sheet, schemeRows, planRow, { depth: 3 }),
      ...others.map((level) => leaf(`${id} ${level}`, moneyLevelWords[level], 2, levelCells(theme, level))),
      leaf(`${id} less`, 'Plan less authority', 2, planLessCells(theme, 'authority'), 'difference'),
    ]
  }

  const total = portfolio.programme
  const rows = filteredThemes(total, filter).flatMap(themeRows)
  const footRows = [
    ...(['plan', 'allocation', 'authority'] as const).flatMap((level) => {
      const words = moneyLevelWords[level].toLowerCase()
      const row = leaf(`total ${level}`, `Programme ${words}`, 1, levelCells(total, level), 'total')
      const parts = rows.filter(({ id }) => total.children.some((theme) => id === `${theme.id ?? theme.kind} ${level}`))
      return [...roundingRows(sheet, parts, row, { depth: 1, label: `Rounding, ${words}` }), row]
    }),
    leaf('total less', 'Plan less authority', 1, planLessCells(total, 'authority'), 'difference'),
  ]

  return (
    <MoneyGrid
      name="Portfolio by year"
      unit={unit}
      period={period}
      rowHeading="Theme / level / scheme"
      columns={columns}
      rows={rows}
      footRows={footRows}
      isEditing={isEditing}
      focusAsked={focusAsked}
      onWrite={(changes) =>
        plan.write(
          changes.flatMap(({ rowId, columnId, amount }) => {
            const column = portfolio.columns[Number(columnId)]
            return column?.kind === 'year' ? [{ schemeId: rowId, startYear: column.startYear, amount }] : []
          }),
        )
      }
    />
  )
}

/** Whether anything but "none" stands in a level, so that a row of nothing is not drawn for each theme. */
function isRecorded(columns: readonly Cells[], level: MoneyLevel): boolean {
  return columns.some((money) => money[level].kind === 'amount' && level !== 'available')
}
