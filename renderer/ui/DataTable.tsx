import { type ReactNode, useState } from 'react'
import classes from './DataTable.module.css'

export interface DataColumn<Row> {
  id: string
  heading: string
  align?: 'left' | 'right'
  cell: (row: Row) => ReactNode
  /** What the column sorts by; a column without it cannot be sorted. */
  sortBy?: (row: Row) => string | number
  /** The cell names the row for a screen reader. */
  isRowHeading?: boolean
}

interface DataTableProps<Row> {
  caption: string
  /** The caption is read aloud only, where a heading beside the table says the same. */
  isCaptionHidden?: boolean
  columns: readonly DataColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Stands in the place of the rows when there are none. */
  empty: ReactNode
  footer?: ReactNode
}

/** A plain list with a caption and headings that sort. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden, columns, rows, keyOf, empty, footer } = props
  const [sort, setSort] = useState<{ id: string; isDescending: boolean } | null>(null)
  const sorted = sortRows(rows, columns.find((column) => column.id === sort?.id)?.sortBy, sort?.isDescending ?? false)

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key.
    <section className={classes.frame} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className={classes.caption} data-hidden={isCaptionHidden || undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-align={column.align ?? 'left'}
                {...(column.sortBy ? { 'aria-sort': directionOf(column.id, sort) } : {})}
              >
                {column.sortBy ? (
                  <button type="button" className={classes.sort} onClick={() => setSort(nextSort(column.id, sort))}>
                    {column.heading}
                    <span aria-hidden="true">
                      {{ none: ' ↕', ascending: ' ↑', descending: ' ↓' }[directionOf(column.id, sort)]}
                    </span>
                  </button>
                ) : (
                  column.heading
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) =>
                column.isRowHeading ? (
                  <th key={column.id} scope="row" data-align={column.align ?? 'left'}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align ?? 'left'}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
        {footer && <tfoot>{footer}</tfoot>}
      </table>
    </section>
  )
}

type Sort = { id: string; isDescending: boolean } | null

const directionOf = (id: string, sort: Sort): 'none' | 'ascending' | 'descending' =>
  sort?.id === id ? (sort.isDescending ? 'descending' : 'ascending') : 'none'

/** Up, then down, then as the list came. */
const nextSort = (id: string, sort: Sort): Sort => {
  if (sort?.id !== id) return { id, isDescending: false }
  return sort.isDescending ? null : { id, isDescending: true }
}

function sortRows<Row>(
  rows: readonly Row[],
  by: ((row: Row) => string | number) | undefined,
  isDescending: boolean,
): readonly Row[] {
  if (!by) return rows
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'en-GB', { numeric: true })
  return [...rows].sort((a, b) => (isDescending ? -1 : 1) * compare(by(a), by(b)))
}
