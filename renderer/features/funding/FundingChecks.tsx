import { Link } from '@tanstack/react-router'
import type { Cause } from '../../lib/checks.ts'
import { countOf } from '../../lib/format.ts'
import { Severity } from '../../ui/Severity.tsx'
import classes from './Funding.module.css'

/** What does not agree about the tables shown; each leads to the check with both places open. */
export function FundingChecks({ causes }: { causes: readonly Cause[] }) {
  if (causes.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="funding-checks">
      <h2 id="funding-checks" className={classes.heading}>
        {countOf(causes.length, 'check')} about these tables
      </h2>
      <ul className={classes.checks}>
        {causes.map(({ key, main: { finding, words } }) => (
          <li key={key}>
            <Severity value={finding.severity} />
            <Link to="/checks" search={{ show: finding.id }}>
              {words.what}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
