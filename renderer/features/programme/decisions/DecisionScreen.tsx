import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import { formatInSentence } from '../../../../domain/money.ts'
import { formatDeadline } from '../../../lib/format.ts'
import { useMayDo } from '../../../lib/session.ts'
import { trpc } from '../../../lib/trpc.ts'
import { useForm } from '../../../lib/useForm.ts'
import { useView } from '../../../lib/useView.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { NextStep } from '../../../ui/NextStep.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Queried } from '../../../ui/Queried.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { WhoMay } from '../../../ui/WhoMay.tsx'
import classes from '../programme.module.css'
import { decidedLevels } from './decisionDraft.ts'
import { decidedAmount, decisionState, stateWords } from './decisionState.ts'
import { allocationKindWords, kindWords } from './decisionWords.ts'
import { LinesTable } from './LinesTable.tsx'
import { PostedMovement } from './PostedMovement.tsx'
import { WithdrawForm } from './WithdrawForm.tsx'

/** `recorded` is there right after recording, so that the page confirms it. */
export const DecisionSearch = z.object({ recorded: z.enum(['yes']).optional().catch(undefined) })

export type DecisionScreenData = inferOutput<typeof trpc.decisions.screen>

interface OpenForm {
  kind: 'withdraw' | 'reverse'
  id: string
  opener: string
}

const breadcrumbs = <Breadcrumbs to="/decisions" label="Decisions" />

/** One decision: what it decides, what happens next, and what it has posted. */
export function DecisionScreen() {
  const { id } = useParams({ strict: false })
  const parsed = Id.safeParse(id)
  if (!parsed.success)
    return (
      <Page title="There is no such decision" breadcrumbs={breadcrumbs}>
        <p>If you followed a link, the decision may have been withdrawn. Choose one from the list.</p>
      </Page>
    )
  return <DecisionOfId key={parsed.data} id={parsed.data} />
}

function DecisionOfId({ id }: { id: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.decisions.screen.queryOptions({ asAt: view.asAt, id }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the decision">
      {(data) => <DecisionDetails data={data} />}
    </Queried>
  )
}

function DecisionDetails({ data }: { data: DecisionScreenData }) {
  const { decision, movements, asAt } = data
  const { recorded }: z.infer<typeof DecisionSearch> = useSearch({ strict: false })
  const { view } = useView()
  const mayAct = useMayDo('money')
  const forms = useForm<OpenForm>()
  const posted = movements.flatMap((movement) =>
    movement.entries.map((entry) => ({ ...entry, decisionId: decision.id })),
  )
  const state = decisionState(decision, posted, asAt.day, data.heldByConditions)
  const form = mayAct ? forms.form : null

  return (
    <Page
      title={recorded ? `Decision ${decision.reference} recorded` : `${decision.reference}: ${decision.title}`}
      windowTitle={`Decision ${decision.reference}`}
      breadcrumbs={breadcrumbs}
      errors={forms.errors}
      lead={
        <p className={classes.state}>
          <StatusTag {...stateWords[state]} /> {recorded && decision.title}
        </p>
      }
    >
      <NextStep
        action={
          (decision.status === 'made' || decision.status === 'asked') &&
          decision.about === null &&
          mayAct &&
          form?.kind !== 'withdraw' && (
            <Button
              id="withdraw"
              variant="default"
              size="compact-sm"
              onClick={() => forms.open({ kind: 'withdraw', id: decision.id, opener: 'withdraw' })}
            >
              Withdraw this decision
            </Button>
          )
        }
      >
        {nextStepWords(data, state)}
      </NextStep>
      {data.about && <About about={data.about} />}
      <WhoMay duty="money" what="Decisions are withdrawn and reversed" />
      {form?.kind === 'withdraw' && <WithdrawForm decision={decision} forms={forms} />}
      <Facts
        facts={[
          ['Decision taker', decision.decisionTaker],
          ['Kind', kindWords[decision.kind]],
          ['Made', formatDay(decision.madeOn)],
          ['Published', decision.publishedOn === null ? null : formatDay(decision.publishedOn)],
          [
            'Effective',
            `${formatDay(decision.effectiveOn)}${decision.isCallInEligible ? ', after the call-in window' : '; it cannot be called in'}`,
          ],
          [
            'Allocation lines',
            decision.lines.some((line) => line.level === 'allocation')
              ? allocationKindWords[decision.allocationKind]
              : 'None',
          ],
          [
            'Hash of the paper decided on (SHA-256)',
            decision.paperSha256 && <code className={classes.hash}>{decision.paperSha256}</code>,
          ],
        ]}
      />
      {decision.note !== '' && <p className="reading">Note: {decision.note}</p>}
      <LinesTable caption="What is decided" lines={decision.lines} names={data} unit={view.unit} />
      <section className={classes.section} aria-labelledby="posted">
        <h2 id="posted" className={classes.heading}>
          Posted under this decision
        </h2>
        {movements.length === 0 && (
          <p className={classes.muted}>Nothing yet. Its lines are posted on the day it takes effect.</p>
        )}
        {movements.map((movement) => (
          <PostedMovement
            key={movement.id}
            movement={movement}
            reverses={movements.find((each) => each.id === movement.reversesId)}
            names={data}
            // A change says that it is posted: it is reversed on its own page.
            mayReverse={mayAct && decision.about?.kind !== 'change_request'}
            isReversing={form?.kind === 'reverse' && form.id === movement.id}
            forms={forms}
            onReverse={() => forms.open({ kind: 'reverse', id: movement.id, opener: `reverse-${movement.id}` })}
          />
        ))}
      </section>
    </Page>
  )
}

/** What was decided on in the program: its request or its business case. */
function About({ about }: { about: NonNullable<DecisionScreenData['about']> }) {
  return (
    <p>
      Decides on{' '}
      {about.kind === 'change_request' ? (
        <Link to="/changes/$id" params={{ id: about.id }}>
          {about.name}
        </Link>
      ) : about.kind === 'authority_request' ? (
        <Link to="/authority/$id" params={{ id: about.id }}>
          request {about.name}
        </Link>
      ) : (
        <Link to="/cases/$id" params={{ id: about.id }}>
          business case {about.name}
        </Link>
      )}
    </p>
  )
}

function nextStepWords({ decision }: DecisionScreenData, state: ReturnType<typeof decisionState>): string {
  const day = formatDeadline(decision.effectiveOn)
  const [allocated, authorised] = decidedLevels.map((level) => formatInSentence(decidedAmount(decision, level)))
  const has = (level: (typeof decidedLevels)[number]) => decision.lines.some((line) => line.level === level)
  switch (state) {
    case 'asked':
      return 'a document asks for this decision, and nobody has said that it was given. Record it when it is made, and withdraw this one.'
    case 'waiting':
      return `the decision takes effect on ${day}, by itself. Until then it can be withdrawn${has('authority') ? `, and none of its ${authorised} may be spent` : ''}.`
    case 'called-in':
      return 'scrutiny releases the decision or refers it back. Until then it has no effect, and nothing may be spent under it.'
    case 'waits-for-authority':
      return `${formatInSentence(decidedAmount(decision, 'released'))} is approved. It is released by itself as soon as there is enough authority to spend for it.`
    case 'waits-for-conditions':
      return `${formatInSentence(decidedAmount(decision, 'released'))} is approved under conditions. Once they are discharged it is released by itself, as far as there is authority to spend.`
    case 'overdue':
      return `the decision was due to take effect on ${day}, but its lines do not fit the ledger. Record the allocation it needs, or withdraw it.`
    case 'effective':
      if (!has('authority') && !has('allocation'))
        return `${formatInSentence(decidedAmount(decision, 'released'))} has been released. It may be committed and spent.`
      return has('authority')
        ? `${authorised} has been authorised since ${formatDay(decision.effectiveOn)}. It is released for spending when its business cases are approved.`
        : `${allocated} has been allocated since ${formatDay(decision.effectiveOn)}. Nothing of it may be spent before a decision gives authority.`
    case 'partly-reversed':
      return 'part of what it posted was reversed. If the rest stands, nothing is left to do.'
    case 'reversed':
      return 'all that it posted was reversed. A new decision is needed before anything may be spent.'
  }
}
