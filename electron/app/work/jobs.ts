import { type Backup, type BackupOrder, checkBackup, makeBackup } from '../../../db/backup.ts'
import { readAt } from '../../../db/programmeFile.ts'
import { MOST_FAULTS } from '../../../db/queries/fault.ts'
import { programmeFacts } from '../../../db/queries/programmeFacts.ts'
import { replay } from '../../../db/queries/replay.ts'
import { type OnProgress, type Verification, verify } from '../../../db/queries/verify.ts'
import { type EventRange, type VerifiedEvents, verifyEvents } from '../../../db/queries/verifyEvents.ts'
import type { Reading } from '../../../db/schema.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { ReadDocument } from '../../../domain/reading/readDocument.ts'
import type { FileContents } from '../../../domain/report/fileContents.ts'
import type { SpendImport } from '../../../domain/spend/spendImport.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { tieOut } from '../../../domain/tieOut/tieOut.ts'
import type { ReportModel } from '../../../reports/model/reportModel.ts'
import type { DocumentToJudge, JudgedDocument } from '../features/documents/judgeDocument.ts'
import { type EverythingOrder, type SavedExport, writeEverything } from '../features/exportEverything.ts'
import { type CheckedDraft, type CheckOrder, checkedDraft } from '../features/reports/checkedDraft.ts'
import {
  type ReportFile,
  type ReportFileOrder,
  reportFile,
  type WritingOrder,
  writeModel,
} from '../features/reports/reportFile.ts'
import { type AgainOrder, modelsAgain } from '../features/reports/verify/modelsAgain.ts'
import { type IssueToWrite, type WrittenIssue, writeIssue } from '../features/reports/writeIssue.ts'
import { type BringInOrder, bringIn } from '../features/spend/bringIn.ts'
import { type DryRun, type DryRunOrder, dryRunExtract } from '../features/spend/dryRunExtract.ts'
import type { ExtractSurvey } from '../features/spend/surveyExtract.ts'
import { type TakeBackOrder, takeBack } from '../features/spend/takeBack.ts'
import type { Ports } from '../ports.ts'
import { startWorker } from './startWorker.ts'
import type { Order } from './works.ts'

/** The work that can take long: what each job takes and gives. */
export interface Jobs {
  /** The trail, the things and the balances held against each other, and every state against the steps that lead to it. */
  verify: { input: TrailOrder; result: Verification }
  /** A part of the trail alone. */
  verifyEvents: { input: EventRange; result: VerifiedEvents }
  tieOut: { input: { day: CalendarDay }; result: Finding[] }
  report: { input: ReportFileOrder; result: ReportFile }
  /** A report whose charts have been drawn. */
  writeModel: { input: WritingOrder; result: Uint8Array }
  /** A draft with what stands before its issue. */
  checkDraft: { input: CheckOrder; result: CheckedDraft }
  /** A draft made again from its proof. */
  modelsAgain: { input: AgainOrder; result: ReportModel[] }
  /** All that an issue hands out. */
  writeIssue: { input: IssueToWrite; result: WrittenIssue }
  backup: { input: BackupOrder; result: Backup }
  /** A backup held against its manifest. */
  checkBackup: { input: Backup; result: null }
  everything: { input: EverythingOrder; result: SavedExport }
  /** A document of somebody else, which belongs to no programme yet. */
  readDocument: { input: { bytes: Uint8Array }; result: ReadDocument }
  /** All that a file says which somebody wants to be verified. */
  readContents: { input: { bytes: Uint8Array }; result: FileContents }
  /** What is made of it and does not tie. */
  judgeDocument: { input: DocumentToJudge; result: JudgedDocument }
  /** The beginning of an extract of a finance system. */
  surveyExtract: { input: { path: string }; result: ExtractSurvey }
  /** What every row of an extract would do, held against the ledger. */
  dryRunExtract: { input: DryRunOrder; result: DryRun }
  bringIn: { input: BringInOrder; result: SpendImport }
  takeBack: { input: TakeBackOrder; result: SpendImport }
}
export type JobName = keyof Jobs

/** Work that needs no programme, on what it is given alone. */
export type LoneJobName = 'readDocument' | 'readContents' | 'judgeDocument' | 'surveyExtract'
export type ProgrammeJobName = Exclude<JobName, LoneJobName>

export interface TrailOrder {
  /** Whether the second half of the trail is verified in another thread. */
  inHalves: boolean
}

type Job<Name extends JobName> = (
  db: Reading,
  order: Order<Name>,
  tell: OnProgress,
  log: Ports['log'],
) => Promise<Jobs[Name]['result']>

const verifyTrail: Job<'verify'> = async (db, order, tell, log) => {
  const verified = await verifyEach(db, order, tell, log)
  const missteps = await replay(db, MOST_FAULTS - verified.faults.length)
  return { ...verified, faults: [...verified.faults, ...missteps] }
}

const verifyEach: Job<'verify'> = async (db, { path, seq, input: { inHalves } }, tell, log) => {
  if (!inHalves) return await verify(db, tell)
  let stop = async () => {}
  try {
    return await verify(db, tell, (range, reached) => {
      const second = startWorker({ name: 'verifyEvents', path, seq, input: range }, reached, log)
      stop = second.stop
      return second.result
    })
  } finally {
    // Where the first half has failed, the second would go on alone.
    await stop()
  }
}

/** Each of these reads one snapshot and says how far it has come. */
const ofSnapshot = {
  verify: verifyTrail,
  verifyEvents: (db, { input }, tell) => verifyEvents(db, input, (seq) => tell(seq, input.upTo)),
  tieOut: async (db, { input }) => tieOut(await programmeFacts(db, input.day)),
  report: (db, { input }, tell) => reportFile(db, input, tell),
  checkDraft: (db, { input }, tell) => checkedDraft(db, input, tell),
  modelsAgain: (db, { input }, tell) => modelsAgain(db, input, tell),
  dryRunExtract: (db, { input }, tell) => dryRunExtract(db, input, tell),
} satisfies { [Name in JobName]?: Job<Name> }

/** These copy the file as it stands when they begin, write to it over connections of their own, or need nothing of it. */
const ofFile = {
  backup: makeBackup,
  async checkBackup(input, tell) {
    await checkBackup(input, tell)
    return null
  },
  everything: writeEverything,
  writeModel,
  writeIssue,
  bringIn,
  takeBack,
} satisfies { [Name in JobName]?: (input: Jobs[Name]['input'], tell: OnProgress) => Promise<Jobs[Name]['result']> }

/** Does a job on a programme, in whatever thread it is called. */
export const runJob = async <Name extends ProgrammeJobName>(
  order: Order<Name>,
  tell: OnProgress,
  log: Ports['log'],
): Promise<Jobs[Name]['result']> => {
  const { name, path, seq, input } = order
  if (name in ofFile) {
    const make = ofFile[name as keyof typeof ofFile] as (
      input: unknown,
      tell: OnProgress,
    ) => Promise<Jobs[Name]['result']>
    // Copying a programme says nothing of how far it is; that it has begun can be said, so that it can be stopped.
    if (name === 'backup') tell(0, seq)
    return await make(input, tell)
  }
  const job = ofSnapshot[name as keyof typeof ofSnapshot] as unknown as Job<Name>
  return await readAt(path, seq, (db) => job(db, order, tell, log))
}
