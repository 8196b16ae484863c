import { programmeFacts } from '../../../../db/queries/programmeFacts.ts'
import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Reading } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { type FigureCheck, figureChecks } from '../../../../domain/figures/figureChecks.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import type { ReportStop } from '../../../../domain/report/reportStop.ts'
import type { NarrativeSection, ReportModel } from '../../../../reports/model/reportModel.ts'
import { draftModel, publicModel, type Standing } from './draftModel.ts'
import { figureContextOf } from './figureContextOf.ts'
import { stopsOf } from './stops.ts'

/** A draft made and looked at: its model in full and for the public, its texts, their figures, and what stands before its issue. */
export interface CheckedDraft {
  model: ReportModel
  /** The public version; null where nothing is exempt. */
  open: ReportModel | null
  sections: NarrativeSection[]
  figures: FigureCheck[]
  stops: ReportStop[]
}

export type DraftToCheck = Pick<ReportDraft, 'order' | 'narrative' | 'marks' | 'waivers'>

/** A draft that is to be looked at as at a day, and what its heading says. */
export interface CheckOrder {
  draft: DraftToCheck
  day: CalendarDay
  standing: Standing
}

/** Throws what making the report throws. */
export const checkedDraft = async (
  db: Reading,
  { draft, day, standing }: CheckOrder,
  tell: OnProgress,
): Promise<CheckedDraft> => {
  const order = { ...draft.order, version: 'full' as const }
  const { model, sections } = await draftModel(db, { ...draft, order }, day, standing, tell)
  const open = await publicModel(db, model)
  const figures = await figuresIn(db, order, day, sections)
  return { model, open, sections, figures, stops: stopsOf(model, open, { sections, figures }, draft) }
}

const figuresIn = async (
  db: Reading,
  order: ReportDraft['order'],
  day: CalendarDay,
  sections: readonly NarrativeSection[],
): Promise<FigureCheck[]> => {
  if (sections.every(({ text }) => text === '')) return []
  const context = await figureContextOf(await programmeFacts(db, day), db, order)
  return figureChecks(
    context,
    sections.map(({ id, text }) => ({ section: id, text })),
  )
}
