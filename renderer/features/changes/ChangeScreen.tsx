import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { changeKindWords, changeStatusWords, warningInWords } from '../../../domain/change/changeWords.ts'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { ReasonForm, reasonField } from '../../ui/ReasonForm.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { ChangeLines } from './ChangeLines.tsx'
import classes from './Changes.module.css'
import type { ChangeFacts } from './changeFacts.ts'
import { changeNextStep } from './changeNextStep.ts'
import type { ChangeSearch } from './changeSearch.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { EffectTable } from './EffectTable.tsx'
import { RoutePart } from './RoutePart.tsx'
import { statusTint } from './statusTint.ts'

const breadcrumbs = <Breadcrumbs to="/changes" label="Changes" />

/** One change: what happens next, what it would do or has done, its route and why, and the acts on it. */
export function ChangeScreen() {
  const parsed = Id.safeParse(useParams({ strict: false }).id)
  if (!parsed.success) {
    return (
      <Page title="There is no such change" breadcrumbs={breadcrumbs}>
        <p>If you followed a link, it may belong to another programme. Choose a change from the list.</p>
      </Page>
    )
  }
  return <ChangeOfId key={parsed.data} id={parsed.data} />
}

function ChangeOfId({ id }: { id: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.changes.screen.queryOptions({ asAt: view.asAt, id }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the change">
      {(facts) => <ChangeDetails facts={facts} />}
    </Queried>
  )
}

type ActKind = 'approve' | 'refuse' | 'withdraw' | 'reverse' | 'record'

function ChangeDetails({ facts }: { facts: ChangeFacts }) {
  const { change, row, route, effect, warnings, refusal, writers, decision, scenario, isOwn, limit } = facts
  const { sent }: z.infer<typeof ChangeSearch> = useSearch({ strict: false })
  const may = { approve: useMayDo('approveChange'), record: useMayDo('notice'), raise: useMayDo('raiseChange') }
  const forms = useForm<{ kind: ActKind; opener: string }>()
  const isOpen = change.status === 'sent'
  const isDecided = route.approver === 'decision'
  // Below that, the office that the route names approves it here.
  const isBodys = isDecided || route.approver === 'decision_taker'
  const acts: { kind: ActKind; words: string; when: boolean }[] = [
    { kind: 'approve', words: 'Approve', when: isOpen && may.approve && !isOwn && !isDecided && !refusal },
    { kind: 'record', words: 'Record the decision', when: isOpen && may.record && isBodys && !isOwn && !refusal },
    { kind: 'refuse', words: 'Refuse', when: isOpen && may.approve && !isOwn },
    {
      kind: 'withdraw',
      words: 'Withdraw',
      when: may.raise && ((isOpen && isOwn) || (change.status === 'approved' && (isOwn || may.approve))),
    },
    { kind: 'reverse', words: 'Reverse', when: change.status === 'posted' && may.approve && !isOwn && !isDecided },
  ]
  const offered = acts.filter(({ when }) => when)
  const form = offered.some(({ kind }) => kind === forms.form?.kind) ? forms.form : null
  const isOver = isOpen && may.approve && !isOwn && !isDecided && limit !== null && route.cumulative > limit

  return (
    <Page
      title={
        sent && isOpen ? `Change ${change.number} sent` : `Change ${change.number}: ${changeKindWords[change.kind]}`
      }
      windowTitle={`Change ${change.number}`}
      breadcrumbs={breadcrumbs}
      errors={forms.errors}
      lead={
        <p>
          <StatusTag words={changeStatusWords[change.status]} tint={statusTint[change.status]} /> {change.whatChanges}
        </p>
      }
    >
      <NextStep
        action={
          offered.length > 0 && (
            <div className={classes.acts}>
              {offered
                .filter(({ kind }) => kind !== form?.kind)
                .map(({ kind, words }) => (
                  <Button
                    key={kind}
                    id={`act-${kind}`}
                    size="compact-md"
                    variant={kind === 'approve' ? 'filled' : 'default'}
                    onClick={() => forms.open({ kind, opener: `act-${kind}` })}
                  >
                    {words}
                  </Button>
                ))}
            </div>
          )
        }
      >
        {changeNextStep(facts)}
      </NextStep>
      {isOpen && <WhoMay duty="approveChange" what="Changes are approved" />}
      {isOver && (
        <p>
          {formatInSentence(route.cumulative)} counts, which is over your limit of {formatInSentence(limit)}. It goes to
          the next office above.
        </p>
      )}
      {refusal && (
        <p className={classes.stop}>
          <strong>Stop: </strong>
          {messageFor(refusal as FailureReply)}.
        </p>
      )}
      {form?.kind === 'record' ? (
        <DecisionForm change={change} forms={forms} />
      ) : (
        form && <ActForm key={form.kind} kind={form.kind} facts={facts} forms={forms} />
      )}
      <Facts
        facts={[
          ['Amount', formatInSentence(route.amount)],
          ['Reason', change.reason],
          ['What it means for the work', change.impact],
          ['Sent', `${formatDay(change.sentOn)}, by ${writers.join(' and ')}`],
          ...(decision
            ? [
                [
                  'Decision',
                  <Link key={decision.id} to="/decisions/$id" params={{ id: decision.id }}>
                    {decision.reference}, {decision.decisionTaker}
                  </Link>,
                ] as const,
              ]
            : []),
          ...(row.postedOn ? [['Posted', formatDay(row.postedOn)] as const] : []),
          ...(scenario
            ? [
                [
                  'Tried in',
                  <Link key={scenario.id} to="/scenarios" search={{ id: scenario.id }}>
                    {scenario.name}
                  </Link>,
                ] as const,
              ]
            : []),
          ...(decision && change.answer ? [['Words of the approval', change.answer] as const] : []),
        ]}
      />
      <ChangeLines caption={change.status === 'posted' ? 'Posted lines' : 'Lines'} lines={change.lines} names={facts} />
      {effect && (
        <section className={classes.part} aria-labelledby="change-effect">
          <h2 id="change-effect" className={classes.heading}>
            Effect, if it were approved today
          </h2>
          <EffectTable caption="Before and after" {...effect} />
          {warnings.map((warning) => (
            <p key={warningInWords(warning)}>Warning: {warningInWords(warning)}</p>
          ))}
        </section>
      )}
      <section className={classes.part} aria-labelledby="change-route">
        <h2 id="change-route" className={classes.heading}>
          Route
        </h2>
        <RoutePart route={route} />
      </section>
      {(change.status === 'refused' || change.status === 'withdrawn') && may.raise && (
        <p>
          <Link to="/changes/new" search={{ copy: change.id }}>
            Begin a copy of this change
          </Link>
        </p>
      )}
      {change.status === 'posted' && isDecided && may.raise && (
        <p>
          <Link to="/changes/new" search={{ copy: change.id, opposite: 'yes' }}>
            Begin the change that takes it back
          </Link>
        </p>
      )}
    </Page>
  )
}

function ActForm({
  kind,
  facts: { change, route },
  forms,
}: {
  kind: Exclude<ActKind, 'record'>
  facts: ChangeFacts
  forms: ReturnType<typeof useForm<{ kind: ActKind; opener: string }>>
}) {
  const done = (words: string) => ({
    onSuccess: () => {
      announce(`Change ${change.number} ${words}`)
      forms.close()
    },
    onError: forms.refuse(reasonField),
  })
  const approve = useMutation(trpc.changes.approve.mutationOptions(done('approved')))
  const refuse = useMutation(trpc.changes.refuse.mutationOptions(done('refused')))
  const withdraw = useMutation(trpc.changes.withdraw.mutationOptions(done('withdrawn')))
  const reverse = useMutation(trpc.changes.reverse.mutationOptions(done('reversed')))
  const seen = { id: change.id, revision: change.revision }
  const common = { forms, isBusy: [approve, refuse, withdraw, reverse].some(({ isPending }) => isPending) }
  switch (kind) {
    case 'approve':
      return (
        <ReasonForm
          {...common}
          title={`Approve change ${change.number}`}
          submit="Approve and post it"
          label="Your words, if any"
          longest={2000}
          lead={`Its lines are posted at once as one movement of ${formatInSentence(route.amount)}. After that it can only be reversed with a reason.`}
          onSubmit={(answer) => approve.mutate({ ...seen, answer })}
        />
      )
    case 'refuse':
      return (
        <ReasonForm
          {...common}
          title={`Refuse change ${change.number}`}
          submit="Refuse it"
          label="Reason"
          ask="Enter why it is refused"
          longest={2000}
          lead="Nothing moves. Whoever wrote it reads your reason and can send a copy."
          onSubmit={(reason) => refuse.mutate({ ...seen, reason })}
        />
      )
    case 'withdraw':
      return (
        <ReasonForm
          {...common}
          title={`Withdraw change ${change.number}`}
          submit="Withdraw it"
          label="Reason"
          ask="Enter why it is withdrawn"
          longest={2000}
          lead="Nothing moves, and nobody can approve it any more."
          onSubmit={(reason) => withdraw.mutate({ ...seen, reason })}
        />
      )
    case 'reverse':
      return (
        <ReasonForm
          {...common}
          title={`Reverse change ${change.number}`}
          submit="Reverse it"
          label="Reason"
          ask="Enter why it is reversed"
          longest={500}
          lead="A contra takes back every line, dated today. Both stay in the trail."
          onSubmit={(reason) => reverse.mutate({ ...seen, reason })}
        />
      )
  }
}
