import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Reading } from '../../../../db/schema.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import type { ReportHeading } from '../../../../reports/model/reportHeading.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Pictures } from '../../../../reports/writers.ts'
import { draftModel, statusWords } from './draftModel.ts'
import { type ModelOrder, makeModel } from './makeModel.ts'
import { type WrittenForm, writeForm } from './writeForm.ts'

export interface ReportFileOrder {
  /** What is asked for, and the draft whose texts and marks are in it. */
  asked: Omit<ModelOrder, 'narrative' | 'marks'> & { draft: ReportDraft | null }
  form: WrittenForm
}

/** A report that is written, or one whose charts have to be drawn before it can be. */
export type ReportFile =
  | { kind: 'file'; bytes: Uint8Array; heading: ReportHeading }
  | { kind: 'model'; model: ReportModel }

export interface WritingOrder {
  model: ReportModel
  pictures: Pictures
  form: WrittenForm
}

/** How far a report is, whichever of the steps it needs. */
const MADE = 3
const WRITTEN = 4

/** Makes a report and writes it; a large one never leaves its thread but as bytes. Throws what making and writing throw. */
export const reportFile = async (
  db: Reading,
  { asked, form }: ReportFileOrder,
  tell: OnProgress,
): Promise<ReportFile> => {
  const model = await modelOf(db, asked, (done) => tell(done, WRITTEN))
  const isDrawn = form === 'docx' || form === 'xlsx' || form === 'html'
  if (isDrawn && model.parts.some(({ kind }) => kind === 'chart')) return { kind: 'model', model }
  const bytes = await writeForm(model, {}, form)
  tell(WRITTEN, WRITTEN)
  return { kind: 'file', bytes, heading: model.heading }
}

const modelOf = async (
  db: Reading,
  { draft, ...asked }: ReportFileOrder['asked'],
  tell: OnProgress,
): Promise<ReportModel> => {
  if (draft === null) return (await makeModel(db, { ...asked, narrative: {} }, tell)).model
  const { order, day, madeBy } = asked
  const standing = { status: statusWords[draft.status], snapshotId: null, madeBy }
  return (await draftModel(db, { ...draft, order }, day, standing, tell)).model
}

/** Writes a model whose charts are drawn. */
export const writeModel = async ({ model, pictures, form }: WritingOrder, tell: OnProgress): Promise<Uint8Array> => {
  tell(MADE, WRITTEN)
  return await writeForm(model, pictures, form)
}
