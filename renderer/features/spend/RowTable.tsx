import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import type { Pence } from '../../../domain/money.ts'
import type { RowOutcome } from '../../../domain/spend/dryRun.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { outcomeTints, outcomeWords, whyInWords } from './outcomeWords.ts'
import classes from './Spend.module.css'

interface Row {
  row: number
  outcome: RowOutcome
  why: string
  ledgerRef: string
  placeId: string | null
  amount: number | null
  supplier: string
  description: string
  /** Its cells as they read, as JSON. */
  cells: string
}

interface RowTableProps {
  rows: readonly Row[]
  headings: readonly string[]
  schemes: readonly { id: Id; name: string }[]
  onLeaveOut?: (row: number, reason: string) => void
  onRetrospective?: (row: number, reason: string) => void
  onPutBack?: (row: number) => void
  /** The rows that somebody has left out, and may put back. */
  leftOut?: ReadonlySet<number>
}

/** Rows of an extract one by one: what becomes of each, and why. Amounts are as exact as the file has them. */
export function RowTable({ rows, headings, schemes, leftOut, onLeaveOut, onRetrospective, onPutBack }: RowTableProps) {
  return (
    <DataTable
      caption="Rows of the extract, £"
      rows={rows}
      keyOf={({ row }) => String(row)}
      empty="There is no such row."
      columns={[
        { id: 'row', heading: 'Row', isRowHeading: true, cell: ({ row }) => row.toLocaleString('en-GB') },
        {
          id: 'outcome',
          heading: 'State',
          cell: ({ outcome }) => <StatusTag words={outcomeWords[outcome]} tint={outcomeTints[outcome]} />,
        },
        { id: 'ref', heading: 'Reference', cell: ({ ledgerRef }) => ledgerRef },
        {
          id: 'scheme',
          heading: 'Scheme',
          cell: ({ placeId }) => schemes.find(({ id }) => id === placeId)?.name ?? '',
        },
        {
          id: 'amount',
          heading: 'Amount, £',
          align: 'right',
          cell: ({ amount }) => <Figure value={amount === null ? 'not-recorded' : (amount as Pence)} unit="£" pence />,
        },
        { id: 'who', heading: 'Supplier', cell: ({ supplier, description }) => supplier || description },
        { id: 'why', heading: 'Why', cell: ({ outcome, why }) => whyInWords(outcome, why) },
        { id: 'cells', heading: 'As it reads', cell: ({ cells }) => asItReads(cells, headings) },
        ...(onLeaveOut
          ? [
              {
                id: 'act',
                heading: 'Act',
                cell: ({ row, outcome, why }: Row) =>
                  outcome === 'rejected' || outcome === 'new' || outcome === 'changed' ? (
                    <RowActs
                      row={row}
                      onLeaveOut={onLeaveOut}
                      onRetrospective={outcome === 'rejected' && /authority/.test(why) ? onRetrospective : undefined}
                    />
                  ) : leftOut?.has(row) ? (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Put back row ${row}`}
                      onClick={() => onPutBack?.(row)}
                    >
                      Put back
                    </Button>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  )
}

const MOST_CELLS = 6

/** The first cells that hold anything, each with its heading. */
const asItReads = (cells: string, headings: readonly string[]): string =>
  (JSON.parse(cells) as string[])
    .flatMap((text, at) => (text.trim() === '' ? [] : [headings[at] ? `${headings[at]}: ${text}` : text]))
    .slice(0, MOST_CELLS)
    .join(' · ')

interface RowActsProps {
  row: number
  onLeaveOut: (row: number, reason: string) => void
  onRetrospective?: ((row: number, reason: string) => void) | undefined
}

/** Leaves a row out, or brings it in although it was spent before its authority, each with a reason. */
function RowActs({ row, onLeaveOut, onRetrospective }: RowActsProps) {
  const [act, setAct] = useState<'leave-out' | 'retrospective' | null>(null)
  const [reason, setReason] = useState('')
  if (act === null) {
    return (
      <span className={classes.row}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Leave out row ${row}`}
          onClick={() => setAct('leave-out')}
        >
          Leave out
        </Button>
        {onRetrospective && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Mark row ${row} as spent before its authority`}
            onClick={() => setAct('retrospective')}
          >
            Mark retrospective
          </Button>
        )}
      </span>
    )
  }
  const label = act === 'leave-out' ? `Why row ${row} is left out` : `Why row ${row} was spent before its authority`
  return (
    <form
      className={classes.row}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') return
        if (act === 'leave-out') onLeaveOut(row, reason.trim())
        else onRetrospective?.(row, reason.trim())
        setAct(null)
      }}
      onKeyDown={(event) => event.key === 'Escape' && setAct(null)}
    >
      <TextInput
        label={label}
        size="xs"
        maxLength={500}
        autoFocus
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" size="compact-sm">
        {act === 'leave-out' ? 'Leave it out' : 'Mark it'}
      </Button>
    </form>
  )
}
