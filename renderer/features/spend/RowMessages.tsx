import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { LONGEST_REASON } from '../../../domain/ledger/entry.ts'
import type { MessageGroup } from '../../../domain/spend/rowMessage.ts'
import type { RowCorrection } from '../../../domain/spend/spendLine.ts'
import { countOf } from '../../lib/format.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Spend.module.css'
import { useNextMessage } from './useNextMessage.ts'

/** As many cells as a reader takes in; the others are counted. */
const CELLS_SHOWN = 8

interface RowMessagesProps {
  messages: readonly MessageGroup[]
  schemes: readonly { id: Id; name: string }[]
  /** Says to which scheme a cost code belongs, in all its rows. */
  onScheme: (code: string, schemeId: Id | null) => void
  /** Corrects every one of some rows alike. */
  onCorrect: (rows: readonly number[], change: Partial<Omit<RowCorrection, 'row'>>) => void
  isBusy: boolean
}

/** Every rejection by sheet and cell, equal ones together, with what puts all of them right at once. F8 goes to the next. */
export function RowMessages({ messages, schemes, onScheme, onCorrect, isBusy }: RowMessagesProps) {
  useNextMessage(messages.length > 0)
  const early = messages.filter(isEarly)
  return (
    <DataTable
      caption="What needs you. F8 goes to the next"
      rows={messages}
      keyOf={(message) => `${message.sheet} ${message.field} ${message.value} ${message.description}`}
      empty=""
      columns={[
        { id: 'tab', heading: 'Tab', cell: ({ sheet }) => sheet || 'The file' },
        { id: 'section', heading: 'Section', cell: ({ section }) => section },
        { id: 'cell', heading: 'Cell', isRowHeading: true, cell: cellWords },
        { id: 'description', heading: 'Description', cell: ({ description }) => description },
        {
          id: 'fix',
          heading: 'Put it right',
          cell: (message) => (
            <div data-fix className={classes.fix}>
              {message.count > message.cells.length ? (
                'Too many to correct here. Correct them in the downloaded rows'
              ) : message.field === 'costCode' && message.value !== '' ? (
                <SchemeFix message={message} schemes={schemes} isBusy={isBusy} onScheme={onScheme} />
              ) : isEarly(message) ? (
                <EarlyFix message={message} early={early} isBusy={isBusy} onCorrect={onCorrect} />
              ) : (
                <TextFix message={message} isBusy={isBusy} onCorrect={onCorrect} />
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

/** Of money that was spent before its authority: it may be brought in with a reason. */
const isEarly = ({ field, description }: MessageGroup): boolean => field === 'postedOn' && description.includes('(R09)')

/** The rows that a message stands for, as far as it names them. */
const rowsOf = ({ cells }: MessageGroup): number[] =>
  cells.flatMap((cell) => {
    const row = Number(cell.replace(/^\D+/, ''))
    return row > 0 ? [row] : []
  })

const cellWords = ({ cells, count }: MessageGroup): string => {
  const shown = cells.slice(0, CELLS_SHOWN).join(', ')
  const others = count - Math.min(cells.length, CELLS_SHOWN)
  return others > 0 ? `${shown} and ${countOf(others, 'more row', 'more rows')}` : shown
}

interface FixProps extends Pick<RowMessagesProps, 'isBusy' | 'onCorrect'> {
  message: MessageGroup
}

function SchemeFix({
  message,
  schemes,
  isBusy,
  onScheme,
}: Pick<RowMessagesProps, 'schemes' | 'isBusy' | 'onScheme'> & { message: MessageGroup }) {
  return (
    <NativeSelect
      label={message.count > 1 ? `Same for ${countOf(message.count, 'row')}` : undefined}
      aria-label={`Scheme of ${message.value}`}
      size="xs"
      disabled={isBusy}
      value=""
      onChange={({ currentTarget }) =>
        onScheme(message.value, currentTarget.value === 'none' ? null : (currentTarget.value as Id))
      }
      data={[
        { value: '', label: 'Choose the scheme' },
        ...schemes.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'none', label: 'None of this programme: leave out' },
      ]}
    />
  )
}

/** The right text of the cells of a message, or leaving their rows out because of it. */
function TextFix({ message, isBusy, onCorrect }: FixProps) {
  const [text, setText] = useState('')
  const rows = rowsOf(message)
  const label = `${message.section} in ${cellWords(message)}`
  return (
    <form
      className={classes.row}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy && text.trim() !== '') onCorrect(rows, { texts: { [message.field]: text.trim() } })
      }}
    >
      <TextInput
        label={message.count > 1 ? `Same for ${countOf(message.count, 'row')}` : undefined}
        aria-label={label}
        size="xs"
        w="9rem"
        maxLength={500}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" aria-label={`Correct ${label}`}>
        Correct
      </Button>
      <LeaveOut message={message} isBusy={isBusy} onCorrect={onCorrect} />
    </form>
  )
}

/** Why money spent before its authority is brought in all the same: for the rows of one day, or for all such rows at once. */
function EarlyFix({ message, early, isBusy, onCorrect }: FixProps & { early: readonly MessageGroup[] }) {
  const [reason, setReason] = useState('')
  const all = early.flatMap(rowsOf)
  const mark = (rows: readonly number[]) => {
    if (!isBusy && reason.trim() !== '') onCorrect(rows, { retrospective: reason.trim() })
  }
  const label = `Why ${cellWords(message)} was spent before its authority`
  return (
    <form
      className={classes.row}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        mark(rowsOf(message))
      }}
    >
      <TextInput
        label="Reason"
        aria-label={label}
        size="xs"
        w="14rem"
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button
        type="submit"
        size="compact-sm"
        variant="default"
        aria-label={`Mark ${cellWords(message)} as spent before its authority`}
      >
        Mark retrospective
      </Button>
      {all.length > message.cells.length && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Mark ${cellWords(message)} and all other early rows, ${all.length} together`}
          onClick={() => mark(all)}
        >
          Same for all {countOf(all.length, 'early row')}
        </Button>
      )}
      <LeaveOut message={message} isBusy={isBusy} onCorrect={onCorrect} />
    </form>
  )
}

/** What is wrong with the rows is why they are left out; each can be put back below. */
function LeaveOut({ message, isBusy, onCorrect }: FixProps) {
  const rows = rowsOf(message)
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Leave out ${cellWords(message)}`}
      onClick={() => !isBusy && onCorrect(rows, { leftOut: message.description.slice(0, LONGEST_REASON) })}
    >
      {rows.length > 1 ? `Leave out ${countOf(rows.length, 'row')}` : 'Leave out'}
    </Button>
  )
}
