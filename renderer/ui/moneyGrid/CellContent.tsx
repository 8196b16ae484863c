import { VisuallyHidden } from '@mantine/core'
import { formatMoney, type MoneyUnit, type Pence } from '../../../domain/money.ts'
import { Figure } from '../Figure.tsx'
import { Marks } from '../Marks.tsx'
import classes from './CellContent.module.css'
import type { Refusal } from './gridState.ts'
import type { MoneyGridCell } from './moneyGridRow.ts'

interface CellContentProps {
  cell: MoneyGridCell | undefined
  unit: MoneyUnit
  pence: boolean
  pending: Pence | undefined
  refusal: Refusal | undefined
}

/** The inside of a grid cell: the figure, what is on its way, or what was refused. */
export function CellContent({ cell, unit, pence, pending, refusal }: CellContentProps) {
  if (refusal)
    return (
      <span className={classes.refused}>
        {refusal.text}
        <VisuallyHidden>, not saved: {refusal.message}</VisuallyHidden>
      </span>
    )
  if (pending !== undefined) return <span className={classes.pending}>{formatMoney(pending, unit, { pence })}</span>
  if (!cell || cell.kind === 'blank') return null
  if (cell.kind === 'words')
    return (
      <>
        {cell.shown ?? cell.text}
        <Marks marks={cell.marks} />
      </>
    )
  const figure = <Figure value={cell.kind === 'money' ? cell.amount : cell.missing} unit={unit} pence={pence} />
  if (!cell.marks || cell.marks.length === 0) return figure
  return (
    <span className={classes.marked}>
      {figure}
      <Marks marks={cell.marks} />
    </span>
  )
}
