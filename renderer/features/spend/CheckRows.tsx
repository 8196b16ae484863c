import { Button, NativeSelect, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { formatInSentence, type Pence } from '../../../domain/money.ts'
import type { RowOutcome } from '../../../domain/spend/dryRun.ts'
import { codeKey } from '../../../domain/spend/mapping.ts'
import type { MessageGroup } from '../../../domain/spend/rowMessage.ts'
import type { RowCorrection } from '../../../domain/spend/spendLine.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import type { ExtractStepProps } from './ExtractScreen.tsx'
import { saveRejected } from './extractCalls.ts'
import { outcomes, outcomeWords } from './outcomeWords.ts'
import { RowTable } from './RowTable.tsx'
import { withCorrection } from './rowCorrections.ts'
import classes from './Spend.module.css'

/** What would become of every row, what is wrong with those that cannot be read, and how each is put right. */
export function CheckRows({ facts, isBusy, onTry, onErrors, onStep }: ExtractStepProps) {
  const [shown, setShown] = useState<RowOutcome>('rejected')
  const [after, setAfter] = useState(0)
  const page = useQuery(
    trpc.spend.draftRows.queryOptions(
      { id: facts.id, outcomes: [shown], after },
      { placeholderData: keepPreviousData },
    ),
  )
  const { dryRun, mapping } = facts
  if (dryRun === null || mapping === null) return null
  const { totals } = dryRun
  const correct = (corrections: readonly RowCorrection[]) => onTry(mapping, corrections, null)
  const save = async () => {
    try {
      announce(`Saved as ${await saveRejected({ id: facts.id, of: 'draft' })}`)
    } catch (error) {
      onErrors([{ message: messageOf(error) }])
    }
  }
  return (
    <div className={classes.section}>
      <p>
        {countOf(totals.read, 'row')} read:{' '}
        {outcomes
          .map(
            (outcome) =>
              `${totals.outcomes[outcome].rows.toLocaleString('en-GB')} ${outcomeWords[outcome].toLowerCase()}`,
          )
          .join(', ')}
        .
      </p>
      {totals.overReleased.map(({ place, requested, available }) => (
        <p key={place} className={classes.note}>
          {place}: {overWords(requested, available)}
        </p>
      ))}
      {totals.messages.length > 0 && (
        <>
          <Messages
            messages={totals.messages}
            schemes={facts.schemes}
            onScheme={(message, schemeId) =>
              onTry(
                {
                  ...mapping,
                  codes: {
                    ...mapping.codes,
                    [codeKey(message.value)]: {
                      schemeId,
                      sourceId: null,
                      nature: facts.schemes.find(({ id }) => id === schemeId)?.nature ?? 'capital',
                    },
                  },
                },
                facts.corrections,
                null,
              )
            }
            onText={(message, text) =>
              correct(
                rowsOf(message).reduce(
                  (made, row) => withCorrection(made, row, { texts: { [message.field]: text } }),
                  facts.corrections,
                ),
              )
            }
            isBusy={isBusy}
          />
          <p className={classes.row}>
            <Button variant="default" onClick={() => void save()}>
              Download the rows that need you, with messages
            </Button>
          </p>
        </>
      )}
      {totals.warnings.length > 0 && (
        <ul>
          {totals.warnings.map(({ rule, description, rows }) => (
            <li key={`${rule} ${description}`}>
              {description} ({countOf(rows, 'row')})
            </li>
          ))}
        </ul>
      )}
      <div className={classes.row}>
        <NativeSelect
          label="Rows shown"
          value={shown}
          onChange={({ currentTarget }) => {
            setShown(currentTarget.value as RowOutcome)
            setAfter(0)
          }}
          data={outcomes.map((outcome) => ({
            value: outcome,
            label: `${outcomeWords[outcome]} (${totals.outcomes[outcome].rows.toLocaleString('en-GB')})`,
          }))}
        />
        {after > 0 && (
          <Button variant="default" onClick={() => setAfter(0)}>
            First rows
          </Button>
        )}
        {page.data?.next != null && (
          <Button variant="default" onClick={() => setAfter(page.data?.next ?? 0)}>
            Next rows
          </Button>
        )}
      </div>
      <RowTable
        rows={page.data?.rows ?? []}
        headings={mapping.headings}
        schemes={facts.schemes}
        onLeaveOut={
          isBusy ? undefined : (row, reason) => correct(withCorrection(facts.corrections, row, { leftOut: reason }))
        }
        onRetrospective={
          isBusy
            ? undefined
            : (row, reason) => correct(withCorrection(facts.corrections, row, { retrospective: reason }))
        }
      />
      <p>
        <MainButton loading={isBusy} onClick={() => onStep('totals')}>
          Compare the totals
        </MainButton>
      </p>
    </div>
  )
}

const overWords = (requested: Pence, available: Pence): string =>
  `this would spend or order ${formatInSentence(requested)}, and ${formatInSentence(available)} is released and left. Nothing can be brought in until that is put right: ask for authority, or leave rows out.`

/** The rows that a message stands for, as far as it names them. */
const rowsOf = ({ cells }: MessageGroup): number[] =>
  cells.flatMap((cell) => {
    const row = Number(cell.replace(/^\D+/, ''))
    return row > 0 ? [row] : []
  })

interface MessagesProps {
  messages: readonly MessageGroup[]
  schemes: readonly { id: Id; name: string }[]
  onScheme: (message: MessageGroup, schemeId: Id | null) => void
  onText: (message: MessageGroup, text: string) => void
  isBusy: boolean
}

/** Every rejection by sheet and cell, equal ones together, with the way to put it right. */
function Messages({ messages, schemes, onScheme, onText, isBusy }: MessagesProps) {
  return (
    <DataTable
      caption="What needs you"
      rows={messages}
      keyOf={(message) => `${message.sheet} ${message.field} ${message.value} ${message.description}`}
      empty=""
      columns={[
        { id: 'tab', heading: 'Tab', cell: ({ sheet }) => sheet || 'The file' },
        { id: 'section', heading: 'Section', cell: ({ section }) => section },
        {
          id: 'cell',
          heading: 'Cell',
          isRowHeading: true,
          cell: ({ cells, count }) =>
            count > cells.length
              ? `${cells.join(', ')} and ${countOf(count - cells.length, 'more row', 'more rows')}`
              : cells.join(', '),
        },
        { id: 'description', heading: 'Description', cell: ({ description }) => description },
        {
          id: 'fix',
          heading: 'Put it right',
          cell: (message) =>
            message.field === 'costCode' && message.value !== '' ? (
              <NativeSelect
                aria-label={`Scheme of ${message.value}`}
                size="xs"
                disabled={isBusy}
                value=""
                onChange={({ currentTarget }) =>
                  onScheme(message, currentTarget.value === 'none' ? null : (currentTarget.value as Id))
                }
                data={[
                  { value: '', label: 'Choose the scheme' },
                  ...schemes.map(({ id, name }) => ({ value: id, label: name })),
                  { value: 'none', label: 'None of this programme: leave out' },
                ]}
              />
            ) : message.count > message.cells.length ? (
              'Correct it in the downloaded rows'
            ) : (
              <TextFix message={message} isBusy={isBusy} onText={(text) => onText(message, text)} />
            ),
        },
      ]}
    />
  )
}

interface TextFixProps {
  message: MessageGroup
  isBusy: boolean
  onText: (text: string) => void
}

/** The right text of the cells of a message. */
function TextFix({ message, isBusy, onText }: TextFixProps) {
  const [text, setText] = useState('')
  const label = `${message.section} in ${message.cells.join(', ')}`
  return (
    <form
      className={classes.row}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy && text.trim() !== '') onText(text.trim())
      }}
    >
      <TextInput
        aria-label={label}
        size="xs"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" aria-label={`Correct ${label}`}>
        Correct
      </Button>
    </form>
  )
}
