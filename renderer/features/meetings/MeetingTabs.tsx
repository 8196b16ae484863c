import { Link } from '@tanstack/react-router'
import type { Id } from '../../../domain/id.ts'
import classes from './Meetings.module.css'
import { type MeetingPart, meetingParts, partWords } from './meetingSearch.ts'

/** The parts of a meeting. Each has an address of its own. */
export function MeetingTabs({ id, part }: { id: Id; part: MeetingPart }) {
  return (
    <nav aria-label="Parts of this meeting" className={classes.tabs}>
      {meetingParts.map((each) => (
        <Link
          key={each}
          to="/meetings/$id"
          params={{ id }}
          search={{ part: each }}
          className={classes.tabLink}
          data-current={each === part || undefined}
          {...(each === part ? { 'aria-current': 'page' as const } : {})}
        >
          {partWords[each]}
        </Link>
      ))}
    </nav>
  )
}
