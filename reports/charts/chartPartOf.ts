import type { MoneyUnit } from '../../domain/money.ts'
import type { Missing } from '../../domain/shownFigures.ts'
import type { ChartPart } from '../model/chartPart.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TableColumn, TableRow } from '../model/tablePart.ts'

/** What a report says of a chart beside its figures. */
export interface ChartAbout {
  /** Unique in the report; its table and rows are named after it. */
  id: string
  unit: MoneyUnit
  /** The years of its figures, and as at which day. */
  period: string
  /** In place of what the chart usually says that it measures. */
  measure?: string
  notes?: readonly string[]
}

interface ChartGiven extends Pick<ChartPart, 'headline' | 'drawing'> {
  measure: string
  type: ChartPart['native']['type']
  /** Column ids of what is drawn; the other columns stand in the table alone. */
  series: string[]
  columns: TableColumn[]
  rows: TableRow[]
  notes?: readonly string[]
}

/** A chart of a report with its numbers as a table. */
export const chartPartOf = ({ id, unit, period, measure, notes = [] }: ChartAbout, given: ChartGiven): ChartPart => {
  const measured = measure ?? given.measure
  return {
    kind: 'chart',
    id,
    headline: given.headline,
    measure: measured,
    unit,
    period,
    drawing: given.drawing,
    native: {
      type: given.type,
      series: given.series,
      rows: given.rows.filter(({ style }) => style !== 'total').map((row) => row.id),
    },
    table: {
      kind: 'table',
      id: `${id}/table`,
      name: measured,
      caption: measured,
      unit,
      columns: given.columns,
      rows: given.rows,
      notes: [],
      exempt: null,
    },
    notes: [...(given.notes ?? []), ...notes],
    exempt: null,
  }
}

export const chartColumn = (
  id: string,
  label: string,
  kind: TableColumn['kind'],
  adds: TableColumn['adds'] = null,
): TableColumn => ({
  id,
  label,
  kind,
  unit: null,
  adds,
  meaning: `${label} as drawn in the chart`,
  source: 'The ledger',
})

export const chartRow = (id: string, cells: TableCell[], rest: Partial<TableRow> = {}): TableRow => ({
  id,
  style: 'plain',
  cells,
  adds: null,
  exempt: null,
  ...rest,
})

/** The word of a table for a figure that is missing. */
export const missingCell = (missing: Missing): TableCell => {
  if (missing === 'at-theme') return { kind: 'given-at', place: 'theme' }
  return missing === 'at-programme' ? { kind: 'given-at', place: 'programme' } : { kind: missing }
}
