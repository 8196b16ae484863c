import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { NextStep as Step } from '../../../domain/portfolio/nextSteps.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { NextStep } from '../../ui/NextStep.tsx'
import classes from './Portfolio.module.css'

/** The most pressing step in one line; what else waits is a press away. */
export function NextSteps({ steps }: { steps: readonly Step[] }) {
  const [first, ...others] = steps
  if (!first) return <NextStep>nothing waits for anybody.</NextStep>
  return (
    <div className={classes.steps}>
      <NextStep>{stepInWords(first)}</NextStep>
      {others.length > 0 && (
        <details className={classes.more}>
          <summary>{countOf(others.length, 'more step')}</summary>
          <ul>
            {others.map((step) => (
              <li key={'decisionId' in step ? step.decisionId : step.kind}>{capital(stepInWords(step))}</li>
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
    case 'cases-wait':
      return `${countOf(step.count, 'recommended case')} (${formatInSentence(step.amount)}) ${step.count === 1 ? 'waits' : 'wait'} for approval.`
    case 'cases-not-developed':
      return `${countOf(step.count, 'scheme')} (${formatInSentence(step.amount)}) ${step.count === 1 ? 'has' : 'have'} no developed business case yet. The scheme lead writes it.`
    case 'plan-over-authority':
      return `the plan asks for ${formatInSentence(step.amount)} more than there is authority to spend. Ask for authority, or lower the plan.`
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
