import { Link } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import classes from './Spend.module.css'
import { type ExtractStep, extractSteps } from './spendSearch.ts'

const words: Record<'file' | ExtractStep | 'done', string> = {
  file: 'File',
  columns: 'Match columns',
  rows: 'Check rows',
  totals: 'Totals',
  done: 'Done',
}

interface ExtractStepsProps {
  step: keyof typeof words
  id?: Id
  /** The steps that can be gone to. */
  open?: readonly ExtractStep[]
}

/** The way of an extract into the ledger; steps that are open can be gone back to. */
export function ExtractSteps({ step, id, open = [] }: ExtractStepsProps) {
  return (
    <nav aria-label="Steps">
      <ol className={classes.steps}>
        {(['file', ...extractSteps, 'done'] as const).map((each) => (
          <li key={each} aria-current={each === step ? 'step' : undefined}>
            {id && each !== step && open.some((known) => known === each) ? (
              <Link to="/spend/new/$id" params={{ id }} search={{ step: each as ExtractStep }}>
                {words[each]}
              </Link>
            ) : (
              <span>{words[each]}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
