import { Button, NativeSelect, Textarea } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { RowOutcome } from '../../../domain/spend/dryRun.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { refuseText } from '../../lib/readText.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { useWork } from '../../lib/useWork.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { saveImportRows, saveRejected } from './extractCalls.ts'
import { KeepMapping } from './KeepMapping.tsx'
import { areSameColumns, knowsCodes } from './mappingDraft.ts'
import { outcomes, outcomeWords } from './outcomeWords.ts'
import { RowTable } from './RowTable.tsx'
import classes from './Spend.module.css'
import type { ImportFacts } from './spendFacts.ts'
import type { ImportSearch } from './spendSearch.ts'

/** One extract that was brought in: what it came to, every row of it, and the way to take it back whole. */
export function ImportScreen() {
  const { id } = useParams({ strict: false }) as { id: Id }
  const { view } = useView()
  const search: ImportSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.spend.import.queryOptions(
      { id, asAt: view.asAt, outcomes: search.rows ? [search.rows] : [...outcomes], after: search.after ?? 0 },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading the import">
      {(facts) => <Import facts={facts} search={search} />}
    </Queried>
  )
}

function Import({ facts, search }: { facts: ImportFacts; search: ImportSearch }) {
  const { view } = useView()
  const navigate = useNavigate()
  const forms = useForm<{ opener: string }>()
  const mayTakeBack = useMayDo('spend') && facts.import.status === 'brought_in'
  const { import: kept } = facts
  const { totals } = kept
  const go = (change: ImportSearch) =>
    void navigate({ to: '/spend/imports/$id', params: { id: kept.id }, search: change })
  const save = async (saving: Promise<string>) => {
    try {
      announce(`Saved as ${await saving}`)
    } catch (error) {
      forms.setErrors([{ message: messageOf(error) }])
    }
  }
  const saveAll = () => void save(saveImportRows({ id: kept.id, asAt: view.asAt }))
  useAction('export', saveAll, { words: 'Save its rows as CSV' })
  const known = facts.mappings.find(({ mapping }) => areSameColumns(mapping, kept.mapping))
  const isRemembered = known !== undefined && knowsCodes(known.mapping, kept.mapping)
  return (
    <Page
      title={kept.name}
      breadcrumbs={<Breadcrumbs to="/spend" label="Spend" />}
      errors={forms.errors}
      lead={`Brought in on ${formatDay(kept.broughtInOn)} by ${kept.broughtInBy}`}
      actions={
        <>
          <Button variant="default" onClick={saveAll}>
            Save as CSV
          </Button>
          {mayTakeBack && forms.form === null && (
            <Button id="take-back" variant="default" onClick={() => forms.open({ opener: 'take-back' })}>
              Take it back
            </Button>
          )}
        </>
      }
    >
      <NextStep>{nextWords(facts)}</NextStep>
      {mayTakeBack && forms.form !== null && <TakeBackForm facts={facts} forms={forms} />}
      <Facts
        facts={[
          ['State', kept.status === 'brought_in' ? 'In the ledger' : `Taken back: ${kept.takenBackBecause}`],
          ['Rows read', totals.read.toLocaleString('en-GB')],
          ...outcomes.map(
            (outcome) =>
              [
                outcomeWords[outcome],
                // What is left out holds subtotals too, whose sum says nothing.
                outcome === 'ignored'
                  ? countOf(totals.ignored.rows, 'row')
                  : `${countOf(totals[outcome].rows, 'row')}, ${formatInSentence(totals[outcome].amount)}`,
              ] as const,
          ),
          ['Spent', formatInSentence(totals.posted.actual)],
          ['Committed', formatInSentence(totals.posted.commitment)],
          ['Total entered', kept.controlTotal === null ? null : formatInSentence(kept.controlTotal)],
          ...(kept.sheet === '' ? [] : [['Sheet', kept.sheet] as const]),
          ['SHA-256', kept.sha256],
        ]}
      />
      {totals.rejected.rows > 0 && (
        <p>
          <Button variant="default" onClick={() => void save(saveRejected({ id: kept.id, of: 'import' }))}>
            Download with messages
          </Button>
        </p>
      )}
      {view.asAt === null && kept.status === 'brought_in' && !isRemembered && (
        <KeepMapping mapping={kept.mapping} knownAs={known?.name} onErrors={(found) => forms.setErrors([...found])} />
      )}
      <div className={classes.row}>
        <NativeSelect
          label="Rows shown"
          value={search.rows ?? ''}
          onChange={({ currentTarget }) => go({ rows: (currentTarget.value || undefined) as RowOutcome | undefined })}
          data={[
            { value: '', label: 'All' },
            ...outcomes.map((outcome) => ({
              value: outcome,
              label: `${outcomeWords[outcome]} (${totals[outcome].rows.toLocaleString('en-GB')})`,
            })),
          ]}
        />
        {search.after !== undefined && (
          <Button variant="default" onClick={() => go({ rows: search.rows })}>
            First rows
          </Button>
        )}
        {facts.next !== null && (
          <Button variant="default" onClick={() => go({ rows: search.rows, after: facts.next ?? undefined })}>
            Next rows
          </Button>
        )}
      </div>
      <RowTable
        rows={facts.rows.map((row) => ({ ...row, placeId: row.schemeId }))}
        headings={kept.mapping.headings}
        schemes={facts.schemes}
      />
    </Page>
  )
}

interface TakeBackFormProps {
  facts: ImportFacts
  forms: ReturnType<typeof useForm<{ opener: string }>>
}

function TakeBackForm({ facts: { import: kept }, forms }: TakeBackFormProps) {
  const [reason, setReason] = useState('')
  const takeBack = useMutation(trpc.spend.takeBack.mutationOptions())
  const { work, progress, isStopping, stop } = useWork(takeBack.isPending)
  const submit = () => {
    const refused = refuseText('take-back-reason', reason, {
      label: 'Reason',
      ask: 'Enter why it is taken back',
      longest: 500,
    })
    if (refused) return forms.setErrors([refused])
    takeBack.mutate(
      { id: kept.id, revision: kept.revision, reason: reason.trim(), work },
      {
        onError: forms.refuse('take-back-reason'),
        onSuccess: () => {
          announce(`${kept.name} was taken back`)
          forms.close()
        },
      },
    )
  }
  return (
    <InlineForm
      title={`Take ${kept.name} back`}
      submit="Take back all of it"
      isBusy={takeBack.isPending}
      running={{ words: isStopping ? 'Stopping…' : takingBackWords(progress), stop }}
      onSubmit={submit}
      onCancel={forms.close}
    >
      <p>
        Everything that it posted is reversed as one movement. Its rows stay to be looked at, and the file can be
        brought in again.
      </p>
      <Textarea
        id="take-back-reason"
        label="Why"
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={forms.errors.find(({ fieldId }) => fieldId === 'take-back-reason')?.message}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </InlineForm>
  )
}

const takingBackWords = (progress: { done: number; of: number } | null): string | null =>
  progress && `Taking back ${progress.done.toLocaleString('en-GB')} of ${progress.of.toLocaleString('en-GB')} rows…`

const nextWords = ({ import: { status, totals } }: ImportFacts): string => {
  if (status === 'taken_back') return 'nothing of it is in the ledger. A corrected extract can be brought in.'
  return totals.rejected.rows > 0
    ? `${countOf(totals.rejected.rows, 'row')} still need you: download them, correct them, and bring that file in.`
    : 'what it posted stands in the ledger; the next extract replaces a row by its reference, with the difference shown.'
}
