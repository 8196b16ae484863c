import { findBytes } from '../../../../db/attachments.ts'
import type { Reading } from '../../../../db/schema.ts'
import { fail } from '../../../../domain/errors.ts'
import { ReportModel } from '../../../../reports/model/reportModel.ts'

/** The model of an issue as it is kept. Throws `damaged-issue` where its bytes are gone or others than they were. */
export const keptModel = async (db: Reading, sha256: string): Promise<ReportModel> => {
  const bytes = await findBytes(db, sha256)
  if (bytes === undefined) return fail('damaged-issue', { sha256 })
  return ReportModel.parse(JSON.parse(new TextDecoder().decode(bytes)))
}
