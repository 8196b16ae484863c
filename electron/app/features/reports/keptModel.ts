import { findBytes } from '../../../../db/attachments.ts'
import type { Reading } from '../../../../db/schema.ts'
import { fail } from '../../../../domain/errors.ts'
import type { IssuedReport } from '../../../../domain/report/issuedReport.ts'
import type { ReportVersion } from '../../../../domain/report/reportOrder.ts'
import { ReportModel } from '../../../../reports/model/reportModel.ts'

/** The model of an issue as it is kept. Throws `damaged-issue` where its bytes are gone or others than they were. */
export const keptModel = async (
  db: Reading,
  { modelSha256, publicModelSha256 }: Pick<IssuedReport, 'modelSha256' | 'publicModelSha256'>,
  version: ReportVersion,
): Promise<ReportModel> => {
  const sha256 = version === 'public' ? (publicModelSha256 ?? modelSha256) : modelSha256
  const bytes = await findBytes(db, sha256)
  if (bytes === undefined) return fail('damaged-issue', { sha256 })
  return ReportModel.parse(JSON.parse(new TextDecoder().decode(bytes)))
}
