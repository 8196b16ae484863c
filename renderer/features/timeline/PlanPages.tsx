import { Link } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import classes from './Timeline.module.css'
import type { TimelineSearch } from './timelineSearch.ts'

interface PlanPagesProps {
  search: TimelineSearch
  /** Which list is turned; the other one stays where it is. */
  list: 'plan' | 'notices'
  of: string
  /** The last one of this page; null where there are no more. */
  next: Id | null
}

/** Under a list that comes fifty at a time. */
export function PlanPages({ search, list, of, next }: PlanPagesProps) {
  if (search[list] === undefined && next === null) return null
  return (
    <p className={classes.acts}>
      {search[list] !== undefined && (
        <Link to="/decisions/timeline" search={{ ...search, [list]: undefined }}>
          Newest {of}
        </Link>
      )}
      {next !== null && (
        <Link to="/decisions/timeline" search={{ ...search, [list]: next }}>
          Older {of}
        </Link>
      )}
    </p>
  )
}
