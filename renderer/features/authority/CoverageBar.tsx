import { formatInSentence } from '../../../domain/money.ts'
import type { Coverage } from '../../../domain/portfolio/coverage.ts'
import { formatPercent } from '../../lib/format.ts'
import classes from './Authority.module.css'

const order = [
  ['approved', 'Approved case'],
  ['recommended', 'Recommended'],
  ['draft', 'Draft'],
  ['not_yet_developed', 'Stated as not yet developed'],
] as const

/** How much of the authority stands on a business case: the bar, and the table that says the same. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const { total, basis, byStatus, notStated } = coverage
  if (total === 0) return null
  const parts = [
    ...order.map(([kind, label]) => ({ kind, label, amount: byStatus[kind].amount })),
    { kind: 'not_stated', label: 'Not stated', amount: notStated },
  ]
  const base = basis === 'authority' ? 'authority given or asked for' : 'planned'
  return (
    <section className={classes.section} aria-labelledby="coverage">
      <h2 id="coverage" className={classes.heading}>
        Coverage by business case
      </h2>
      <div className={classes.bar} aria-hidden="true">
        {parts
          .filter(({ amount }) => amount > 0)
          .map(({ kind, amount }) => (
            <span key={kind} data-kind={kind} style={{ flexGrow: amount }} />
          ))}
      </div>
      <table className={classes.small}>
        <caption>
          Of {formatInSentence(total)} {base} in these years
        </caption>
        <thead>
          <tr>
            <th scope="col">Business case</th>
            <th scope="col">Amount</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ kind, label, amount }) => (
            <tr key={kind}>
              <th scope="row">
                <span className={classes.key} data-kind={kind} aria-hidden="true" /> {label}
              </th>
              <td>{formatInSentence(amount)}</td>
              <td>{formatPercent(amount, total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
