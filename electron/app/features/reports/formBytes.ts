import { fail } from '../../../../domain/errors.ts'
import type { ReportForm } from '../../../../domain/report/reportList.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Pictures } from '../../../../reports/writers.ts'
import type { Ports } from '../../ports.ts'
import { picturesOf } from './picturesOf.ts'
import { printPdf } from './printPdf.ts'
import { writeForm } from './writeForm.ts'

/** Forms that show charts as pictures. */
const drawn: readonly ReportForm[] = ['docx', 'pdf', 'xlsx']

/** A model in one form, with its charts where they can be drawn. Throws `no-printer` and what writing throws. */
export const formBytes = async (
  ports: Pick<Ports, 'printer' | 'chartPage'>,
  model: ReportModel,
  form: ReportForm,
): Promise<Uint8Array> => {
  const { printer } = ports
  if (form === 'pdf' && printer === undefined) return fail('no-printer', {})
  const going = new AbortController().signal
  const pictures: Pictures = drawn.includes(form) ? await picturesOf(ports, model.parts, going) : {}
  if (form !== 'pdf') return await writeForm(model, pictures, form)
  const html = new TextDecoder().decode(await writeForm(model, pictures, 'html'))
  return printer === undefined ? fail('no-printer', {}) : await printPdf(printer, html, model.heading, going)
}
