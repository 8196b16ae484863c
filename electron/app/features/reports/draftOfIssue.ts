import type { Reading } from '../../../../db/schema.ts'
import { issuedReports, reportDrafts } from '../../../../db/subjects.ts'
import type { Id } from '../../../../domain/id.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'

/** What an issue was made of. */
export const draftOfIssue = async (db: Reading, issueId: Id): Promise<ReportDraft> => {
  const { draftId } = await issuedReports.get(db, issueId)
  return await reportDrafts.get(db, draftId)
}
