import { Link } from '@tanstack/react-router'
import type { Check } from '../../lib/checks.ts'
import { countOf } from '../../lib/format.ts'
import { Severity } from '../../ui/Severity.tsx'
import classes from './Scheme.module.css'

const SHOWN_AT_ONCE = 3

/** What does not agree about the scheme: of findings with one cause, the first. */
export function SchemeChecks({ checks }: { checks: readonly Check[] }) {
  const open = checks.filter(({ status }) => status !== 'closed')
  const causes = [...Map.groupBy(open, ({ finding }) => finding.cause).values()].flatMap(([first]) => first ?? [])
  if (causes.length === 0) return null
  const [shown, more] = [causes.slice(0, SHOWN_AT_ONCE), causes.slice(SHOWN_AT_ONCE)]
  return (
    <section className={classes.section} aria-labelledby="scheme-checks">
      <h2 id="scheme-checks" className={classes.heading}>
        {countOf(causes.length, 'open check')} about this scheme
      </h2>
      <CheckList checks={shown} />
      {more.length > 0 && (
        <details className={classes.more}>
          <summary>{countOf(more.length, 'more check')}</summary>
          <CheckList checks={more} />
        </details>
      )}
    </section>
  )
}

function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className={classes.checks}>
      {checks.map(({ finding, words }) => (
        <li key={finding.id}>
          <Severity value={finding.severity} />
          <Link to="/checks" search={{ show: finding.id }}>
            {words.what}
          </Link>
        </li>
      ))}
    </ul>
  )
}
