import { Link, useMatchRoute } from '@tanstack/react-router'
import { riskInWords } from '../../domain/backup/folderRisk.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { useProgramChange } from '../lib/programUpdate.ts'
import { useSession } from '../lib/session.ts'
import { useView } from '../lib/useView.ts'
import classes from './Banners.module.css'

/** What holds for the whole page: a day in the past, a programme in which nobody signs in, a file that cannot be written or stands in a risky place, years that are closed. */
export function Banners() {
  const { programme, door } = useSession()
  const isAtPeople = useMatchRoute()({ to: '/admin/people' }) !== false
  const { view, setView } = useView()
  const change = useProgramChange()
  if (!programme) return null
  const closed = programme.closedYears.filter((year) => year >= view.from && year <= view.to)
  return (
    <>
      {change === 'updated' && (
        <p className={classes.banner} data-kind="risk" role="alert">
          The program was updated after this page was loaded. What you have typed stays here until you load the page
          again.
          <button type="button" className={classes.act} onClick={() => location.reload()}>
            Load the page again
          </button>
        </p>
      )}
      {change === 'restarted' && (
        <p className={classes.banner} data-kind="risk" role="alert">
          The program was started again after this page was loaded, and no longer knows it. Copy what you have typed,
          then open the program again. What was saved is safe.
        </p>
      )}
      {view.asAt && (
        <p className={classes.banner} data-kind="as-at">
          Figures as at {formatDay(view.asAt)}, nothing can be changed.
          <button type="button" className={classes.act} onClick={() => setView({ asAt: null })}>
            Return to today
          </button>
        </p>
      )}
      {!programme.isSample && !door.asksForSignIn && (
        <p className={classes.banner} data-kind="closed">
          Nobody signs in to this programme: whoever opens it may act in every role. It begins with an administrator’s
          password.
          {!isAtPeople && (
            <Link to="/admin/people" className={classes.act}>
              People and roles
            </Link>
          )}
        </p>
      )}
      {programme.isReadOnly && (
        <p className={classes.banner} data-kind="as-at">
          This file can be read but not changed. Save a copy in a folder where you may write.
        </p>
      )}
      {programme.risk && (
        <p className={classes.banner} data-kind="risk">
          {riskInWords(programme.risk)}.
        </p>
      )}
      {view.asAt === null && closed.length > 0 && (
        <p className={classes.banner} data-kind="closed">
          {closed.map(formatYear).join(' and ')} {closed.length === 1 ? 'is' : 'are'} closed; record an adjustment in an
          open year instead.
        </p>
      )}
    </>
  )
}
