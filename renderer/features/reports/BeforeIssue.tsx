import { Link } from '@tanstack/react-router'
import { type ReportStop, stopInWords } from '../../../domain/report/reportStop.ts'
import { countOf } from '../../lib/format.ts'
import classes from './Reports.module.css'

interface BeforeIssueProps {
  stops: readonly ReportStop[]
  missing: readonly string[]
  /** Who certifies it; none where that is done. */
  certifiers: readonly string[]
  /** Whether its texts and what is exempt can be changed on this page. */
  isWritten: boolean
}

/** More than a reader goes through one by one; the rest is counted. */
const MOST_SHOWN = 12

/** What stands before the issue of a report, each with the place where it is put right; and who certifies it. */
export function BeforeIssue({ stops, missing, certifiers, isWritten }: BeforeIssueProps) {
  const checks = stops.filter(({ kind }) => kind === 'check')
  const others = stops.filter(({ kind }) => kind !== 'check')
  return (
    <section className={classes.section} aria-labelledby="before-issue">
      <h2 id="before-issue">Before issue</h2>
      {stops.length === 0 ? (
        <p>
          Nothing stands in the way.
          {certifiers.length > 0 && ` It is certified by a different person: ${certifiers.join(' or ').toLowerCase()}.`}
        </p>
      ) : (
        <>
          <p>
            It can be saved as a draft and cannot be issued yet: {countOf(stops.length, 'thing stands', 'things stand')}{' '}
            in the way.
          </p>
          <ul className={classes.stops}>
            {checks.length > 0 && (
              <li>
                {countOf(checks.length, 'Stop check is', 'Stop checks are')} open, which this report would carry on.{' '}
                <Link to="/checks">Look into {checks.length === 1 ? 'it' : 'them'}</Link>
              </li>
            )}
            {others.slice(0, MOST_SHOWN).map((stop) => (
              <li key={stopInWords(stop)}>
                {sentence(stopInWords(stop))} {isWritten && <Remedy stop={stop} />}
              </li>
            ))}
            {others.length > MOST_SHOWN && <li>and {others.length - MOST_SHOWN} more.</li>}
          </ul>
          {!isWritten && others.length > 0 && <p>Its texts, and what of it is exempt, are changed in its draft.</p>}
        </>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{countOf(missing.length, 'thing is', 'things are')} not on record, and the report says so</summary>
          <ul className={classes.stops}>
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Remedy({ stop }: { stop: ReportStop }) {
  if (stop.kind === 'figure') return <GoTo id={`text.${stop.section}`} words="Go to the text" />
  if (stop.kind === 'token') return <GoTo id="texts" words="Go to the texts" />
  return <GoTo id="exempt" words="Go to what is exempt" />
}

/** A link within the page, which takes the focus along. */
function GoTo({ id, words }: { id: string; words: string }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        const place = document.getElementById(id)
        place?.scrollIntoView({ block: 'start' })
        place?.focus({ preventScroll: true })
      }}
    >
      {words}
    </a>
  )
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, '.')
