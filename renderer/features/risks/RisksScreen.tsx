import { NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Id } from '../../../domain/id.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { UntakenLines } from '../../ui/UntakenLines.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { CloseRiskForm } from './CloseRiskForm.tsx'
import { IssueForm } from './IssueForm.tsx'
import { Issues } from './Issues.tsx'
import { RiskForm } from './RiskForm.tsx'
import { RiskMatrix } from './RiskMatrix.tsx'
import classes from './Risks.module.css'
import { RiskTable } from './RiskTable.tsx'
import type { RisksFacts } from './risksFacts.ts'
import { risksNextStep } from './risksNextStep.ts'
import type { RisksSearch } from './risksSearch.ts'
import { useTakeRisk } from './useTakeRisk.ts'

export interface RisksForm {
  kind: 'risk' | 'close' | 'issue'
  /** The risk or the issue that is changed; null for a new one. */
  id: string | null
  /** The risk that has come about. */
  riskId: string | null
  opener: string
}

/** What may go wrong, how bad it would be, and who looks after it. */
export function RisksScreen() {
  const { view } = useView()
  const query = useQuery(
    trpc.risks.screen.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData, retry: false }),
  )
  return (
    <Queried query={query} doing="Reading the risks">
      {(facts) => <Risks facts={facts} />}
    </Queried>
  )
}

function Risks({ facts }: { facts: RisksFacts }) {
  const mayChange = useMayDo('delivery')
  const search: RisksSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const forms = useForm<RisksForm>()
  const take = useTakeRisk(forms)
  const { likelihood, impact, scheme, closed } = search
  const go = (change: Partial<RisksSearch>) => void navigate({ to: '/risks', search: { ...search, ...change } })
  const shown = facts.risks.filter(
    ({ risk }) =>
      (scheme === undefined || risk.schemeId === scheme) &&
      (closed === 'yes' || risk.status !== 'closed') &&
      (likelihood === undefined || (risk.likelihood === likelihood && risk.status !== 'closed')) &&
      (impact === undefined || risk.impact === impact),
  )
  const form = mayChange ? forms.form : null
  const riskOf = (id: string | null | undefined) => facts.risks.find(({ risk }) => risk.id === id)?.risk ?? null
  const chosen = riskOf(form?.id)
  const addRisk = () => forms.open({ kind: 'risk', id: null, riskId: null, opener: 'add-risk' })

  return (
    <Page
      title="Risks"
      lead="What may go wrong, with its score: likelihood times impact, each from 1 to 5."
      errors={forms.errors}
      actions={
        mayChange && (
          <MainButton id="add-risk" aria-expanded={form?.kind === 'risk'} onClick={addRisk}>
            Add a risk
          </MainButton>
        )
      }
    >
      <NextStep>{risksNextStep(facts)}</NextStep>
      <WhoMay duty="delivery" what="Risks are entered" />
      {form?.kind === 'risk' && (
        <RiskForm key={form.id ?? 'new'} risk={chosen} schemes={facts.schemes} schemeId={scheme} forms={forms} />
      )}
      {form?.kind === 'close' && chosen && (
        <CloseRiskForm key={chosen.id} risk={chosen} today={facts.asAt.day} forms={forms} />
      )}
      {form?.kind === 'issue' && (
        <IssueForm
          key={`${form.id} ${form.riskId}`}
          issue={facts.issues.find(({ issue }) => issue.id === form.id)?.issue ?? null}
          risk={riskOf(form.riskId)}
          schemes={facts.schemes}
          today={facts.asAt.day}
          forms={forms}
        />
      )}
      {facts.risks.length > 0 && (
        <>
          <RiskMatrix
            counts={facts.matrix}
            chosen={{ likelihood, impact }}
            onChoose={(cell) => go(cell ?? { likelihood: undefined, impact: undefined })}
          />
          <div className={classes.filter}>
            <NativeSelect
              label="Scheme"
              value={scheme ?? ''}
              data={[
                { value: '', label: 'All schemes' },
                ...facts.schemes.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => {
                const id = Id.safeParse(event.currentTarget.value)
                go({ scheme: id.success ? id.data : undefined })
              }}
            />
            <NativeSelect
              label="Show"
              value={closed ?? ''}
              data={[
                { value: '', label: 'Open risks' },
                { value: 'yes', label: 'Open and closed risks' },
              ]}
              onChange={(event) => go({ closed: event.currentTarget.value === 'yes' ? 'yes' : undefined })}
            />
          </div>
        </>
      )}
      <RiskTable
        rows={shown}
        cell={likelihood !== undefined && impact !== undefined ? { likelihood, impact } : null}
        mayChange={mayChange}
        forms={forms}
        empty={
          facts.risks.length === 0 ? (
            <EmptyState>
              No risks yet. When you add one, it stands here with its score, its owner and what is done about it. Risks
              of approved business cases can be taken over.
            </EmptyState>
          ) : (
            'No risk is like this.'
          )
        }
      />
      <UntakenLines what="risk" lines={facts.untaken} mayTake={mayChange} onTake={take} />
      <Issues issues={facts.issues} mayChange={mayChange} forms={forms} />
    </Page>
  )
}
