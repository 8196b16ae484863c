import { dayInLondon, Instant } from '../../../domain/calendarDay.ts'
import { formatDay, formatTime } from '../../../domain/inWords.ts'
import { operationWords } from '../../lib/operationWords.ts'
import classes from './Cases.module.css'
import type { CaseFacts } from './caseFacts.ts'
import { Part } from './Part.tsx'
import { stepWords } from './stepWords.ts'

/** Every step of the case from its start, with who took it and when. */
export function CaseTimeline({ facts: { businessCase, timeline, papers } }: { facts: CaseFacts }) {
  return (
    <Part anchor="timeline" title="Time line">
      <ol className={classes.timeline}>
        {timeline.map(({ seq, recordedAt, by, operation, transition, detail }) => {
          const at = Instant.parse(recordedAt)
          const reason = typeof detail.reason === 'string' ? detail.reason : ''
          return (
            <li key={seq}>
              <strong>{stepWords({ transition, detail }, businessCase.id) ?? operationWords(operation)}</strong>, {by},{' '}
              {formatDay(dayInLondon(at))} {formatTime(at)}
              {reason !== '' && <>. Reason: {reason}</>}
            </li>
          )
        })}
      </ol>
      {papers.map(({ id, sha256 }) => (
        <p key={id} className={classes.note}>
          Frozen paper, SHA-256 <code>{sha256}</code>
        </p>
      ))}
    </Part>
  )
}
