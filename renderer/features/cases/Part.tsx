import type { ReactNode } from 'react'
import classes from './Cases.module.css'

interface PartProps {
  /** Where the list of parts leads to. */
  anchor: string
  title: string
  children: ReactNode
}

/** A part of the review under its heading. */
export function Part({ anchor, title, children }: PartProps) {
  return (
    <section className={classes.section} aria-labelledby={anchor}>
      <h2 id={anchor} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
