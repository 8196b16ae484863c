import { formatInSentence } from '../../../domain/money.ts'
import { Facts } from '../../ui/Facts.tsx'
import classes from './Closure.module.css'
import type { ClosureFacts } from './closureFacts.ts'

/** How the scheme came out beside its plan. */
export function Outturn({ facts: { planned, spent, closure } }: { facts: ClosureFacts }) {
  const finalAccount = closure?.finalAccount ?? null
  return (
    <section className={classes.section} aria-label="Outturn">
      <h2>Outturn</h2>
      <Facts
        facts={[
          ['Planned', formatInSentence(planned)],
          ['Spent', formatInSentence(spent)],
          ['Final account', finalAccount === null ? null : formatInSentence(finalAccount)],
        ]}
      />
    </section>
  )
}
