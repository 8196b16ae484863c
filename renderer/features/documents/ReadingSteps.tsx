import classes from './Documents.module.css'
import { type ReadingStep, readingSteps } from './readingSearch.ts'

interface ReadingStepsProps {
  step: ReadingStep
  onStep: (step: ReadingStep) => void
  counts: Record<Exclude<ReadingStep, 'keep'>, string>
  steps: readonly ReadingStep[]
  keepWords: string
}

const words: Record<Exclude<ReadingStep, 'keep'>, string> = {
  tables: 'Tables found',
  names: 'Names',
  findings: 'What does not tie',
}

/** The steps that a document has: one that is kept is not kept again. */
export const stepsOf = (canKeep: boolean): readonly ReadingStep[] =>
  readingSteps.filter((each) => each !== 'keep' || canKeep)

/** The way through a document; any step can be gone to at any time. */
export function ReadingSteps({ step, onStep, counts, steps, keepWords }: ReadingStepsProps) {
  return (
    <nav aria-label="Steps">
      <ol className={classes.steps}>
        {steps.map((each) => (
          <li key={each}>
            <button
              type="button"
              className={classes.step}
              aria-current={each === step ? 'step' : undefined}
              onClick={() => onStep(each)}
            >
              <strong>{each === 'keep' ? keepWords : words[each]}</strong>
              <span className={classes.stepCount}>{each === 'keep' ? 'or only save the findings' : counts[each]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
