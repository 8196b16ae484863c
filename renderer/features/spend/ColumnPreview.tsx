import { cellAt, type ExtractRow } from '../../../domain/spend/extractRow.ts'
import { DataTable } from '../../ui/DataTable.tsx'

/** Enough to recognise a column by. */
const ROWS = 4
const MOST_COLUMNS = 30

interface ColumnPreviewProps {
  rows: readonly ExtractRow[]
  headerRow: number
  width: number
}

/** The first rows below the headings, as they read in the file. */
export function ColumnPreview({ rows, headerRow, width }: ColumnPreviewProps) {
  const header = rows.find(({ row }) => row === headerRow)
  const below = rows.filter(({ row }) => row > headerRow).slice(0, ROWS)
  const columns = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, at) => ({
    id: String(at),
    heading: (header && cellAt(header, at).text) || `Column ${at + 1}`,
    cell: (row: ExtractRow) => cellAt(row, at).text,
  }))
  return (
    <DataTable
      caption="The first rows of the extract"
      rows={below}
      keyOf={({ row }) => String(row)}
      empty="No row stands below the headings."
      columns={[
        { id: 'row', heading: 'Row', isRowHeading: true, cell: ({ row }) => row.toLocaleString('en-GB') },
        ...columns,
      ]}
    />
  )
}
