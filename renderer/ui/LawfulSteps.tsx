import type { ReactNode } from 'react'
import type { SpendStep } from '../../domain/authority/lawfulSpend.ts'
import { stepWords } from '../../domain/authority/lawfulSpend.ts'
import { formatDeadline } from '../lib/format.ts'
import classes from './LawfulSteps.module.css'

interface LawfulStepsProps {
  steps: readonly SpendStep[]
  /** What is offered beside a step. */
  action?: (step: SpendStep) => ReactNode
}

/** The days of a decision in their order, each with why it falls there and what was counted on the way. */
export function LawfulSteps({ steps, action }: LawfulStepsProps) {
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li key={step.step} className={classes.step} data-step={step.step} data-done={step.isDone || undefined}>
          <div className={classes.line}>
            <strong>{doneWords(step)}</strong>
            <span className={classes.day}>{formatDeadline(step.on)}</span>
            {action?.(step)}
          </div>
          <p className={classes.reason}>
            {step.reason}.
            {step.holidays.length > 0 &&
              ` Not counted: ${step.holidays.map(({ on, name }) => `${name} on ${formatDeadline(on)}`).join(', ')}.`}
            {step.isUnsure && ' The bank holidays of that year are not announced yet, so the day may still move.'}
          </p>
        </li>
      ))}
    </ol>
  )
}

const doneWords = ({ step, isDone }: SpendStep): string =>
  isDone && step === 'notice' ? 'Notice published' : isDone ? `${stepWords[step]}, done` : stepWords[step]
