import { VisuallyHidden } from '@mantine/core'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useId } from 'react'
import type { trpc } from '../lib/trpc.ts'
import classes from './PrintedTable.module.css'

export type PrintedDocument = inferOutput<typeof trpc.checks.screen>['printed'][number]
export type PrintedTableValue = PrintedDocument['tables'][number]

/** A cell that is pointed at: ringed and numbered, or only tinted because it was counted. */
export interface PrintedMark {
  look: 'at-fault' | 'explains' | 'counted'
  /** The number that names the ring in the text beside it. */
  number?: number
  /** What is read aloud with the cell. */
  words: string
}

interface PrintedTableProps {
  table: PrintedTableValue
  /** The document that the table stands in. */
  source: string
  markOf: (row: string, column: string) => PrintedMark | undefined
}

/** A table as a document prints it: the very characters, and nothing can be changed. */
export function PrintedTable({ table, source, markOf }: PrintedTableProps) {
  const captionId = useId()
  return (
    <div className={classes.block}>
      <p id={captionId} className={classes.caption}>
        <strong>{table.title}</strong>, as printed, {table.unit} · {source}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key. */}
      <section className={classes.frame} tabIndex={0} aria-labelledby={captionId}>
        <table className={classes.table} aria-labelledby={captionId}>
          <thead>
            <tr>
              <td />
              {table.columns.map(({ label }) => (
                <th key={label} scope="col" data-number>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.label} data-total={row.meaning.kind === 'total' || undefined}>
                <th scope="row">{row.label || <span className={classes.blank}>no heading</span>}</th>
                {row.cells.map((cell, at) => {
                  const column = table.columns[at]?.label ?? ''
                  return <PrintedCell key={column} printed={cell?.printed ?? ''} mark={markOf(row.label, column)} />
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function PrintedCell({ printed, mark }: { printed: string; mark: PrintedMark | undefined }) {
  const isRinged = mark && mark.look !== 'counted'
  return (
    <td data-number data-ring={isRinged ? mark.look : undefined} data-counted={mark?.look === 'counted' || undefined}>
      {mark?.number !== undefined && <RingNumber look={mark.look} value={mark.number} />}
      {printed === '' ? <span className={classes.blank}>blank</span> : printed}
      {mark && <VisuallyHidden>, {mark.words}</VisuallyHidden>}
    </td>
  )
}

/** The number in a ring, in the table and in the text that names the figure. */
export function RingNumber({ look, value }: { look: PrintedMark['look']; value: number }) {
  return (
    <span className={classes.number} data-ring={look}>
      {value}
    </span>
  )
}
