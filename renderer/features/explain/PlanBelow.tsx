import type { Level } from '../../../domain/ledger/entry.ts'
import { formatInSentence, type Pence, pence, sum } from '../../../domain/money.ts'
import { PathLink } from '../../ui/PathLink.tsx'
import { comparedWithPlan } from './comparedWithPlan.ts'
import classes from './ExplainPanel.module.css'

interface PlanBelowProps {
  levels: readonly Level[]
  amount: Pence
  plan: readonly { id: string; name: string; amount: number }[]
}

/** The plan lines that hang on authority given above them, and whether it covers them. */
export function PlanBelow({ levels, amount, plan }: PlanBelowProps) {
  // Available starts from what is released and says nothing about the plan.
  if (levels[0] !== 'authority' || plan.length === 0) return null
  const total = sum(plan.map((line) => line.amount))
  return (
    <section aria-labelledby="explain-plan">
      <h3 id="explain-plan" className={classes.heading}>
        Plan that hangs on it
      </h3>
      <table className={classes.parts}>
        <tbody>
          {plan.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <PathLink path={`/schemes/${line.id}`}>{line.name}</PathLink>
              </th>
              <td>{formatInSentence(pence(line.amount))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <td>{formatInSentence(total)}</td>
          </tr>
        </tfoot>
      </table>
      {levels.length === 1 && <p className={classes.compared}>{comparedWithPlan(amount, total)}</p>}
    </section>
  )
}
