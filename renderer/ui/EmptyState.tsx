import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  /** What would be here, and why it is not. */
  children: ReactNode
  /** The one thing to do about it. */
  action?: ReactNode
}

/** Stands where the thing itself would, under its own headings. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className="reading">{children}</p>
      {action}
    </div>
  )
}
