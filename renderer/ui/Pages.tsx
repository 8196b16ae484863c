import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { newerPage, olderPage } from '../lib/pages.ts'
import classes from './Pages.module.css'

interface PagesProps {
  page: string | undefined
  /** The number before which the next page begins; null on the last. */
  next: number | null
  onPage: (page: string | undefined) => void
  /** What is on this page, in words. */
  children: ReactNode
}

/** The line above a list that comes fifty at a time. */
export function Pages({ page, next, onPage, children }: PagesProps) {
  return (
    <div className={classes.pages}>
      <p className={classes.range}>{children}</p>
      <span className={classes.acts}>
        {page !== undefined && (
          <Button variant="default" size="compact-md" onClick={() => onPage(newerPage(page))}>
            Newer 50
          </Button>
        )}
        {next !== null && (
          <Button variant="default" size="compact-md" onClick={() => onPage(olderPage(page, next))}>
            Older 50
          </Button>
        )}
      </span>
    </div>
  )
}
