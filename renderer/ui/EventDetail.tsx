import { CalendarDay } from '../../domain/calendarDay.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { Level } from '../../domain/ledger/entry.ts'
import { movementWord } from '../../domain/ledger/movementWord.ts'
import { formatInSentence, pence } from '../../domain/money.ts'
import { fieldWords, optionWords, valueWords } from '../lib/fieldWords.ts'
import { countOf } from '../lib/format.ts'
import { levelWords } from '../lib/levelWords.ts'
import classes from './EventTable.module.css'
import type { TrailEvent } from './EventTable.tsx'

/** What an event changed: one line, and on request each field before and after, and each line that it posted. */
export function EventDetail({ event }: { event: TrailEvent }) {
  const { changes, postings, postingCount } = event
  const fields = changes.reduce((count, change) => count + change.fields.length, 0)
  const parts = [
    optionWords(event.transition),
    ...(fields > 0 ? [countOf(fields, 'field')] : []),
    ...(postingCount > 0 ? [countOf(postingCount, 'posted line')] : []),
  ]
  const summary = parts.join(' · ')
  return (
    <details className={classes.detail}>
      <summary>{summary}</summary>
      {event.undoesSeq !== null && <p className={classes.muted}>Takes back number {event.undoesSeq}.</p>}
      {changes.map((change) => (
        <Change key={change.id} change={change} />
      ))}
      {postings.length > 0 && <Postings postings={postings} />}
      {postingCount > postings.length && (
        <p className={classes.muted}>
          The first {postings.length} of {postingCount} lines are shown.
        </p>
      )}
      <p className={classes.hash}>Hash {event.hash}</p>
    </details>
  )
}

function Change({ change }: { change: TrailEvent['changes'][number] }) {
  const what = change.isRemoved ? 'removed' : change.isNew ? 'new' : 'changed'
  return (
    <>
      <p className={classes.thing}>
        {[optionWords(change.kind), change.name].filter(Boolean).join(': ')} ({what})
      </p>
      {change.isWithheld && <p className={classes.muted}>Exempt: what it says is not for you to read.</p>}
      {change.fields.length > 0 && (
        <table className={classes.inner}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              {!change.isNew && <th scope="col">Before</th>}
              <th scope="col">{change.isNew ? 'Value' : 'After'}</th>
            </tr>
          </thead>
          <tbody>
            {change.fields.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldWords(field)}</th>
                {!change.isNew && <td>{valueWords(field, before)}</td>}
                <td>{valueWords(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Postings({ postings }: { postings: TrailEvent['postings'] }) {
  const [first] = postings
  return (
    <>
      <p className={classes.thing}>
        Posted: {first && movementWord(first.kind)}. {first?.reason}
      </p>
      <table className={classes.inner}>
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Place</th>
            <th scope="col">Year</th>
            <th scope="col">Source</th>
            <th scope="col">Effective</th>
            <th scope="col" className={classes.amount}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {postings.map((line) => (
            <tr key={`${line.movementId} ${line.level} ${line.place} ${line.startYear} ${line.source} ${line.amount}`}>
              <td>{levelWords[Level.parse(line.level)]}</td>
              <td>{line.place}</td>
              <td>{formatYear(line.startYear)}</td>
              <td>{line.source ?? 'not stated'}</td>
              <td>{formatDay(CalendarDay.parse(line.effectiveOn))}</td>
              <td className={classes.amount}>{formatInSentence(pence(line.amount))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
