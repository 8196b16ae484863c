import { type Backup, type BackupOrder, makeBackup } from '../../../db/backup.ts'
import { readAt } from '../../../db/programmeFile.ts'
import { programmeFacts } from '../../../db/queries/programmeFacts.ts'
import { type OnProgress, type Verification, verify } from '../../../db/queries/verify.ts'
import type { Reading } from '../../../db/schema.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import type { ProducedReport } from '../../../reports/catalogue.ts'
import { type EverythingOrder, type SavedExport, writeEverything } from '../features/exportEverything.ts'
import { makeReport, type ReportOrder } from '../features/makeReport.ts'
import type { Order } from './works.ts'

/** The work that can take long: what each job takes and gives. */
export interface Jobs {
  /** The trail, the things and the balances held against each other. */
  verify: { input: null; result: Verification }
  tieOut: { input: { day: CalendarDay }; result: Finding[] }
  report: { input: ReportOrder; result: ProducedReport }
  backup: { input: BackupOrder; result: Backup }
  everything: { input: EverythingOrder; result: SavedExport }
}
export type JobName = keyof Jobs

type Job<Name extends JobName> = (
  db: Reading,
  input: Jobs[Name]['input'],
  tell: OnProgress,
) => Promise<Jobs[Name]['result']>

/** Each of these reads one snapshot and says how far it has come. */
const ofSnapshot = {
  verify: (db, _input, tell) => verify(db, tell),
  tieOut: async (db, { day }) => tieOut(await programmeFacts(db, day)),
  report: makeReport,
} satisfies { [Name in JobName]?: Job<Name> }

/** These copy the file as it stands when they begin, over connections of their own. */
const ofFile = {
  backup: makeBackup,
  everything: writeEverything,
} satisfies { [Name in JobName]?: (input: Jobs[Name]['input']) => Promise<Jobs[Name]['result']> }

/** Does a job, in whatever thread it is called. */
export const runJob = async <Name extends JobName>(
  { name, path, seq, input }: Order<Name>,
  tell: OnProgress,
): Promise<Jobs[Name]['result']> => {
  if (name in ofFile) {
    const make = ofFile[name as keyof typeof ofFile] as (input: unknown) => Promise<Jobs[Name]['result']>
    return await make(input)
  }
  const job = ofSnapshot[name as keyof typeof ofSnapshot] as unknown as Job<Name>
  return await readAt(path, seq, (db) => job(db, input, tell))
}
