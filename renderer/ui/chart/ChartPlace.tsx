import { type ReactNode, useId } from 'react'
import classes from './ChartFrame.module.css'

interface ChartPlaceProps {
  /** What the chart would show. */
  title: string
  /** What will appear, and why it does not yet. */
  children: ReactNode
}

/** The place of a chart that cannot be drawn yet. */
export function ChartPlace({ title, children }: ChartPlaceProps) {
  const headingId = useId()
  return (
    <section className={classes.frame} aria-labelledby={headingId}>
      <h2 id={headingId} className={classes.headline}>
        {title}
      </h2>
      <div className={classes.place}>{children}</div>
    </section>
  )
}
