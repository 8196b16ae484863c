import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import type { IssuedFile, UnmadeFile } from '../../../../domain/report/issuedReport.ts'
import { reportList } from '../../../../domain/report/reportList.ts'
import { fileNameOf } from '../../../../reports/model/fileNameOf.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Ports } from '../../ports.ts'
import { writeForm } from './writeForm.ts'

/** What an issue hands out: its models as canonical JSON, its files, and what could not be made here. */
export interface IssuedBytes {
  full: Uint8Array
  /** The public version; null where nothing is exempt. */
  open: Uint8Array | null
  files: (Omit<IssuedFile, 'size' | 'sha256'> & { bytes: Uint8Array })[]
  unmade: UnmadeFile[]
}

/** Writes an issue in every form of its report, in full and, where anything of it is exempt, for the public. */
export const issuedBytes = async (model: ReportModel, printer: Ports['printer']): Promise<IssuedBytes> => {
  const files: IssuedBytes['files'] = []
  const unmade: UnmadeFile[] = []
  const { order } = model.heading
  for (const form of reportList[order.report].forms) {
    const about = { form, version: order.version, name: fileNameOf(model.heading, form) }
    if (form !== 'pdf') files.push({ ...about, bytes: await writeForm(model, {}, form) })
    else if (printer === undefined) unmade.push({ form, version: order.version, why: 'no-printer' })
    else {
      const html = new TextDecoder().decode(await writeForm(model, {}, 'html'))
      files.push({ ...about, bytes: await printer.toPdf(html) })
    }
  }
  return { full: modelText(model), open: null, files, unmade }
}

/** The text of a model by which it is kept and hashed. A field that is absent is the same as one without a value. */
export const modelText = (model: ReportModel): Uint8Array =>
  new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify(model))))
