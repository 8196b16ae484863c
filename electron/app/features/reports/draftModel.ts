import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Reading } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import { type ExemptMark, lacksOfExemption } from '../../../../domain/report/exemptMark.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import { holdsExempt } from '../../../../reports/exempt/amountsOfReport.ts'
import { lostMarks, markExempt } from '../../../../reports/exempt/markExempt.ts'
import type { ReportHeading } from '../../../../reports/model/reportHeading.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import { exemptionOfScope } from '../exempt/exemptionOfScope.ts'
import { forThePublic, type MadeModel, makeModel } from './makeModel.ts'

/** What of a report's heading comes from how far it is. */
export interface Standing {
  status: ReportHeading['status']
  snapshotId: Id | null
  madeBy: string
}

/** How a draft calls itself while it is on its way. */
export const statusWords: Record<ReportDraft['status'], Standing['status']> = {
  draft: 'DRAFT',
  prepared: 'PREPARED',
  certified: 'CERTIFIED',
  issued: 'ISSUED',
}

/** The texts of a draft by their section. */
const textsOf = ({ narrative }: Pick<ReportDraft, 'narrative'>): Record<string, string> =>
  Object.fromEntries(narrative.map(({ section, text }) => [section, text]))

/** A draft as its report in the version of its order, at the moment of a snapshot. Throws what making it throws. */
export const draftModel = async (
  db: Reading,
  { order, narrative, marks }: Pick<ReportDraft, 'order' | 'narrative' | 'marks'>,
  day: CalendarDay,
  { status, snapshotId, madeBy }: Standing,
  tell: OnProgress = () => undefined,
): Promise<MadeModel> => {
  const asked = { order: { ...order, version: 'full' as const }, day, narrative: textsOf({ narrative }), madeBy }
  const { model, sections } = await makeModel(db, asked, tell)
  const marked = markExempt(model, soundMarks(model, marks))
  const full = { ...marked, heading: { ...model.heading, status, snapshotId } }
  return { model: order.version === 'full' ? full : await forThePublic(db, full), sections }
}

/** A mark that lacks something, or what it stood on, is told among what stands before the issue. */
const soundMarks = (model: ReportModel, marks: readonly ExemptMark[]): ExemptMark[] => {
  const lost = lostMarks(model, marks)
  return marks.filter((mark) => !lost.includes(mark) && lacksOfExemption(mark).length === 0)
}

/** What the public reads of a report; null where nothing of it is exempt, so that it is public as it is. */
export const publicModel = async (db: Reading, full: ReportModel): Promise<ReportModel | null> => {
  const isExempt = full.parts.some(holdsExempt) || (await exemptionOfScope(db, full.heading.order)) !== null
  return isExempt ? await forThePublic(db, full) : null
}
