import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { MoneyUnit } from '../../../domain/money.ts'
import { useSession } from '../../lib/session.ts'
import { useView } from '../../lib/useView.ts'
import { Marks } from '../Marks.tsx'
import { CellContent } from './CellContent.tsx'
import classes from './GridPrint.module.css'
import type { Mark, MoneyGridColumn, MoneyGridRow } from './moneyGridRow.ts'
import { pageStyle } from './pageStyle.ts'

interface GridPrintProps {
  name: string
  unit: MoneyUnit
  period: string
  rowHeading: string
  columns: readonly MoneyGridColumn[]
  /** All of them, those of closed rows too. */
  rows: readonly MoneyGridRow[]
  footRows: readonly MoneyGridRow[]
  /** The columns in £ that show pence. */
  pence: ReadonlySet<string>
}

/** The grid on paper: a plain table in pages, every row open. It is drawn while the page prints and costs nothing before. */
export function GridPrint(props: GridPrintProps) {
  return useIsPrinting() ? <PlainTable {...props} /> : null
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    // The browser takes its picture as soon as the listeners are done, so the table must stand by then.
    const draw = (next: boolean) => () => flushSync(() => setIsPrinting(next))
    const [start, stop] = [draw(true), draw(false)]
    const media = matchMedia('print')
    const onMedia = ({ matches }: MediaQueryListEvent) => (matches ? start : stop)()
    addEventListener('beforeprint', start)
    addEventListener('afterprint', stop)
    media.addEventListener('change', onMedia)
    return () => {
      removeEventListener('beforeprint', start)
      removeEventListener('afterprint', stop)
      media.removeEventListener('change', onMedia)
    }
  }, [])
  return isPrinting
}

const markWords: Record<Mark['kind'], string> = {
  check: 'open checks',
  changed: 'changed',
  held: 'held',
  derived: 'calculated',
}

function PlainTable({ name, unit, period, rowHeading, columns, rows, footRows, pence }: GridPrintProps) {
  const { programme } = useSession()
  const { view } = useView()
  // An earlier day says by itself which events it stands on.
  const event = view.asAt === null ? programme?.seq : undefined
  const all = [...rows, ...footRows]
  const kinds = marksIn(all)
  return (
    <div className={classes.print}>
      <style>{pageStyle({ programme: programme?.name ?? '', unit, period, event })}</style>
      <table className={classes.table}>
        <thead>
          <tr>
            <th colSpan={columns.length + 1} className={classes.caption}>
              {name}, {unit === '£' ? 'pounds' : unit}, {period}
            </th>
          </tr>
          <tr>
            <th scope="col">{rowHeading}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((row) => (
            <tr key={row.id} data-look={row.look ?? 'plain'}>
              <th scope="row" style={{ paddingInlineStart: `${0.25 + (row.depth - 1) * 1}rem` }}>
                {row.label}
                <Marks marks={row.marks} />
              </th>
              {columns.map((column) => (
                <td key={column.id} data-align={column.align}>
                  <CellContent
                    cell={row.cells[column.id]}
                    unit={unit}
                    pence={pence.has(column.id)}
                    pending={undefined}
                    refusal={undefined}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {kinds.length > 0 && (
        <p className={classes.key}>
          {kinds.map((kind) => (
            <span key={kind}>
              <Marks marks={[{ kind, words: markWords[kind] }]} /> {markWords[kind]}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function marksIn(rows: readonly MoneyGridRow[]): Mark['kind'][] {
  const kinds = new Set<Mark['kind']>()
  for (const row of rows) {
    for (const mark of row.marks ?? []) kinds.add(mark.kind)
    for (const cell of Object.values(row.cells)) {
      if (cell && cell.kind !== 'blank') for (const mark of cell.marks ?? []) kinds.add(mark.kind)
    }
  }
  return [...kinds]
}
