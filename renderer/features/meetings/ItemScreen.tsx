import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemPage } from '../../ui/ProblemPage.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { BeforeYouDecide } from './BeforeYouDecide.tsx'
import { IfYouAgree } from './IfYouAgree.tsx'
import { itemNextStep, mayAnswer } from './itemNextStep.ts'
import classes from './Meetings.module.css'
import type { ItemFacts } from './meetingFacts.ts'
import { askWords, outcomeWords } from './meetingWords.ts'
import { PaperOfCase } from './PaperOfCase.tsx'
import { PaperOfRequest } from './PaperOfRequest.tsx'
import { YourResponse } from './YourResponse.tsx'

/** An item of an agenda as a member reads it: one page from the question to their answer. */
export function ItemScreen() {
  const params = useParams({ strict: false })
  const id = Id.safeParse(params.id)
  const itemId = Id.safeParse(params.itemId)
  if (id.success && itemId.success) return <ItemOf id={id.data} itemId={itemId.data} />
  const failure = { code: 'not-found', detail: { entity: 'agenda_item', id: params.itemId ?? '' } }
  return <ProblemPage error={{ data: { failure } }} onRetry={() => location.reload()} />
}

function ItemOf({ id, itemId }: { id: Id; itemId: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.meetings.item.queryOptions({ id, itemId, asAt: view.asAt }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the paper">
      {(facts) => <Item key={facts.item.id} facts={facts} />}
    </Queried>
  )
}

function Item({ facts }: { facts: ItemFacts }) {
  const { meeting, board, item, number, count } = facts
  const forms = useForm()
  const navigate = useNavigate()
  const isMember = useMayDo('vote')
  const go = (itemId: Id | null) => {
    if (itemId) void navigate({ to: '/meetings/$id/items/$itemId', params: { id: meeting.id, itemId } })
  }
  useAction('previous-scheme', () => go(facts.previousId), { words: 'Previous item', when: facts.previousId !== null })
  useAction('next-scheme', () => go(facts.nextId), { words: 'Next item', when: facts.nextId !== null })
  return (
    <Page
      title={item.title}
      breadcrumbs={<Breadcrumbs to={`/meetings/${meeting.id}`} label={`${board.name}, ${formatDay(meeting.heldOn)}`} />}
      errors={forms.errors}
      lead={
        <>
          Item {number} of {count}
          {item.amount !== null && ` · asks ${formatInSentence(item.amount)}`}
          {item.isExempt && ` · exempt: ${item.exemptReason}`}
        </>
      }
      actions={<Siblings facts={facts} />}
    >
      <NextStep
        action={
          isMember &&
          !item.isWithheld &&
          mayAnswer(facts) && (
            <Button variant="default" onClick={() => document.getElementById('response-for')?.focus()}>
              Go to your response
            </Button>
          )
        }
      >
        {itemNextStep(facts)}
      </NextStep>
      {item.isWithheld ? <WithheldItem facts={facts} /> : <PaperOfItem facts={facts} forms={forms} />}
    </Page>
  )
}

/** For who may not read it: why, and what is public of it. */
function WithheldItem({ facts: { item, board } }: { facts: ItemFacts }) {
  return (
    <div className={classes.paper}>
      <section className={classes.paperPart} aria-labelledby="exempt">
        <h2 id="exempt">Kept from the public</h2>
        <p>Why: {item.exemptReason || 'it is exempt elsewhere'}.</p>
        <p>
          {board.name} reads its paper, and so do whoever wrote it and those with a part in checking or deciding it.
        </p>
        {item.outcome && <p>What was decided: {outcomeWords[item.outcome.result].toLowerCase()}.</p>}
      </section>
    </div>
  )
}

/** From the question to the answer. */
function PaperOfItem({ facts, forms }: { facts: ItemFacts; forms: ReturnType<typeof useForm> }) {
  const { item, paper } = facts
  const asks = item.act && item.act !== 'note' ? askWords[item.act] : null
  return (
    <div className={classes.paper}>
      <section className={classes.paperPart} aria-labelledby="asked">
        <h2 id="asked">What you are asked</h2>
        <p>
          {asks && item.amount !== null
            ? `${asks} ${formatInSentence(item.amount)}.`
            : item.subjectKind === 'other'
              ? 'To consider this item and take note of it.'
              : `Next on its route: ${item.next ?? 'nothing'}.`}
        </p>
        {paper?.kind === 'business_case' && paper.value.ask !== '' && (
          <p className={classes.paperText}>{paper.value.ask}</p>
        )}
        {paper?.kind === 'authority_request' && paper.value.narrative.recommendations !== '' && (
          <p className={classes.paperText}>{paper.value.narrative.recommendations}</p>
        )}
      </section>
      <IfYouAgree facts={facts} />
      <BeforeYouDecide facts={facts} />
      {paper?.kind === 'business_case' && <PaperOfCase paper={paper.value} sources={facts.sources} />}
      {paper?.kind === 'authority_request' && <PaperOfRequest paper={paper.value} facts={facts} />}
      {paper === null && item.subjectKind !== 'other' && (
        <p>Its paper appears here once the agenda is published. Until then it may still change.</p>
      )}
      <YourResponse facts={facts} forms={forms} />
      {item.paperSha256 && <p className={classes.hash}>Paper as published, SHA-256 {item.paperSha256}</p>}
    </div>
  )
}

function Siblings({ facts: { meeting, previousId, nextId } }: { facts: ItemFacts }) {
  if (previousId === null && nextId === null) return null
  const { id } = meeting
  return (
    <nav aria-label="Other items" className={classes.siblings}>
      {previousId && (
        <Link to="/meetings/$id/items/$itemId" params={{ id, itemId: previousId }} aria-keyshortcuts="Alt+PageUp">
          ‹ Previous item
        </Link>
      )}
      {nextId && (
        <Link to="/meetings/$id/items/$itemId" params={{ id, itemId: nextId }} aria-keyshortcuts="Alt+PageDown">
          Next item ›
        </Link>
      )}
    </nav>
  )
}
