import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { ReportForm } from '../../domain/report/reportList.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import { saveFile } from './saveFile.ts'

/** A report to be saved: which, in which form, and as it was when. */
export interface ReportExport {
  order: ReportOrder
  form: ReportForm
  asAt: CalendarDay | null
  /** The name under which its progress is asked for. */
  work?: string
}

/** Saves a report as the browser saves a file, under the name that the program gives it. Throws what the program answers. */
export const downloadReport = async (wanted: ReportExport): Promise<string> => {
  const response = await fetch('/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bcf': '1' },
    body: JSON.stringify(wanted),
  })
  if (!response.ok) {
    const { error } = (await response.json()) as { error: unknown }
    throw error
  }
  const name = fileNameOf(response.headers.get('content-disposition')) ?? `${wanted.order.report}.${wanted.form}`
  saveFile(await response.blob(), name)
  return name
}

/** The file name in a content-disposition header, its international form first. */
export const fileNameOf = (header: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(header ?? '')?.[1]
}
