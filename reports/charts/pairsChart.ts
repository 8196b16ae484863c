import { planSheet } from '../../domain/chart/planSheet.ts'
import { sum } from '../../domain/money.ts'
import type { Cell } from '../../domain/portfolio/cell.ts'
import type { PlanAndAuthority } from '../../domain/portfolio/planAgainstAuthority.ts'
import type { ChartPart } from '../model/chartPart.ts'
import { type TableCell, textCell } from '../model/tableCell.ts'
import { type ChartAbout, chartColumn, chartPartOf, chartRow, missingCell } from './chartPartOf.ts'

/** What each theme plans beside what it has authority for; null where no theme has either. */
export const pairsChart = (themes: readonly PlanAndAuthority[], about: ChartAbout): ChartPart | null => {
  const sheet = planSheet(themes, about.unit)
  if (sheet === null) return null
  const rows = themes.map((theme, at) =>
    chartRow(`${about.id}/${at + 1}`, [textCell(sheet.pairs[at]?.name ?? ''), ...cellsOf(theme).map(tableCell)]),
  )
  const totals = [0, 1, 2].map((at): TableCell => {
    const amounts = themes.flatMap((theme) => {
      const cell = cellsOf(theme)[at]
      return cell?.kind === 'amount' ? [cell.amount] : []
    })
    return amounts.length === 0 ? missingCell('none') : { kind: 'amount', amount: sum(amounts) }
  })
  const total = chartRow(`${about.id}/total`, [textCell('These themes'), ...totals], {
    style: 'total',
    adds: { plus: rows.map(({ id }) => id), minus: [] },
  })
  return chartPartOf(about, {
    headline: sheet.headline,
    measure: 'Plan and authority by theme',
    drawing: { picture: 'pairs', data: { pairs: sheet.pairs } },
    type: 'columns',
    series: ['plan', 'authority'],
    columns: [
      chartColumn('theme', 'Theme', 'text'),
      chartColumn('plan', 'Plan', 'amount'),
      chartColumn('authority', 'Authority', 'amount'),
      chartColumn('plan-less-authority', 'Plan less authority', 'amount', { plus: ['plan'], minus: ['authority'] }),
    ],
    rows: [...rows, total],
  })
}

const cellsOf = ({ plan, authority, planLessAuthority }: PlanAndAuthority): Cell[] => [
  plan,
  authority,
  planLessAuthority,
]

const tableCell = (cell: Cell): TableCell =>
  cell.kind === 'amount' ? { kind: 'amount', amount: cell.amount } : missingCell(cell.kind)
