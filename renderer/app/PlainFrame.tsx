import type { ReactNode } from 'react'
import classes from './PlainFrame.module.css'

/** The frame while no programme is open: a name and a page. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={classes.header}>
        <p className={classes.product}>BCF digital tracker</p>
      </header>
      <main className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
