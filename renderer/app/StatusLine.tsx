import { Link } from '@tanstack/react-router'
import type { Instant } from '../../domain/calendarDay.ts'
import { formatMomentFrom } from '../lib/format.ts'
import { useSession } from '../lib/session.ts'
import { useStatus } from '../lib/status.ts'
import classes from './StatusLine.module.css'

/** What was saved when, and the result of one's own last act. It never leaves by itself. */
export function StatusLine() {
  const { programme, today } = useSession()
  const { message, savedAt } = useStatus()
  const saved: Instant | undefined = savedAt ?? programme?.savedAt
  return (
    <footer className={classes.line} data-region="footer" tabIndex={-1}>
      <p role="status" className={classes.status}>
        {[saved && `Saved ${formatMomentFrom(saved, today)}`, message].filter(Boolean).join(' · ')}
      </p>
      <Link to="/keys">
        <kbd className={classes.key}>F1</kbd> Keys
      </Link>
    </footer>
  )
}
