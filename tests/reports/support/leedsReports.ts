import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createProgrammeFile, type ProgrammeFile, seqAsAt } from '../../../db/programmeFile.ts'
import type { Reading } from '../../../db/schema.ts'
import { type CalendarDay, calendarDay, endOfDayInLondon } from '../../../domain/calendarDay.ts'
import type { ReportName } from '../../../domain/report/reportList.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'
import { type MadeModel, makeModel } from '../../../electron/app/features/reports/makeModel.ts'
import { makeSample } from '../../../electron/app/sample/makeSample.ts'

interface Asked extends Partial<Omit<ReportOrder, 'report'>> {
  day?: string
  narrative?: Record<string, string>
}

/** Makes the Leeds sample once for a file of tests, and its reports as at a day. */
export const leedsReports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-reports-'))
  let open: ProgrammeFile | undefined
  const file = () => open ?? raise('The sample is not made yet')
  beforeAll(async () => {
    open = await createProgrammeFile(join(folder, 'Leeds.bcf'))
    await makeSample(open, () => undefined)
  })
  afterAll(async () => {
    await open?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const look = async <T>(day: CalendarDay, work: (db: Reading) => Promise<T>): Promise<T> => {
    const seq = await file().read((db) => seqAsAt(db, endOfDayInLondon(day), day))
    return await file().read(work, seq)
  }
  return {
    file,
    look,
    /** By default on the day on which the authority is in force. */
    make: async (
      report: ReportName,
      { day = '2020-08-28', narrative = {}, ...order }: Asked = {},
    ): Promise<MadeModel> => {
      const on = calendarDay(day)
      const asked = { order: { ...plainOrder(report), ...order }, day: on, narrative, madeBy: 'Programme director' }
      return await look(on, async (db) => await makeModel(db, asked, () => undefined))
    },
  }
}

const raise = (message: string): never => {
  throw new Error(message)
}
