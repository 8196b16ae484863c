import type { Cause } from '../../lib/checks.ts'
import { countOf } from '../../lib/format.ts'
import classes from './Checks.module.css'

/** Says that what follows from a check goes the same way as the check itself. */
export function AppliesTo({ cause: { consequences } }: { cause: Cause }) {
  if (consequences.length === 0) return null
  return <p className={classes.note}>This holds for its {countOf(consequences.length, 'consequence')} too.</p>
}
