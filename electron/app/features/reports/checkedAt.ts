import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import type { AsAt, State } from '../../state.ts'
import type { Asked } from '../../work/works.ts'
import type { CheckedDraft, DraftToCheck } from './checkedDraft.ts'
import type { Standing } from './draftModel.ts'
import { isLongReport } from './isLongReport.ts'

/**
 * A draft made and looked at, at the moment that was fixed when it was prepared, or the one that is asked for: in a thread
 * of its own where the programme is large. Throws what making it throws, and `work-cancelled`.
 */
export const checkedAt = async (
  state: State,
  draft: DraftToCheck & Pick<ReportDraft, 'asAtSeq' | 'asAtOn'>,
  asAt: AsAt,
  standing: Standing,
  asked?: Asked,
): Promise<CheckedDraft> => {
  const { day, isLarge } = await state.read(asAt, (facts) => ({
    day: draft.asAtOn ?? facts.asAt.day,
    isLarge: isLongReport(facts),
  }))
  const { order, narrative, marks, waivers, asAtSeq } = draft
  const input = { draft: { order, narrative, marks, waivers }, day, standing }
  return await state.run('checkDraft', asAtSeq === null ? asAt : { seq: asAtSeq }, input, isLarge, asked)
}
