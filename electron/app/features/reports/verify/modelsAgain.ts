import type { OnProgress } from '../../../../../db/queries/verify.ts'
import type { Reading } from '../../../../../db/schema.ts'
import { reportDrafts } from '../../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../../domain/calendarDay.ts'
import type { ReportDraft } from '../../../../../domain/report/reportDraft.ts'
import type { ReportOrder } from '../../../../../domain/report/reportOrder.ts'
import { scopeKey } from '../../../../../domain/report/scopeKey.ts'
import type { ReportModel } from '../../../../../reports/model/reportModel.ts'
import { draftModel, type Standing } from '../draftModel.ts'

/** What somebody wrote for a report. */
export type Written = Pick<ReportDraft, 'narrative' | 'marks'>

export const unwritten: Written = { narrative: [], marks: [] }

export interface AgainOrder {
  order: ReportOrder
  day: CalendarDay
  standing: Standing
  /** With each of which it is made. */
  texts: readonly Written[]
  /** Whether it is made with the texts of that moment too. */
  hasTextsOfThen: boolean
}

/** Texts beyond these are not tried. */
const MOST_TEXTS = 4

/** A report made once more at the moment of a snapshot, with each of the texts that it may have had, the first ones first. */
export const modelsAgain = async (
  db: Reading,
  { order, day, standing, texts, hasTextsOfThen }: AgainOrder,
  tell: OnProgress,
): Promise<ReportModel[]> => {
  const all = distinct([...(hasTextsOfThen ? await draftsOf(db, order) : []), ...texts])
  const made: ReportModel[] = []
  tell(0, all.length)
  for (const { narrative, marks } of all) {
    made.push((await draftModel(db, { order, narrative, marks }, day, standing)).model)
    tell(made.length, all.length)
  }
  return made
}

/** The drafts of a report about one thing. */
export const draftsOf = async (db: Reading, { report, scope }: ReportOrder): Promise<ReportDraft[]> =>
  await reportDrafts.list(db, { report, scope: scopeKey(scope) })

const distinct = (texts: readonly Written[]): Written[] => {
  const found = new Map<string, Written>()
  for (const { narrative, marks } of texts) found.set(JSON.stringify([narrative, marks]), { narrative, marks })
  return [...found.values()].slice(0, MOST_TEXTS)
}
