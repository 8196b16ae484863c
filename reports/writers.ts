import type { ReportForm } from '../domain/report/reportList.ts'
import type { ReportModel } from './model/reportModel.ts'

/** Pictures of a report's charts as PNG, by the id of the chart's part; a chart without one stands as its table. */
export type Pictures = Readonly<Record<string, { png: Uint8Array; svg: string; width: number; height: number }>>

/** Writes a model in one form; a PDF is printed from the HTML form by the host's printer. */
export type WriteReport = (model: ReportModel, pictures: Pictures) => Promise<Uint8Array>

export const contentTypes: Record<ReportForm, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
