import { openProgrammeFile, seqAsAt } from '../../../db/programmeFile.ts'
import { calendarDay, endOfDayInLondon } from '../../../domain/calendarDay.ts'
import type { ReportName } from '../../../domain/report/reportList.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'
import { makeModel } from '../../../electron/app/features/reports/makeModel.ts'
import type { ReportModel } from '../../../reports/model/reportModel.ts'

/** A report of the programme in a file as at a day, also while a program has it open. */
export const reportOfFile = async (
  path: string,
  report: ReportName,
  { day, ...change }: Partial<ReportOrder> & { day: string },
): Promise<ReportModel> => {
  const on = calendarDay(day)
  const asked = { order: { ...plainOrder(report), ...change }, day: on, narrative: {}, madeBy: 'Finance officer' }
  const file = await openProgrammeFile(path)
  try {
    const seq = await file.read((db) => seqAsAt(db, endOfDayInLondon(on), day))
    return await file.read(async (db) => (await makeModel(db, asked, () => undefined)).model, seq)
  } finally {
    await file.close()
  }
}
