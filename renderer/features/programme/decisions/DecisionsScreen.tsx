import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { formatDay } from '../../../../domain/inWords.ts'
import { formatInSentence } from '../../../../domain/money.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import { countOf, formatDeadline, needsPence } from '../../../lib/format.ts'
import { levelWords } from '../../../lib/levelWords.ts'
import { useMayDo } from '../../../lib/session.ts'
import { useAction } from '../../../lib/useAction.ts'
import { useView } from '../../../lib/useView.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { NextStep } from '../../../ui/NextStep.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Queried } from '../../../ui/Queried.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { WhoMay } from '../../../ui/WhoMay.tsx'
import classes from '../programme.module.css'
import { type ProgrammeScreenFacts, useProgrammeFacts } from '../useProgrammeFacts.ts'
import { type DecidedLevel, decidedLevels } from './decisionDraft.ts'
import { decidedAmount, decisionState, stateWords } from './decisionState.ts'
import { kindWords } from './decisionWords.ts'

/** Every decision on record with what it decides, newest first. */
export function DecisionsScreen() {
  const query = useProgrammeFacts()
  return (
    <Queried query={query} doing="Reading the decisions">
      {(facts) => <Decisions facts={facts} />}
    </Queried>
  )
}

function Decisions({ facts }: { facts: ProgrammeScreenFacts }) {
  const { view } = useView()
  const mayRecord = useMayDo('money')
  const navigate = useNavigate()
  useAction('main', () => void navigate({ to: '/decisions/new' }), { words: 'Record a decision', when: mayRecord })
  const decisions = facts.decisions.toReversed()
  const stateOf = (decision: Decision) => decisionState(decision, facts.posted, facts.asAt.day, facts.heldByConditions)
  const amounts = decidedLevels.flatMap((level) => decisions.map((decision) => decidedAmount(decision, level)))
  const pence = needsPence(amounts, view.unit)

  return (
    <Page
      title="Decisions"
      lead="Allocation and authority to spend change only by a decision, and from the day on which it takes effect."
      actions={
        mayRecord && (
          <Button component={Link} to="/decisions/new">
            Record a decision
          </Button>
        )
      }
    >
      <WhoMay duty="money" what="Decisions are recorded" />
      <Waiting
        // What a business case releases waits for authority and conditions, and not for a day.
        decisions={decisions.filter(({ status, about }) => status === 'made' && about?.kind !== 'business_case')}
        day={facts.asAt.day}
      />
      <DataTable
        caption={`${countOf(decisions.length, 'decision')}, amounts in ${view.unit}, as at ${formatDay(facts.asAt.day)}`}
        rows={decisions}
        keyOf={(decision) => decision.id}
        empty="No decisions on record yet. When you record one, its allocation and authority appear here and count from the day on which it takes effect."
        columns={[
          {
            id: 'reference',
            heading: 'Reference',
            isRowHeading: true,
            sortBy: (decision) => decision.reference,
            cell: (decision) => (
              <Link to="/decisions/$id" params={{ id: decision.id }}>
                {decision.reference}
              </Link>
            ),
          },
          { id: 'title', heading: 'What is decided', cell: (decision) => decision.title },
          {
            id: 'taker',
            heading: 'Decision taker',
            sortBy: (decision) => decision.decisionTaker,
            cell: (decision) => (
              <>
                {decision.decisionTaker}
                <br />
                {kindWords[decision.kind]}
              </>
            ),
          },
          {
            id: 'made',
            heading: 'Made',
            sortBy: (decision) => decision.madeOn,
            cell: (decision) => <span className={classes.day}>{formatDay(decision.madeOn)}</span>,
          },
          {
            id: 'published',
            heading: 'Published',
            sortBy: (decision) => decision.publishedOn ?? '',
            cell: ({ publishedOn }) =>
              publishedOn === null ? (
                <span className={classes.muted}>not stated</span>
              ) : (
                <span className={classes.day}>{formatDay(publishedOn)}</span>
              ),
          },
          {
            id: 'effective',
            heading: 'Effective',
            sortBy: (decision) => decision.effectiveOn,
            cell: (decision) => <span className={classes.day}>{formatDay(decision.effectiveOn)}</span>,
          },
          {
            id: 'status',
            heading: 'Status',
            sortBy: (decision) => stateWords[stateOf(decision)].words,
            cell: (decision) => <StatusTag {...stateWords[stateOf(decision)]} />,
          },
          ...decidedLevels.map((level) => ({
            id: level,
            heading: levelWords[level],
            align: 'right' as const,
            sortBy: (decision: Decision) => decidedAmount(decision, level),
            cell: (decision: Decision) => (
              <Figure value={shownAmount(decision, level)} unit={view.unit} pence={pence} />
            ),
          })),
        ]}
      />
    </Page>
  )
}

function Waiting({ decisions, day }: { decisions: readonly Decision[]; day: string }) {
  const overdue = decisions.find((decision) => decision.effectiveOn <= day)
  const next = decisions.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))[0]
  if (overdue) {
    return (
      <NextStep>
        {overdue.reference} was due to take effect on {formatDay(overdue.effectiveOn)}, but its lines do not fit the
        ledger. Record the allocation it needs, or withdraw it.
      </NextStep>
    )
  }
  if (!next) return null
  const authority = decidedAmount(next, 'authority')
  return (
    <NextStep>
      {next.reference} takes effect on {formatDeadline(next.effectiveOn)}.{' '}
      {authority > 0 && `Until then none of its ${formatInSentence(authority)} may be spent.`}
    </NextStep>
  )
}

const shownAmount = (decision: Decision, level: DecidedLevel) =>
  decision.lines.some((line) => line.level === level) ? decidedAmount(decision, level) : 'none'
