import { Link } from '@tanstack/react-router'
import { useSession } from '../lib/session.ts'
import { useInboxCount } from '../lib/useInboxCount.ts'
import classes from './ViewBar.module.css'

/** The way to the inbox from every page, with how much waits there. */
export function InboxLink() {
  const { role } = useSession()
  const count = useInboxCount()
  // A viewer has no part in anything, so nothing ever waits for them.
  if (role === 'viewer') return null
  return (
    <Link to="/inbox" className={classes.inbox}>
      Inbox{count ? ` ${count}` : ''}
    </Link>
  )
}
