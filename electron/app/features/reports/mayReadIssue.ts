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
  issue: Issue,
  version: ReportVersion,
  today: CalendarDay,
): Promise<boolean> => {
  const rule = ruleOf(actor, issue, version)
  return rule === 'open' || (rule === 'as-its-subject' && (await mayReadFull(db, actor, issue.order, today)))
}

/**
 * Throws `not-permitted` for the full version where there is one for the public and a role reads nothing that is marked, and
 * `exempt` or `holds-exempt` for what is kept from whoever asks.
 */
export const refuseIssue = async (
  db: Reading,
  actor: Actor,
  issue: Issue,
  version: ReportVersion,
  today: CalendarDay,
): Promise<void> => {
  const rule = ruleOf(actor, issue, version)
  if (rule === 'marked') fail('not-permitted', { operation: 'reports.preview', role: actor.role })
  if (rule === 'as-its-subject') await refuseFullIn(db, actor, issue.order, today)
}

/** Open to all, kept for the marks in it, or read by whoever reads what it is about. */
const ruleOf = ({ role }: Actor, { publicModelSha256 }: Issue, version: ReportVersion) => {
  if (publicModelSha256 === null) return 'as-its-subject'
  if (version === 'public') return 'open'
  return readsMarked(role) ? 'as-its-subject' : 'marked'
}
