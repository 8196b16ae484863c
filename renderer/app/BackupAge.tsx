import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayInLondon } from '../../domain/calendarDay.ts'
import { formatDay } from '../../domain/inWords.ts'
import { trpc } from '../lib/trpc.ts'
import classes from './StatusLine.module.css'

/** A quiet word where the last backup that was opened and checked is too old; it leads to where one is made. */
export function BackupAge() {
  const { data } = useQuery(trpc.backup.last.queryOptions())
  if (!data?.isOld) return null
  return (
    <Link to="/settings" className={classes.backup}>
      {data.takenAt === null ? 'No backup yet' : `Last backup ${formatDay(dayInLondon(data.takenAt))}`}
    </Link>
  )
}
