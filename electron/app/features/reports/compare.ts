import type { Reading } from '../../../../db/schema.ts'
import { issuedReports } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { compareModels } from '../../../../reports/compare/compareModels.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import { draftModel } from './draftModel.ts'
import { draftOfIssue } from './draftOfIssue.ts'
import { keptModel } from './keptModel.ts'

/** How an issue differs from another of the same report, or from what the ledger says now; figure by figure. */
export const compareIssues = async (db: Reading, day: CalendarDay, { one, other }: { one: Id; other: Id | null }) => {
  const issue = await issuedReports.get(db, one)
  const before = await keptModel(db, issue.modelSha256)
  const after = other === null ? await modelNow(db, day, one) : await otherModel(db, issue.report, other)
  return {
    before: aboutModel(before),
    after: aboutModel(after),
    differences: compareModels(before, after),
  }
}

/** Throws `other-report` for an issue of another report: their tables share nothing. */
const otherModel = async (db: Reading, report: string, id: Id): Promise<ReportModel> => {
  const other = await issuedReports.get(db, id)
  if (other.report !== report) fail('other-report', { report, other: other.report })
  return await keptModel(db, other.modelSha256)
}

/** What an issued report would say today, with the texts that were written for it. */
export const modelNow = async (db: Reading, day: CalendarDay, issueId: Id): Promise<ReportModel> => {
  const draft = await draftOfIssue(db, issueId)
  const { model } = await draftModel(db, draft, day, { status: 'DRAFT', snapshotId: null, madeBy: '' })
  return model
}

const aboutModel = ({ heading: { title, about, status, snapshotId, asAt, asAtInWords } }: ReportModel) => ({
  title,
  about,
  status,
  snapshotId,
  asAt,
  asAtInWords,
})
