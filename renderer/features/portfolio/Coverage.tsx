import { formatInSentence } from '../../../domain/money.ts'
import type { Coverage as Covered } from '../../../domain/portfolio/coverage.ts'
import { formatPercent } from '../../lib/format.ts'
import classes from './Portfolio.module.css'

const order = [
  ['approved', 'Approved case'],
  ['recommended', 'Recommended'],
  ['draft', 'Draft'],
  ['not_yet_developed', 'Stated as not yet developed'],
] as const

/** How much of the authority, or of the plan where there is none, stands on a business case. */
export function Coverage({ coverage }: { coverage: Covered }) {
  const { total, basis, byStatus, notStated } = coverage
  if (total === 0) return null
  const parts = [
    ...order.map(([status, label]) => ({ label, amount: byStatus[status].amount })),
    { label: 'Not stated', amount: notStated },
  ]
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage" className={classes.heading}>
        Coverage by business case
      </h2>
      <p className={classes.counts}>
        Of {formatInSentence(total)} {basis === 'authority' ? 'authority given or asked for' : 'planned'} in these years
      </p>
      <dl className={classes.coverage}>
        {parts.map(({ label, amount }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {formatInSentence(amount)}
              {amount !== 0 && <span className={classes.share}> {formatPercent(amount, total)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
