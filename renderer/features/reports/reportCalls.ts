import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { ReportForm } from '../../../domain/report/reportList.ts'
import type { ReportOrder, ReportVersion } from '../../../domain/report/reportOrder.ts'
import type { Verdict } from '../../../domain/report/verdict.ts'
import { askProgram, giveFile, saveAsked } from '../../lib/askProgram.ts'

/** A report as it is asked for, a draft with the texts that were written for it, or what was issued. */
export type AskedReport =
  | { order: ReportOrder; asAt: CalendarDay | null }
  | { draftId: Id; version: ReportVersion }
  | { issueId: Id; version: ReportVersion }

/** Has the pages of a report made, and gives their address. Throws what the program answers. */
export const makePreview = async (asked: AskedReport & { work: string }): Promise<string> => {
  const { value } = (await (await askProgram('/reports/preview', asked)).json()) as { value: { id: Id } }
  return `/reports/preview/${value.id}`
}

/** Saves a file of an issued report exactly as it was issued, and says under which name. Throws what the program answers. */
export const saveIssued = (asked: { issueId: Id; form: ReportForm; version: ReportVersion }): Promise<string> =>
  saveAsked('/export', asked, `report.${asked.form}`)

/** Gives a file to the program to be held against what was issued. Throws what the program answers. */
export const verifyFile = (file: Blob, about: { name: string; work: string }): Promise<Verdict> =>
  giveFile<Verdict>('/reports/verify', file, about)
