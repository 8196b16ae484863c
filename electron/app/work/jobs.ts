import { programmeFacts } from '../../../db/queries/programmeFacts.ts'
import { type OnProgress, type Verification, verify } from '../../../db/queries/verify.ts'
import type { Reading } from '../../../db/schema.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import type { ProducedReport } from '../../../reports/catalogue.ts'
import { makeReport, type ReportOrder } from '../features/makeReport.ts'

/** The work that can take long: what each job takes and gives. */
export interface Jobs {
  /** The trail, the things and the balances held against each other. */
  verify: { input: null; result: Verification }
  tieOut: { input: { day: CalendarDay }; result: Finding[] }
  report: { input: ReportOrder; result: ProducedReport }
}
export type JobName = keyof Jobs

type Job<Name extends JobName> = (
  db: Reading,
  input: Jobs[Name]['input'],
  tell: OnProgress,
) => Promise<Jobs[Name]['result']>

/** Each job reads one snapshot and says how far it has come. */
export const jobs: { [Name in JobName]: Job<Name> } = {
  verify: (db, _input, tell) => verify(db, tell),
  tieOut: async (db, { day }) => tieOut(await programmeFacts(db, day)),
  report: makeReport,
}
