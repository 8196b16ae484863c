import { Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { NextStep as Step } from '../../../domain/portfolio/nextSteps.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { requestWaits } from '../../lib/requestWaits.ts'
import type { trpc } from '../../lib/trpc.ts'
import { NextStep } from '../../ui/NextStep.tsx'
import classes from './Portfolio.module.css'

interface NextStepsProps {
  steps: readonly Step[]
  /** What is asked for and not in force yet. */
  requests: inferOutput<typeof trpc.portfolio.screen>['requests']
}

/** The most pressing step in one line; what else waits is a press away. */
export function NextSteps({ steps, requests }: NextStepsProps) {
  const waiting = [
    ...steps.map((step) => ({ key: 'decisionId' in step ? step.decisionId : step.kind, words: stepInWords(step) })),
    ...requests
      // What is published is a decision by then, with a step of its own.
      .filter(({ status }) => status !== 'published')
      .map((request) => ({
        key: request.id,
        words: (
          <>
            {capital(requestWaits(request))}{' '}
            <Link to="/authority/$id" params={{ id: request.id }}>
              Open {request.reference}
            </Link>
          </>
        ),
      })),
  ]
  const [first, ...others] = waiting
  if (!first) return <NextStep>nothing waits for anybody.</NextStep>
  return (
    <div className={classes.steps}>
      <NextStep>{first.words}</NextStep>
      {others.length > 0 && (
        <details className={classes.more}>
          <summary>{countOf(others.length, 'more step')}</summary>
          <ul>
            {others.map(({ key, words }) => (
              <li key={key}>{typeof words === 'string' ? capital(words) : words}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

export const stepInWords = (step: Step): string => {
  switch (step.kind) {
    case 'plan-empty':
      return 'add themes and schemes, then enter the plan for each year.'
    case 'decision-overdue':
      return `decision ${step.reference} (${formatInSentence(step.amount)}) was due to take effect on ${formatDay(step.on)}, but its lines do not fit the ledger. Record the allocation it needs, or withdraw it.`
    case 'decision-takes-effect':
      return `decision ${step.reference} (${formatInSentence(step.amount)}) takes effect on ${formatDeadline(step.on)}. Until then nothing may be spent under it.`
    case 'release-waits':
      return releaseInWords(step)
    case 'cases-wait':
      return `${countOf(step.count, 'recommended case')} (${formatInSentence(step.amount)}) ${step.count === 1 ? 'waits' : 'wait'} for approval.`
    case 'cases-not-developed':
      return `${countOf(step.count, 'scheme')} (${formatInSentence(step.amount)}) ${step.count === 1 ? 'has' : 'have'} no developed business case yet. The scheme lead writes it.`
    case 'plan-over-authority':
      return `the plan asks for ${formatInSentence(step.amount)} more than there is authority to spend. Ask for authority, or lower the plan.`
  }
}

const releaseInWords = ({ reference, amount, openConditions, short }: Extract<Step, { kind: 'release-waits' }>) => {
  const waits = `${formatInSentence(amount)} approved under ${reference}`
  if (openConditions > 0) {
    return `${waits} is released once ${countOf(openConditions, 'condition')} of its approval ${openConditions === 1 ? 'is' : 'are'} discharged.`
  }
  return short
    ? `${waits} is released once enough is held: ${short.place} has ${formatInSentence(short.available)} for ${formatYear(short.startYear)}. Ask for authority.`
    : `${waits} is released at the next opening or change.`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
