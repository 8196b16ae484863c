import { ClosureState } from '../../../domain/closure/closure.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { closureStateWords } from '../../lib/deliveryWords.ts'
import { PathLink } from '../../ui/PathLink.tsx'
import classes from './Closure.module.css'
import type { SchemeDelivery } from './closureFacts.ts'

/** The way to the end, with what was recorded at each step. */
export function ClosureSteps({ facts: { closure: facts, lessons } }: { facts: SchemeDelivery }) {
  const { closure, decision, boards } = facts
  if (closure === null) return null
  const at = ClosureState.options.indexOf(closure.status)
  const notes: Record<ClosureState, React.ReactNode> = {
    completion_reported: [`on ${formatDay(closure.completedOn)}`, closure.completionNote].filter(Boolean).join('. '),
    account_agreed:
      closure.finalAccount === null
        ? null
        : [
            `${formatInSentence(closure.finalAccount)}${closure.accountAgreedOn ? `, on ${formatDay(closure.accountAgreedOn)}` : ''}`,
            closure.accountNote,
          ]
            .filter(Boolean)
            .join('. '),
    residual_released: decision ? (
      <>
        by <PathLink path={`/decisions/${decision.id}`}>{decision.reference}</PathLink>
      </>
    ) : at > ClosureState.options.indexOf('residual_released') ? (
      'nothing was left'
    ) : null,
    reported: closure.report && <span className={classes.text}>{closure.report}</span>,
    accepted: closure.acceptedOn
      ? `${boards.find(({ id }) => id === closure.boardId)?.name ?? 'The board'}, ${formatDay(closure.acceptedOn)}`
      : null,
    handed_over: [
      closure.benefitsOwner && `to ${closure.benefitsOwner}`,
      closure.reviewDueOn && `review by ${formatDay(closure.reviewDueOn)}`,
      closure.handoverNote,
    ]
      .filter(Boolean)
      .join(', '),
    closed: closure.reviewedOn ? `reviewed on ${formatDay(closure.reviewedOn)}. ${closure.reviewNote}` : null,
  }
  return (
    <section className={classes.section} aria-label="Steps of the closure">
      <h2>Steps of the closure</h2>
      <ol className={classes.steps}>
        {ClosureState.options.map((state, index) => (
          <li key={state} {...(index === at ? { 'aria-current': 'step' as const } : {})}>
            {closureStateWords[state]}
            {index > at && <span className={classes.muted}>, not yet</span>}
            {index <= at && notes[state] && <>: {notes[state]}</>}
          </li>
        ))}
      </ol>
      {lessons.length > 0 && (
        <>
          <h3>Lessons</h3>
          <ul className={classes.steps}>
            {lessons.map(({ id, title, recommendation }) => (
              <li key={id}>
                {title}: {recommendation}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
