import type { Id } from '../../../../domain/id.ts'
import type { ReportVersion } from '../../../../domain/report/reportOrder.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { State } from '../../state.ts'
import type { Asked } from '../../work/works.ts'
import { draftOfIssue } from './draftOfIssue.ts'
import { isLongReport } from './isLongReport.ts'

/**
 * What an issued report would say today, with the texts that were written for it, made in a thread of its own where the
 * programme is large. Throws what making it throws, and `work-cancelled`.
 */
export const modelNow = async (
  state: State,
  issueId: Id,
  version: ReportVersion,
  asked?: Asked,
): Promise<ReportModel> => {
  const { draft, day } = await state.look(null, async (db, today) => ({
    draft: await draftOfIssue(db, issueId),
    day: today,
  }))
  const { narrative, marks } = draft
  const order = { ...draft.order, version }
  const standing = { status: 'DRAFT' as const, snapshotId: null, madeBy: '' }
  const again = { order, day, standing, texts: [{ narrative, marks }], hasTextsOfThen: false }
  const models = await state.run('modelsAgain', null, again, await state.read(null, isLongReport), asked)
  return models[0] as ReportModel
}
