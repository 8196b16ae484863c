import type { ReportDraft } from '../../domain/report/reportDraft.ts'
import type { Reading, SubjectTable } from '../schema.ts'
import { reportDrafts } from '../subjects.ts'

/** Every draft of a report, also those that were put away: their texts still stand in the trail. */
export const allDrafts = async (db: Reading): Promise<ReportDraft[]> => {
  const rows = await db.selectFrom('report_draft').selectAll().orderBy('id').execute()
  return (rows as SubjectTable[]).map(reportDrafts.fromRow)
}
