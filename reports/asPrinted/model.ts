import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Pence } from '../../domain/money.ts'
import type { StatedDocument, StatedFigure, StatedMeaning } from '../../domain/tieOut/stated.ts'

type CellMeaning = Extract<StatedMeaning, { kind: 'cell' }>

/** A cell as the document prints it; `value` is pence at the printed unit, null where the cell is blank. */
export interface PrintedCell {
  figureId: Id
  printed: string
  value: Pence | null
}

export interface PrintedRow {
  label: string
  meaning: CellMeaning['row']
  /** One entry for each column of the table; null where the document has no cell. */
  cells: (PrintedCell | null)[]
}

export interface PrintedTable {
  table: CellMeaning['table']
  title: string
  unit: StatedFigure['unit']
  columns: { column: CellMeaning['column']; label: string }[]
  rows: PrintedRow[]
}

/** The tables of a stated document, laid out as they are printed. Evidence to stand beside the programme's own tables. */
export interface AsPrinted {
  documentId: Id
  title: string
  datedOn: CalendarDay
  tables: PrintedTable[]
}

export const asPrinted = (document: StatedDocument): AsPrinted => {
  const cells = document.figures.flatMap((figure) =>
    figure.meaning?.kind === 'cell' ? [{ figure, meaning: figure.meaning }] : [],
  )
  return {
    documentId: document.id,
    title: document.title,
    datedOn: document.datedOn,
    tables: tables.flatMap((table) => {
      const own = cells.filter(({ meaning }) => meaning.table === table)
      return own.length === 0 ? [] : [printedTable(table, own)]
    }),
  }
}

const tables: CellMeaning['table'][] = ['previous-authority', 'authority', 'funding', 'expenditure-plan']

type StatedCell = { figure: StatedFigure; meaning: CellMeaning }

function printedTable(table: CellMeaning['table'], cells: StatedCell[]): PrintedTable {
  const columns = [...Map.groupBy(cells, ({ meaning }) => columnKey(meaning.column))]
    .map(([key, [first]]) => ({ key, ...(first as StatedCell) }))
    .toSorted((one, other) => columnOrder(one.meaning.column) - columnOrder(other.meaning.column))
  // The same label can stand twice, and one line can be printed under two labels: both make the row.
  const rows = Map.groupBy(cells, ({ figure, meaning }) => JSON.stringify([figure.place.row, meaning.row]))
  const [{ figure }] = cells as [StatedCell]
  return {
    table,
    title: figure.place.table ?? figure.place.section,
    unit: figure.unit,
    columns: columns.map(({ figure, meaning }) => ({ column: meaning.column, label: figure.place.column ?? '' })),
    rows: [...rows.values()].map((own) => ({
      label: own[0]?.figure.place.row ?? '',
      meaning: (own[0] as StatedCell).meaning.row,
      cells: columns.map(({ key }) => {
        const found = own.find(({ meaning }) => columnKey(meaning.column) === key)?.figure
        return found === undefined ? null : { figureId: found.id, printed: found.printed, value: found.value }
      }),
    })),
  }
}

const columnKey = (column: CellMeaning['column']): string => JSON.stringify(column)

const columnOrder = (column: CellMeaning['column']): number => {
  if (column.kind === 'total') return 0
  const step = { 'to-march': 0, year: 1, beyond: 2 }[column.kind]
  return step * 10_000 + column.startYear
}
