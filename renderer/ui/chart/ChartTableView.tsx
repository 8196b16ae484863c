import { VisuallyHidden } from '@mantine/core'
import { type ChartCell, type ChartTable, columnPence } from '../../../domain/chart/chartTable.ts'
import type { MoneyUnit } from '../../../domain/money.ts'
import { Figure } from '../Figure.tsx'
import classes from './ChartFrame.module.css'

interface ChartTableViewProps {
  table: ChartTable
  unit: MoneyUnit
  labelledBy: string
}

/** The numbers of a chart as a plain table. */
export function ChartTableView({ table, unit, labelledBy }: ChartTableViewProps) {
  const pence = columnPence(table, unit)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key.
    <section className={classes.scroll} tabIndex={0} aria-labelledby={labelledBy}>
      <table className={classes.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{table.rowHeading}</th>
            {table.columns.map(({ label, spoken }) => (
              <th key={label} scope="col" data-number>
                {spoken ? (
                  <>
                    <span aria-hidden="true">{label}</span>
                    <VisuallyHidden>{spoken}</VisuallyHidden>
                  </>
                ) : (
                  label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ id, label, look, cells }) => (
            <tr key={id} data-look={look}>
              <th scope="row">{label}</th>
              {table.columns.map((column, at) => (
                <td key={column.label} data-number>
                  <Shown cell={cells[at] ?? { kind: 'words', text: '' }} unit={unit} pence={pence[at] ?? false} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Shown({ cell, unit, pence }: { cell: ChartCell; unit: MoneyUnit; pence: boolean }) {
  if (cell.kind === 'money') return <Figure value={cell.amount} unit={unit} pence={pence} />
  return cell.kind === 'missing' ? <Figure value={cell.missing} unit={unit} /> : cell.text
}
