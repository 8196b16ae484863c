import type { Reading } from '../../../../db/schema.ts'
import { accounts, issuedReports } from '../../../../db/subjects.ts'
import type { Id } from '../../../../domain/id.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { IssuedReport } from '../../../../domain/report/issuedReport.ts'
import { type ReportName, reportList } from '../../../../domain/report/reportList.ts'
import { keptModel } from './keptModel.ts'

export interface ListedIssue
  extends Omit<IssuedReport, 'revision' | 'isRemoved' | 'preparedBy' | 'certifiedBy' | 'issuedBy'> {
  /** The number of the report in the catalogue. */
  number: number
  /** The later issue that took its place (domain A3.8); null for the one that counts. */
  supersededById: Id | null
  /** The titles of who did what. */
  preparedBy: string
  certifiedBy: string
  issuedBy: string
}

/** What was issued, the newest first. */
export const issuedList = async (db: Reading, report: ReportName | null): Promise<ListedIssue[]> => {
  const issues = await issuedReports.list(db, report === null ? {} : { report })
  const people = await accounts.list(db)
  const followers = new Map(issues.map(({ id, supersedesId }) => [supersedesId, id]))
  return issues
    .map(({ revision: _revision, isRemoved: _isRemoved, ...issue }) => ({
      ...issue,
      number: reportList[issue.report].number,
      supersededById: followers.get(issue.id) ?? null,
      preparedBy: titleOf(people, issue.preparedBy),
      certifiedBy: titleOf(people, issue.certifiedBy),
      issuedBy: titleOf(people, issue.issuedBy),
    }))
    .sort((a, b) => (a.issuedAt === b.issuedAt ? (a.id < b.id ? 1 : -1) : a.issuedAt < b.issuedAt ? 1 : -1))
}

/** An issue with what it says. Throws `not-found` and `damaged-issue`. */
export const issuedScreen = async (db: Reading, id: Id) => {
  const { report } = await issuedReports.get(db, id)
  const issue = (await issuedList(db, report)).find((each) => each.id === id)
  const { modelSha256 } = await issuedReports.get(db, id)
  return { issue, model: await keptModel(db, modelSha256) }
}
