import type { ReactNode } from 'react'
import classes from './NextStep.module.css'

/** The one line of a page that says what happens next, who does it, and by when. */
export function NextStep({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.next}>
      <p className="reading">
        <strong>What happens next: </strong>
        {children}
      </p>
      {action}
    </div>
  )
}
