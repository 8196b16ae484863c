import type { ChangeRoute } from '../../../domain/change/changeRoute.ts'
import { approverWords, reasonInWords } from '../../../domain/change/changeWords.ts'
import { formatInSentence, pence } from '../../../domain/money.ts'
import classes from './Changes.module.css'

/** Who approves a change, what was moved before in the year, and every reason for the route. */
export function RoutePart({ route, isOpen = false }: { route: ChangeRoute; isOpen?: boolean }) {
  const { approver, amount, cumulative, countedFor, reasons } = route
  const before = pence(Math.max(0, cumulative - amount))
  return (
    <div className={classes.route}>
      <p>
        {approver === 'decision'
          ? 'This needs a decision on record.'
          : `${approverWords[approver].replace(/^the/, 'The')} may approve this, or an office above.`}{' '}
        {before > 0
          ? `${formatInSentence(before)} was moved for ${countedFor} before in this financial year, so ${formatInSentence(cumulative)} counts.`
          : `Nothing was moved for ${countedFor} before in this financial year.`}
      </p>
      <details open={isOpen}>
        <summary>Why this route</summary>
        <ul className={classes.list}>
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>
              {reasonInWords(reason)} It asks for {approverWords[reason.needs]}.
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
