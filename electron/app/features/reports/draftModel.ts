import type { Reading } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import { type ExemptMark, lacksOfExemption } from '../../../../domain/report/exemptMark.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import { lostMarks, markExempt } from '../../../../reports/exempt/markExempt.ts'
import type { ReportHeading } from '../../../../reports/model/reportHeading.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import { type MadeModel, makeModel } from './makeModel.ts'

/** What of a report's heading comes from how far it is. */
export interface Standing {
  status: ReportHeading['status']
  snapshotId: Id | null
  madeBy: string
}

/** The texts of a draft by their section. */
export const textsOf = ({ narrative }: Pick<ReportDraft, 'narrative'>): Record<string, string> =>
  Object.fromEntries(narrative.map(({ section, text }) => [section, text]))

/** A draft as its report in full at the moment of a snapshot. Throws what making it throws. */
export const draftModel = async (
  db: Reading,
  draft: Pick<ReportDraft, 'order' | 'narrative' | 'marks'>,
  day: CalendarDay,
  { status, snapshotId, madeBy }: Standing,
): Promise<MadeModel> => {
  const asked = { order: draft.order, day, narrative: textsOf(draft), madeBy }
  const { model, sections } = await makeModel(db, asked, () => undefined)
  const marked = markExempt(model, soundMarks(model, draft.marks))
  return { model: { ...marked, heading: { ...model.heading, status, snapshotId } }, sections }
}

/** A mark that lacks something, or what it stood on, is told among what stands before the issue. */
const soundMarks = (model: ReportModel, marks: readonly ExemptMark[]): ExemptMark[] => {
  const lost = lostMarks(model, marks)
  return marks.filter((mark) => !lost.includes(mark) && lacksOfExemption(mark).length === 0)
}
