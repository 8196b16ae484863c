import type { ReportForm } from '../../../../domain/report/reportList.ts'
import type { ReportModel } from '../../../../reports/model/reportModel.ts'
import type { Pictures, WriteReport } from '../../../../reports/writers.ts'

/** What a thread can write; a PDF is the page, printed by the host. */
export type WrittenForm = Exclude<ReportForm, 'pdf'> | 'html'

/** A model written in one form. */
export const writeForm = async (model: ReportModel, pictures: Pictures, form: WrittenForm): Promise<Uint8Array> =>
  await (await writers[form]())(model, pictures)

/** Loaded when they are needed: what writes documents would keep the start waiting. */
const writers: Record<WrittenForm, () => Promise<WriteReport>> = {
  docx: async () => (await import('../../../../reports/word/writeWord.ts')).writeWord,
  csv: async () => (await import('../../../../reports/csv/writeCsv.ts')).writeCsv,
  xlsx: async () => (await import('../../../../reports/workbook/writeWorkbook.ts')).writeWorkbook,
  json: async () => (await import('../../../../reports/json/writeJson.ts')).writeJson,
  html: async () => {
    const { writeHtml } = await import('../../../../reports/html/writeHtml.ts')
    return async (model, pictures) => new TextEncoder().encode(writeHtml(model, pictures))
  },
}
