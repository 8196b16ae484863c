import type { Reading } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { IssuedReport } from '../../../../domain/report/issuedReport.ts'
import { readsMarked } from '../../../../domain/report/readsMarked.ts'
import type { ReportVersion } from '../../../../domain/report/reportOrder.ts'
import { mayReadFull, refuseFullIn } from '../exempt/mayReadFull.ts'

type Issue = Pick<IssuedReport, 'order' | 'publicModelSha256'>

/**
 * Whether somebody may read an issue in a version. What was made for the public stays public. Where nothing was exempt when
 * it was issued, the full version serves as the public one, until its subject is kept from whoever asks.
 */
export const mayReadIssue = async (
  db: Reading,
  actor: Actor,
  { order, publicModelSha256 }: Issue,
  version: ReportVersion,
  today: CalendarDay,
): Promise<boolean> => {
  if (version === 'public' && publicModelSha256 !== null) return true
  if (publicModelSha256 !== null && !readsMarked(actor.role)) return false
  return await mayReadFull(db, actor, order, today)
}

/**
 * Throws `not-permitted` for the full version where there is one for the public and a role reads nothing that is marked, and
 * `exempt` or `holds-exempt` for what is kept from whoever asks.
 */
export const refuseIssue = async (
  db: Reading,
  actor: Actor,
  { order, publicModelSha256 }: Issue,
  version: ReportVersion,
  today: CalendarDay,
): Promise<void> => {
  if (version === 'public' && publicModelSha256 !== null) return
  if (publicModelSha256 !== null && !readsMarked(actor.role)) {
    fail('not-permitted', { operation: 'reports.preview', role: actor.role })
  }
  await refuseFullIn(db, actor, order, today)
}
