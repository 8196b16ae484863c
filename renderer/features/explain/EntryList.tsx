import type { inferOutput } from '@trpc/tanstack-react-query'
import { calendarDay, Instant } from '../../../domain/calendarDay.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay, formatMoment } from '../../../domain/inWords.ts'
import { Level } from '../../../domain/ledger/entry.ts'
import { movementWord } from '../../../domain/ledger/movementWord.ts'
import { formatInSentence, pence } from '../../../domain/money.ts'
import { levelWords } from '../../lib/levelWords.ts'
import type { trpc } from '../../lib/trpc.ts'
import { PathLink } from '../../ui/PathLink.tsx'
import classes from './ExplainPanel.module.css'

type Entry = inferOutput<typeof trpc.explain.figure>['entries'][number]

interface EntryListProps {
  entries: readonly Entry[]
  /** How many there are; the newest are shown. */
  total: number
}

/** Every posting behind a figure, newest first: how much, when, by whom, and under which decision. */
export function EntryList({ entries, total }: EntryListProps) {
  return (
    <>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className={classes.amount}>
              {formatInSentence(pence(entry.amount))}
              {entry.amount > 0 && <span className={classes.added}> added</span>}
            </p>
            <p>
              {levelWords[Level.parse(entry.level)]}: {movementWord(entry.kind)}, {entry.place},{' '}
              {formatYear(entry.start_year)}
              {entry.source ? `, ${entry.source}` : ''}
            </p>
            <p className={classes.when}>
              Effective {formatDay(calendarDay(entry.effective_on))}, recorded{' '}
              {formatMoment(Instant.parse(entry.recorded_at))} by {entry.by}
            </p>
            <p className={classes.when}>{entry.reason}</p>
            {entry.is_reversed && <p className={classes.when}>Reversed since.</p>}
            {entry.decision && <DecisionWords decision={entry.decision} />}
          </li>
        ))}
      </ol>
      {total > entries.length && (
        <p className={classes.when}>
          The newest {entries.length} of {total} entries are shown. The audit trail has them all.
        </p>
      )}
    </>
  )
}

function DecisionWords({ decision }: { decision: NonNullable<Entry['decision']> }) {
  return (
    <details className={classes.decision}>
      <summary>Decision {decision.reference}</summary>
      <p>{decision.title}</p>
      <p>
        By {decision.decisionTaker}, made {formatDay(decision.madeOn)}
        {decision.publishedOn ? `, published ${formatDay(decision.publishedOn)}` : ', publication not recorded'},
        effective {formatDay(decision.effectiveOn)}.
      </p>
      {decision.note && <p className={classes.when}>{decision.note}</p>}
      <p>
        <PathLink path={`/decisions/${decision.id}`}>Open decision {decision.reference}</PathLink>
      </p>
    </details>
  )
}
