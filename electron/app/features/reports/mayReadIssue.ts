import type { Reading } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { IssuedReport } from '../../../../domain/report/issuedReport.ts'
import { readsMarked } from '../../../../domain/report/readsMarked.ts'
import { mayReadFull } from '../exempt/mayReadFull.ts'

/**
 * Whether somebody may read the full version of an issue: no viewer, no administrator, and nobody from whom its subject
 * is withheld.
 */
export const mayReadIssue = async (
  db: Reading,
  actor: Actor,
  { order, publicModelSha256 }: Pick<IssuedReport, 'order' | 'publicModelSha256'>,
  today: CalendarDay,
): Promise<boolean> => {
  if (publicModelSha256 !== null && !readsMarked(actor.role)) return false
  return await mayReadFull(db, actor, order, today)
}
