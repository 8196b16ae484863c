import { fail } from '../../../../domain/errors.ts'
import type { ReportForm } from '../../../../domain/report/reportList.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Pictures } from '../../../../reports/writers.ts'
import type { State } from '../../state.ts'
import type { Asked } from '../../work/works.ts'
import { picturesOf } from './picturesOf.ts'
import { printPdf } from './printPdf.ts'
import { stoppable } from './stoppable.ts'

/** Forms that show charts as pictures. */
const drawn: readonly ReportForm[] = ['docx', 'pdf', 'xlsx']

/**
 * A model in one form, with its charts where they can be drawn, written in a thread of its own where the programme is large.
 * Throws `no-printer`, `work-cancelled` and what writing throws.
 */
export const formBytes = async (
  state: State,
  model: ReportModel,
  form: ReportForm,
  { isLarge, asked }: { isLarge: boolean; asked: Asked | undefined },
): Promise<Uint8Array> => {
  const { printer } = state.ports
  if (form === 'pdf' && printer === undefined) return fail('no-printer', {})
  const pictures: Pictures = drawn.includes(form)
    ? await stoppable(state, (signal) => picturesOf(state.ports, model, signal), asked)
    : {}
  const input = { model, pictures, form: form === 'pdf' ? ('html' as const) : form }
  const written = await state.run('writeModel', null, input, isLarge, asked)
  if (form !== 'pdf' || printer === undefined) return written
  const html = new TextDecoder().decode(written)
  return await stoppable(state, (signal) => printPdf(printer, html, model.heading, signal), asked)
}
