import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../../domain/id.ts'
import type { Mapping } from '../../../domain/spend/mapping.ts'
import type { RowCorrection } from '../../../domain/spend/spendLine.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { queryClient, trpc } from '../../lib/trpc.ts'
import { useWork } from '../../lib/useWork.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WorkProgress } from '../../ui/WorkProgress.tsx'
import { CheckRows } from './CheckRows.tsx'
import { ExtractSteps } from './ExtractSteps.tsx'
import { MatchColumns } from './MatchColumns.tsx'
import { areSameColumns } from './mappingDraft.ts'
import classes from './Spend.module.css'
import type { DraftFacts } from './spendFacts.ts'
import type { ExtractSearch, ExtractStep } from './spendSearch.ts'
import { TotalsStep } from './TotalsStep.tsx'

/** An extract on its way into the ledger: its columns are matched, every row is looked at, the totals agree, and it is brought in. */
export function ExtractScreen() {
  const { id } = useParams({ strict: false }) as { id: Id }
  const query = useQuery(trpc.spend.draft.queryOptions({ id }, { retry: false }))
  return (
    <Queried query={query} doing="Reading the extract">
      {(facts) => <Extract key={facts.id} facts={facts} />}
    </Queried>
  )
}

/** What the steps of an extract share. */
export interface ExtractStepProps {
  facts: DraftFacts
  errors: readonly FieldError[]
  onErrors: (errors: readonly FieldError[]) => void
  isBusy: boolean
  /** Reads the whole extract anew; where it goes afterwards is said by the step. */
  onTry: (mapping: Mapping, corrections: readonly RowCorrection[], next: ExtractStep | 'where-needed' | null) => void
  onStep: (step: ExtractStep) => void
}

function Extract({ facts }: { facts: DraftFacts }) {
  const navigate = useNavigate()
  const search: ExtractSearch = useSearch({ strict: false })
  const mayBring = useMayDo('spend')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const attempt = useMutation(trpc.spend.try.mutationOptions({ meta: { changesNothing: true } }))
  const drop = useMutation(trpc.spend.drop.mutationOptions({ meta: { changesNothing: true } }))
  const { work, ...running } = useWork(attempt.isPending)
  const step = facts.dryRun === null ? 'columns' : (search.step ?? 'columns')
  const onStep = (next: ExtractStep) => {
    setErrors([])
    void navigate({ to: '/spend/new/$id', params: { id: facts.id }, search: { step: next } })
  }
  const onTry: ExtractStepProps['onTry'] = (mapping, corrections, next) => {
    if (attempt.isPending) return
    attempt.mutate(
      { id: facts.id, mapping, corrections: [...corrections], work },
      {
        onError: (error) => {
          if (findFailure(error)?.code !== 'work-cancelled') setErrors([{ message: messageOf(error) }])
        },
        onSuccess: async ({ totals }) => {
          const needsSomebody = totals.outcomes.rejected.rows > 0 || totals.overReleased.length > 0
          setErrors([])
          await queryClient.invalidateQueries({ queryKey: trpc.spend.draft.queryKey() })
          await queryClient.invalidateQueries({ queryKey: trpc.spend.draftRows.queryKey() })
          announce(
            `${countOf(totals.read, 'row')} read, ${totals.outcomes.rejected.rows.toLocaleString('en-GB')} need you`,
          )
          if (next === 'where-needed') onStep(needsSomebody ? 'rows' : 'totals')
          else if (next !== null) onStep(next)
        },
      },
    )
  }
  const remembered = mayBring && facts.dryRun === null ? facts.offered[0] : undefined
  const isRead = useRef(false)
  // A mapping that was kept and fits needs nobody: the extract is read by it at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the extract is first looked at.
  useEffect(() => {
    if (isRead.current || remembered?.name == null) return
    isRead.current = true
    onTry(remembered.mapping, facts.corrections, 'where-needed')
  }, [])
  const leave = () => drop.mutate({ id: facts.id }, { onSettled: () => void navigate({ to: '/spend' }) })
  const readLike = step === 'columns' ? undefined : mappingNameOf(facts)
  const props: ExtractStepProps = { facts, errors, onErrors: setErrors, isBusy: attempt.isPending, onTry, onStep }
  return (
    <Page
      title={titles[step]}
      windowTitle={`${titles[step]}, ${facts.name}`}
      breadcrumbs={<Breadcrumbs to="/spend" label="Spend" />}
      errors={errors}
      lead={readLike === undefined ? facts.name : `${facts.name}, read like ${readLike}`}
      actions={
        <Button variant="default" onClick={leave}>
          Give it up
        </Button>
      }
    >
      <NextStep>{nextWords(step, facts)}</NextStep>
      <ExtractSteps
        step={step}
        id={facts.id}
        open={facts.dryRun === null ? ['columns'] : ['columns', 'rows', 'totals']}
      />
      {attempt.isPending && (
        <div className={classes.row}>
          <WorkProgress words={(done, of) => `Checking ${done} of ${of} rows…`} {...running} />
        </div>
      )}
      {step === 'columns' && <MatchColumns {...props} />}
      {step === 'rows' && <CheckRows {...props} />}
      {step === 'totals' && <TotalsStep {...props} />}
    </Page>
  )
}

const titles: Record<ExtractStep, string> = {
  columns: 'Match columns',
  rows: 'Check rows',
  totals: 'Totals',
}

/** Under which name the mapping was kept that the extract is read by. */
const mappingNameOf = ({ mapping, offered }: DraftFacts): string | undefined =>
  offered.find(({ name, mapping: its }) => name !== null && mapping !== null && areSameColumns(its, mapping))?.name ??
  undefined

const nextWords = (step: ExtractStep, { dryRun, earlier }: DraftFacts): string => {
  const before = earlier.length > 0 ? `this very file was brought in before, as ${earlier[0]?.name}. ` : ''
  const words = stepWords(step, dryRun)
  return before === '' ? words : before + words.charAt(0).toUpperCase() + words.slice(1)
}

const stepWords = (step: ExtractStep, dryRun: DraftFacts['dryRun']): string => {
  if (step === 'columns' || dryRun === null)
    return 'say what the columns hold; then every row is checked. Nothing is recorded yet.'
  const { rejected, new: fresh, changed, duplicate } = dryRun.totals.outcomes
  if (step === 'rows') {
    return rejected.rows > 0
      ? 'put right what needs you, leave it out, or save it to correct it later; then compare the totals.'
      : 'every row could be read. Compare the totals.'
  }
  if (fresh.rows + changed.rows > 0)
    return `enter the total of the finance system. When it agrees, ${countOf(fresh.rows + changed.rows, 'row')} are brought in as one movement.`
  const held = duplicate.rows > 0 ? `${countOf(duplicate.rows, 'row')} found in the ledger already, as here. ` : ''
  return `${held}${held === '' ? 'there' : 'There'} is nothing to bring in, and the ledger stays as it is.`
}
