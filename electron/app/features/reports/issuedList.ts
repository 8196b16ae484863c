import type { Reading } from '../../../../db/schema.ts'
import { accounts, issuedReports } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { IssuedReport } from '../../../../domain/report/issuedReport.ts'
import { type ReportName, reportList } from '../../../../domain/report/reportList.ts'
import { mayReadIssue, refuseIssue } from './mayReadIssue.ts'

export interface ListedIssue
  extends Omit<IssuedReport, 'revision' | 'isRemoved' | 'files' | 'preparedBy' | 'certifiedBy' | 'issuedBy'> {
  /** The number of the report in the catalogue. */
  number: number
  /** The later issue that took its place (domain A3.8); null for the one that counts. */
  supersededById: Id | null
  /** The titles of who did what. */
  preparedBy: string
  certifiedBy: string
  issuedBy: string
}

/** What was issued, the newest first, without its files: not everybody reads all of them. */
export const issuedList = async (db: Reading, report: ReportName | null): Promise<ListedIssue[]> => {
  const issues = await issuedReports.list(db, report === null ? {} : { report })
  const people = await accounts.list(db)
  const followers = new Map(issues.map(({ id, supersedesId }) => [supersedesId, id]))
  return issues
    .map(({ revision: _revision, isRemoved: _isRemoved, files: _files, ...issue }) => ({
      ...issue,
      number: reportList[issue.report].number,
      supersededById: followers.get(issue.id) ?? null,
      preparedBy: titleOf(people, issue.preparedBy),
      certifiedBy: titleOf(people, issue.certifiedBy),
      issuedBy: titleOf(people, issue.issuedBy),
    }))
    .sort((a, b) => (a.issuedAt === b.issuedAt ? (a.id < b.id ? 1 : -1) : a.issuedAt < b.issuedAt ? 1 : -1))
}

/** An issue with the files that whoever asks may read. Throws `not-found`, and `exempt` or `holds-exempt` where that is none. */
export const issuedScreen = async (db: Reading, id: Id, actor: Actor, today: CalendarDay) => {
  const issue = await issuedReports.get(db, id)
  const listed = (await issuedList(db, issue.report)).find((each) => each.id === id)
  if (!listed) return fail('not-found', { entity: 'issued_report', id })
  await refuseIssue(db, actor, issue, 'public', today)
  const isFull = await mayReadIssue(db, actor, issue, 'full', today)
  const files = issue.files.filter(({ version }) => isFull || version === 'public')
  return { issue: { ...listed, files }, isFull }
}
