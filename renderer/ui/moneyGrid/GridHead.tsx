import classes from './MoneyGrid.module.css'
import type { MoneyGridColumn } from './moneyGridRow.ts'

interface GridHeadProps {
  rowHeading: string
  columns: readonly MoneyGridColumn[]
  /** In characters, where only the rows in view are drawn and so cannot say how wide the columns are. */
  widths: readonly number[] | undefined
}

export function GridHead({ rowHeading, columns, widths }: GridHeadProps) {
  return (
    <>
      {widths && (
        <colgroup>
          <col style={{ width: 'var(--heading)' }} />
          {columns.map(({ id }, index) => (
            <col key={id} style={{ width: `${widths[index]}ch` }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" aria-colindex={1} className={classes.corner}>
            {rowHeading}
          </th>
          {columns.map((column, index) => (
            <th
              key={column.id}
              scope="col"
              aria-colindex={index + 2}
              data-align={column.align}
              aria-label={column.spoken}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}
