import type { ReactNode } from 'react'
import classes from './Scheme.module.css'

/** A part of a tab under its heading, with its acts beside it. */
export function Section({ title, act, children }: { title: string; act: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.headingRow}>
        <h2 className={classes.heading}>{title}</h2>
        <div className={classes.acts}>{act}</div>
      </div>
      {children}
    </section>
  )
}
