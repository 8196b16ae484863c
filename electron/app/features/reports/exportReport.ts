import { z } from 'zod'
import { reportDrafts } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { ReportDraft } from '../../../../domain/report/reportDraft.ts'
import { ReportForm } from '../../../../domain/report/reportList.ts'
import { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import { roleTitles } from '../../../../domain/roles.ts'
import { fileNameOf } from '../../../../reports/model/fileNameOf.ts'
import type { ReportHeading } from '../../../../reports/model/reportHeading.ts'
import { contentTypes } from '../../../../reports/writers.ts'
import { AsAtInput } from '../../operation.ts'
import type { State } from '../../state.ts'
import { askedBy, WorkId } from '../../work/works.ts'
import { refuseFull } from '../exempt/mayReadFull.ts'
import { refuseReading } from './draftScreen.ts'
import { isLongReport } from './isLongReport.ts'
import { picturesOf } from './picturesOf.ts'
import { printPdf } from './printPdf.ts'
import { stoppable } from './stoppable.ts'
import type { WrittenForm } from './writeForm.ts'

/** A report that is asked for as it is at a moment. */
const OfOrder = z.strictObject({
  order: ReportOrder,
  asAt: AsAtInput.default(null),
  /** A draft, with the texts and marks of which it is made, at its own moment where that is fixed. */
  draftId: Id.optional(),
  /** Under which the page asks how far it has come, or stops it. */
  work: WorkId.optional(),
})

export const PreviewInput = OfOrder
export type PreviewInput = z.output<typeof PreviewInput>

export const ExportInput = OfOrder.extend({ form: ReportForm })
export type ExportInput = z.output<typeof ExportInput>

export interface SentFile {
  bytes: Uint8Array
  fileName: string
  contentType: string
}

/** Who asks, and at which session. */
export interface Asking {
  actor: Actor
  session: string
}

/**
 * The bytes of a report with its file name. Throws `unknown-report`, `unknown-format`, `bad-scope`, `bad-year`, `not-found`,
 * `nothing-as-at`, `exempt`, `holds-exempt`, `wrong-status` for a draft that was issued, `no-printer`, `not-printed` and `work-cancelled`.
 */
export const exportReport = async (
  state: State,
  asking: Asking,
  { form, ...input }: ExportInput,
): Promise<SentFile> => {
  const { printer } = state.ports
  // A long report is not made for a printer that is not there.
  if (form === 'pdf' && printer === undefined) return fail('no-printer', {})
  const work = askedBy(asking, input.work)
  return await state.works.whole(work, async () => {
    const { bytes, heading } = await written(state, asking, input, form === 'pdf' ? 'html' : form)
    const sent = { fileName: fileNameOf(heading, form), contentType: contentTypes[form] }
    if (form !== 'pdf' || printer === undefined) return { ...sent, bytes }
    const html = new TextDecoder().decode(bytes)
    return { ...sent, bytes: await stoppable(state, (signal) => printPdf(printer, html, heading, signal), work) }
  })
}

/** A report as the page that is printed. Throws what exporting throws. */
export const previewReport = async (state: State, asking: Asking, input: PreviewInput): Promise<string> => {
  const work = askedBy(asking, input.work)
  const { bytes } = await state.works.whole(work, () => written(state, asking, input, 'html'))
  return new TextDecoder().decode(bytes)
}

const written = async (
  state: State,
  asking: Asking,
  input: PreviewInput,
  form: WrittenForm,
): Promise<{ bytes: Uint8Array; heading: ReportHeading }> => {
  const { order, asAt, draftId } = input
  await refuseFull({ state, actor: asking.actor }, order)
  const work = askedBy(asking, input.work)
  const draft = draftId === undefined ? null : await state.look(null, (db) => reportDrafts.get(db, draftId))
  if (draft !== null) await refuseReading(state, asking.actor, draft.order)
  // What was issued is handed out as it was kept, and never made anew under its name.
  if (draft?.status === 'issued') fail('wrong-status', { is: 'issued', needs: 'draft' })
  const at = momentOf(draft) ?? asAt
  const { day, isLarge } = await state.read(asAt, (facts) => ({
    day: draft?.asAtOn ?? facts.asAt.day,
    isLarge: isLongReport(facts),
  }))
  const asked = { order, day, madeBy: madeBy(asking.actor), draft }
  const made = await state.run('report', at, { asked, form }, isLarge, work)
  if (made.kind === 'file') return made
  const { model } = made
  const pictures = await stoppable(state, (signal) => picturesOf(state.ports, model, signal), work)
  const bytes = await state.run('writeModel', at, { model, pictures, form }, isLarge, work)
  return { bytes, heading: model.heading }
}

/** The moment that was fixed when a draft was prepared. */
const momentOf = (draft: ReportDraft | null): { seq: number } | null =>
  draft === null || draft.asAtSeq === null ? null : { seq: draft.asAtSeq }

/** What a report says of who made it: the role, and the title of who acts in it. */
export const madeBy = ({ account, role }: Actor): string =>
  account === null ? roleTitles[role] : `${account.title} (${roleTitles[role].toLowerCase()})`
