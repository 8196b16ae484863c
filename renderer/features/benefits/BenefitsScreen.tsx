import { NativeSelect } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ownsBenefit } from '../../../domain/benefit/ownsBenefit.ts'
import { Id } from '../../../domain/id.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Act } from '../../ui/Act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { PathLink } from '../../ui/PathLink.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { UntakenLines } from '../../ui/UntakenLines.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { BenefitForm } from './BenefitForm.tsx'
import classes from './Benefits.module.css'
import { BenefitTable } from './BenefitTable.tsx'
import type { BenefitRow, BenefitsFacts, BenefitsForm } from './benefitsFacts.ts'
import { benefitsNextStep } from './benefitsNextStep.ts'
import type { BenefitsSearch } from './benefitsSearch.ts'
import { AnswerDoubleCount, AskDoubleCount } from './DoubleCountForm.tsx'
import { FiguresForm } from './FiguresForm.tsx'
import { MoveForm } from './MoveForm.tsx'

/** What the schemes are to bring, for whom, and what has come of it. */
export function BenefitsScreen() {
  const { view } = useView()
  const query = useQuery(
    trpc.benefits.screen.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData, retry: false }),
  )
  return (
    <Queried query={query} doing="Reading the benefits">
      {(facts) => <Benefits facts={facts} />}
    </Queried>
  )
}

function Benefits({ facts }: { facts: BenefitsFacts }) {
  const mayChange = useMayDo('delivery')
  const mayAsk = useMayDo('checks')
  const { role, door } = useSession()
  const maySayWhatCame = useMayDo('benefitActuals')
  const mayEnter = ({ benefit }: BenefitRow) =>
    maySayWhatCame && (mayChange || ownsBenefit(benefit, { person: door.person, role }))
  const search: BenefitsSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const forms = useForm<BenefitsForm>()
  const take = useMutation(trpc.benefits.take.mutationOptions({ onError: forms.refuse() }))
  const shown = facts.benefits.filter(
    ({ benefit }) => search.scheme === undefined || benefit.schemeId === search.scheme,
  )
  const isOpen = mayChange || mayAsk || facts.benefits.some(mayEnter)
  const form = isOpen ? forms.form : null
  const row = facts.benefits.find(({ benefit }) => benefit.id === form?.id)
  const key = `${form?.kind} ${form?.id}`

  return (
    <Page
      title="Benefits"
      lead="What the schemes are to bring, from which baseline to which target, and what has come of it."
      errors={forms.errors}
      actions={
        mayChange && (
          <MainButton
            id="add-benefit"
            aria-expanded={form?.kind === 'benefit'}
            onClick={() => forms.open({ kind: 'benefit', id: null, opener: 'add-benefit' })}
          >
            Add a benefit
          </MainButton>
        )
      }
    >
      <NextStep>{benefitsNextStep(facts)}</NextStep>
      <WhoMay duty="delivery" what="What came of a benefit is entered by its owner as well. Benefits are entered" />
      {form?.kind === 'benefit' && (
        <BenefitForm key={key} benefit={row?.benefit ?? null} facts={facts} schemeId={search.scheme} forms={forms} />
      )}
      {form?.kind === 'figures' && row && (
        <FiguresForm key={key} benefit={row.benefit} years={facts.years} forms={forms} />
      )}
      {form?.kind === 'move' && row && <MoveForm key={key} benefit={row.benefit} forms={forms} />}
      {form?.kind === 'query' && row && (
        <AskDoubleCount key={key} row={row} withId={form.withId} others={facts.benefits} forms={forms} />
      )}
      {form?.kind === 'answer' && row && <AnswerDoubleCount key={key} row={row} forms={forms} />}
      {facts.benefits.length > 0 && (
        <NativeSelect
          label="Scheme"
          maw="36rem"
          value={search.scheme ?? ''}
          data={[
            { value: '', label: 'All schemes' },
            ...facts.schemes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            const id = Id.safeParse(event.currentTarget.value)
            void navigate({ to: '/benefits', search: { scheme: id.success ? id.data : undefined } })
          }}
        />
      )}
      <BenefitTable
        rows={shown}
        mayChange={mayChange}
        mayAsk={mayAsk}
        mayEnter={mayEnter}
        forms={forms}
        empty={
          <EmptyState>
            {facts.benefits.length === 0
              ? `None of the ${countOf(facts.schemes.length, 'scheme')} has a benefit with owner and baseline. A full business case cannot be approved without one.`
              : 'This scheme has no benefits yet.'}
          </EmptyState>
        }
      />
      <Alike
        pairs={facts.alike}
        mayAsk={mayAsk}
        onAsk={(id, withId) => forms.open({ kind: 'query', id, withId, opener: `query-${id}` })}
      />
      <UntakenLines
        what="benefit"
        lines={facts.untaken}
        mayTake={mayChange}
        onTake={({ caseId, lineId, name }) =>
          take.mutate({ caseId, lineId }, { onSuccess: () => announce(`Taken into the register: ${name}`) })
        }
      />
      <Stopped cases={facts.stopped} />
    </Page>
  )
}

interface AlikeProps {
  pairs: BenefitsFacts['alike']
  mayAsk: boolean
  onAsk: (id: string, withId: string) => void
}

/** What two schemes seem to count. */
function Alike({ pairs, mayAsk, onAsk }: AlikeProps) {
  if (pairs.length === 0) return null
  return (
    <section className={classes.section} aria-label="Perhaps counted twice">
      <h2>Perhaps counted twice</h2>
      <ul className={classes.pairs}>
        {pairs.map(({ one, other, isAsked }) => (
          <li key={`${one.id} ${other.id}`}>
            “{one.name}” is a benefit of {one.scheme} and of {other.scheme}.{' '}
            {!isAsked && mayAsk && (
              <Act words="Ask about it" name={`${one.name}, ${other.scheme}`} onDo={() => onAsk(one.id, other.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Full business cases that could not be approved as they stand (R33). */
function Stopped({ cases }: { cases: BenefitsFacts['stopped'] }) {
  if (cases.length === 0) return null
  return (
    <section className={classes.section} aria-label="Full business cases that cannot be approved yet">
      <h2>Full business cases that cannot be approved yet</h2>
      <p>Each of their benefits needs an owner, a baseline, a unit and a target year.</p>
      <ul className={classes.pairs}>
        {cases.map(({ id, reference, title }) => (
          <li key={id}>
            <PathLink path={`/cases/${id}`}>
              {reference}, {title}
            </PathLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
