import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { saveFile } from './saveFile.ts'

export interface ReportOrder {
  report: string
  format: 'xlsx' | 'csv'
  asAt: CalendarDay | null
  decisionId?: Id
  from?: StartYear
  to?: StartYear
  /** The name under which its progress is asked for. */
  work?: string
}

/** Saves a report as the browser saves a file, under the name that the program gives it. Throws what the program answers. */
export const downloadReport = async (order: ReportOrder): Promise<string> => {
  const response = await fetch('/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bcf': '1' },
    body: JSON.stringify(order),
  })
  if (!response.ok) {
    const { error } = (await response.json()) as { error: unknown }
    throw error
  }
  const name = fileNameOf(response.headers.get('content-disposition')) ?? `${order.report}.${order.format}`
  saveFile(await response.blob(), name)
  return name
}

/** The file name in a content-disposition header, its international form first. */
export const fileNameOf = (header: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(header ?? '')?.[1]
}
