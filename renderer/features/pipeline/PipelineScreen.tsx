import { NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { type CandidateFormChoice, Candidates } from './Candidates.tsx'
import { CriteriaForm } from './CriteriaForm.tsx'
import { EstimateForm } from './EstimateForm.tsx'
import { HeadroomTable } from './HeadroomTable.tsx'
import classes from './Pipeline.module.css'
import type { PipelineFacts } from './pipelineFacts.ts'
import { pipelineNextStep } from './pipelineNextStep.ts'
import { PipelineSearch } from './pipelineSearch.ts'
import { ScoreForm } from './ScoreForm.tsx'

/** Schemes without money, the best first, and what of them the headroom takes. */
export function PipelineScreen() {
  const { view } = useView()
  const search: PipelineSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.pipeline.screen.queryOptions(
      { asAt: view.asAt, basis: search.basis ?? null },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Putting the pipeline in order">
      {(facts) => <Pipeline facts={facts} />}
    </Queried>
  )
}

const basisWords = { stated: 'Yearly allocation stated', ledger: 'Allocation in the ledger' } as const

function Pipeline({ facts }: { facts: PipelineFacts }) {
  const navigate = useNavigate()
  const forms = useForm<CandidateFormChoice>()
  const mayLayDown = useMayDo('structure')
  const mayScore = useMayDo('plan')
  const { criteria, laterCriteria, schemes, headroom, bases } = facts
  const { form } = forms
  const chosen = schemes.find(({ id }) => id === form?.id)
  return (
    <Page
      title="Pipeline"
      lead={`${countOf(schemes.length, 'scheme')} without money`}
      errors={forms.errors}
      actions={
        mayLayDown && (
          <MainButton
            id="set-criteria"
            variant="default"
            aria-expanded={form?.kind === 'criteria'}
            onClick={() => forms.open({ kind: 'criteria', id: '', opener: 'set-criteria' })}
          >
            Lay down criteria
          </MainButton>
        )
      }
    >
      <NextStep>{pipelineNextStep(facts)}</NextStep>
      {mayLayDown && form?.kind === 'criteria' && <CriteriaForm facts={facts} forms={forms} />}
      <section className={classes.section} aria-labelledby="criteria">
        <h2 id="criteria" className={classes.heading}>
          Criteria
        </h2>
        {criteria === null ? (
          <p className="reading">
            No criteria are in force. Once they are laid down from a day, each scheme is scored from 0 to 5 on each of
            them, with a reason, and the weights make the order.
          </p>
        ) : (
          <p className="reading">
            In force from {formatDay(criteria.fromOn)}, laid down in: {criteria.source}.{' '}
            {criteria.criteria.map(({ name, weight }) => `${name} counts ${weight}`).join(', ')}.
          </p>
        )}
        {laterCriteria.map(({ id, fromOn }) => (
          <p key={id}>Other criteria are laid down from {formatDay(fromOn)}.</p>
        ))}
        <WhoMay duty="structure" what="Criteria are laid down" />
      </section>
      {mayScore && chosen && form?.kind === 'score' && (
        <ScoreForm key={`s${chosen.id}`} facts={facts} scheme={chosen} forms={forms} />
      )}
      {mayScore && chosen && form?.kind === 'estimate' && (
        <EstimateForm key={`e${chosen.id}`} facts={facts} scheme={chosen} forms={forms} />
      )}
      <Candidates facts={facts} forms={forms} mayScore={mayScore} />
      <section className={classes.section} aria-labelledby="headroom">
        <h2 id="headroom" className={classes.heading}>
          Headroom
        </h2>
        {bases.length > 1 && (
          <NativeSelect
            className={classes.basis}
            label="Headroom from"
            data={bases.map((value) => ({ value, label: basisWords[value] }))}
            value={headroom.basis}
            onChange={({ currentTarget: { value } }) =>
              void navigate({ to: '/pipeline', search: PipelineSearch.parse({ basis: value }), replace: true })
            }
          />
        )}
        <HeadroomTable facts={facts} />
      </section>
    </Page>
  )
}
