import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import type { RowOutcome } from '../../../domain/spend/dryRun.ts'
import { codeKey } from '../../../domain/spend/mapping.ts'
import type { RowCorrection } from '../../../domain/spend/spendLine.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { MainButton } from '../../ui/MainButton.tsx'
import type { ExtractStepProps } from './ExtractScreen.tsx'
import { saveRejected } from './extractCalls.ts'
import { OverReleased } from './OverReleased.tsx'
import { outcomes, outcomeWords } from './outcomeWords.ts'
import { RowMessages } from './RowMessages.tsx'
import { RowTable } from './RowTable.tsx'
import { withCorrections } from './rowCorrections.ts'
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
  const correct = (rows: readonly number[], change: Partial<Omit<RowCorrection, 'row'>>) =>
    onTry(mapping, withCorrections(facts.corrections, rows, change), null)
  const place = (code: string, schemeId: Id | null) => {
    const nature = facts.schemes.find(({ id }) => id === schemeId)?.nature ?? 'capital'
    const codes = { ...mapping.codes, [codeKey(code)]: { schemeId, sourceId: null, nature } }
    onTry({ ...mapping, codes }, facts.corrections, null)
  }
  const leftOut = new Set(facts.corrections.flatMap(({ row, leftOut: reason }) => (reason === null ? [] : [row])))
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
      <OverReleased places={totals.overReleased} />
      {totals.messages.length > 0 && (
        <>
          <RowMessages
            messages={totals.messages}
            schemes={facts.schemes}
            onScheme={place}
            onCorrect={correct}
            isBusy={isBusy}
          />
          {totals.otherMessages > 0 && (
            <p>
              {countOf(totals.otherMessages, 'more message')} of other kinds. So many come of a mapping that does not
              fit: look at the columns again.
            </p>
          )}
          <p className={classes.row}>
            <Button variant="default" onClick={() => void save()}>
              Download with messages
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
        {...(!isBusy && {
          onLeaveOut: (row, reason) => correct([row], { leftOut: reason }),
          onRetrospective: (row, reason) => correct([row], { retrospective: reason }),
          onPutBack: (row) => correct([row], { leftOut: null }),
        })}
        leftOut={leftOut}
      />
      <p>
        <MainButton loading={isBusy} onClick={() => onStep('totals')}>
          Compare the totals
        </MainButton>
      </p>
    </div>
  )
}
