import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '../../../domain/errors.ts'
import { messageFor } from '../../../domain/messages.ts'
import { formatInSentence, type Pence, parseAmount, sum } from '../../../domain/money.ts'
import { countsInTotal } from '../../../domain/spend/countsInTotal.ts'
import type { CountAndSum } from '../../../domain/spend/dryRun.ts'
import type { IgnoredWhy } from '../../../domain/spend/spendLine.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { errorAt } from '../../lib/readText.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { queryClient, trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { AskWaiverForm } from '../../ui/AskWaiverForm.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import type { ExtractStepProps } from './ExtractScreen.tsx'
import { OverReleased } from './OverReleased.tsx'
import { ignoredWords, outcomes, outcomeWords } from './outcomeWords.ts'
import classes from './Spend.module.css'

/** What the file comes to, held against what the finance system says; and the act that brings it in. */
export function TotalsStep({ facts, errors, onErrors }: ExtractStepProps) {
  const navigate = useNavigate()
  const mayBring = useMayDo('spend')
  const [text, setText] = useState('')
  const [asking, setAsking] = useState<string | null>(null)
  const bring = useMutation(trpc.spend.bringIn.mutationOptions())
  const { work, ...running } = useWork(bring.isPending)
  const { dryRun } = facts
  if (dryRun === null) return null
  const { totals } = dryRun
  const isNothing = totals.outcomes.new.rows + totals.outcomes.changed.rows === 0
  const submit = () => {
    const controlTotal = readTotal(text)
    if (typeof controlTotal === 'string') return onErrors([{ fieldId: 'control-total', message: controlTotal }])
    bring.mutate(
      { id: facts.id, controlTotal, work },
      {
        onError: (error) => {
          const code = findFailure(error)?.code
          if (code === 'work-cancelled') return announce('Stopped. Nothing was brought in')
          onErrors([{ fieldId: 'control-total', message: messageOf(error) }])
          if (code === 'stale') void queryClient.invalidateQueries()
        },
        onSuccess: ({ value }) => {
          onErrors([])
          announce(`${facts.name} is in the ledger`)
          void navigate({ to: '/spend/imports/$id', params: { id: value.id }, search: {} })
        },
      },
    )
  }
  return (
    <div className={classes.section}>
      <DataTable
        caption="What the file comes to, £"
        rows={partsOf(totals)}
        keyOf={({ words }) => words}
        empty=""
        columns={[
          { id: 'what', heading: 'Rows', isRowHeading: true, cell: ({ words }) => words },
          { id: 'rows', heading: 'How many', align: 'right', cell: ({ rows }) => rows.toLocaleString('en-GB') },
          {
            id: 'amount',
            heading: 'Amount, £',
            align: 'right',
            cell: ({ amount }) => <Figure value={amount ?? 'not-applicable'} unit="£" pence />,
          },
        ]}
        footer={
          <tr>
            <th scope="row">The whole file</th>
            <td data-align="right">{totals.read.toLocaleString('en-GB')}</td>
            <td data-align="right">
              <Figure value={totals.fileTotal} unit="£" pence />
            </td>
          </tr>
        }
      />
      <OverReleased places={totals.overReleased} />
      {dryRun.retrospective.map((id) => {
        const scheme = facts.schemes.find((each) => each.id === id)
        const waiver = facts.waivers.findLast(({ subjectId }) => subjectId === id)
        if (!scheme || waiver?.status === 'approved') return null
        return (
          <div key={id} className={classes.note}>
            <p>
              Money was spent on {scheme.name} before its authority.{' '}
              {waiver?.status === 'asked'
                ? 'The section 151 officer is asked whether that may pass.'
                : 'It can be brought in once the section 151 officer has let that pass.'}
            </p>
            {waiver?.status !== 'asked' && asking !== id && (
              <Button variant="default" size="compact-md" onClick={() => setAsking(id)}>
                Ask that it be let pass
              </Button>
            )}
            {asking === id && (
              <AskWaiverForm
                of={{ rule: 'R09', subjectKind: 'scheme', subjectId: scheme.id }}
                what={`earlier spend on ${scheme.name}`}
                asked="Asked that earlier spend be let pass"
                errors={errors}
                onErrors={onErrors}
                onClose={() => setAsking(null)}
              />
            )}
          </div>
        )
      })}
      <WhoMay duty="spend" what="Extracts are brought in" />
      {bring.isPending && (
        <div className={classes.row}>
          <WorkProgress words={(done, of) => `Bringing in ${done} of ${of} rows…`} {...running} />
        </div>
      )}
      {isNothing && (
        <p>
          <Link to="/spend">Go to Spend</Link>
        </p>
      )}
      {mayBring && !isNothing && totals.overReleased.length === 0 && (
        <InlineForm
          title="The total of the finance system"
          submit={`Bring in ${countOf(totals.outcomes.new.rows + totals.outcomes.changed.rows, 'row')}`}
          isBusy={bring.isPending}
          takesFocus={false}
          onSubmit={submit}
        >
          <AmountInput
            id="control-total"
            label="Total of the extract, as the finance system states it"
            unit="£"
            maw="24rem"
            value={text}
            onChange={setText}
            error={errorAt(errors, 'control-total')}
          />
          {totals.outcomes.rejected.rows > 0 && (
            <p>
              {countOf(totals.outcomes.rejected.rows, 'row')} ({formatInSentence(totals.outcomes.rejected.amount)}) that
              need you are kept with the import and posted by nobody. You can download them and bring them in again.
            </p>
          )}
        </InlineForm>
      )}
    </div>
  )
}

/** The amount, or why it is none. */
const readTotal = (text: string): Pence | string => {
  if (text.trim() === '') return 'Enter the total of the finance system, even if it is 0'
  try {
    return parseAmount(text, '£')
  } catch (error) {
    if (error instanceof Failure)
      return messageFor({ code: error.code, detail: error.detail } as Parameters<typeof messageFor>[0])
    throw error
  }
}

type Totals = NonNullable<ExtractStepProps['facts']['dryRun']>['totals']

/** The rows by what becomes of them. The amounts add up to that of the file, so that headings and subtotals have none. */
const partsOf = ({ outcomes: of, ignored }: Totals): { words: string; rows: number; amount: Pence | null }[] => {
  const whys = typedEntries(ignored)
  const counted = whys.filter(([why]) => countsInTotal(why))
  const others = whys.filter(([why]) => !countsInTotal(why))
  return [
    ...outcomes
      .filter((outcome) => outcome !== 'ignored')
      .map((outcome) => ({ words: outcomeWords[outcome], ...of[outcome] })),
    {
      words: wordsOf('Left out', counted),
      rows: rowsIn(counted),
      amount: sum(counted.map(([, { amount }]) => amount)),
    },
    { words: wordsOf('No money of their own', others), rows: rowsIn(others), amount: null },
  ]
}

type Parts = [IgnoredWhy, CountAndSum][]

const typedEntries = (ignored: Totals['ignored']): Parts => Object.entries(ignored) as Parts

const rowsIn = (parts: Parts): number => parts.reduce((total, [, { rows }]) => total + rows, 0)

const wordsOf = (heading: string, parts: Parts): string =>
  parts.length === 0
    ? heading
    : `${heading}: ${parts.map(([why, { rows }]) => `${rows.toLocaleString('en-GB')} ${ignoredWords[why]}`).join(', ')}`
