import { join } from 'node:path'
import { readAt } from '../../../db/programmeFile.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'
import { makeModel } from '../../../electron/app/features/reports/makeModel.ts'
import type { ReportModel } from '../../../reports/model/reportModel.ts'
import type { TestApp } from '../../support/openTestApp.ts'

/** The model of a report of the programme that an app has open, by its file's name, as it is now. */
export const modelIn = async (
  { folder, as }: Pick<TestApp, 'folder' | 'as'>,
  file: string,
  { day, ...order }: Pick<ReportOrder, 'report'> & Partial<ReportOrder> & { day: CalendarDay },
): Promise<ReportModel> => {
  const { asAt } = await as('viewer').programme.screen.query({ asAt: null })
  const asked = { order: { ...plainOrder(order.report), ...order }, day, narrative: {}, madeBy: 'Viewer' }
  const made = await readAt(join(folder, file), asAt.seq, (db) => makeModel(db, asked, () => undefined))
  return made.model
}
