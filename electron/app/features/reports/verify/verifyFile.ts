import { createHash } from 'node:crypto'
import { findBytes } from '../../../../../db/attachments.ts'
import { issuedReports } from '../../../../../db/subjects.ts'
import { Failure } from '../../../../../domain/errors.ts'
import type { Actor } from '../../../../../domain/people/actor.ts'
import type { FileContents } from '../../../../../domain/report/fileContents.ts'
import { compareContents, type FileDifference } from '../../../../../domain/report/fileDifference.ts'
import type { IssuedReport } from '../../../../../domain/report/issuedReport.ts'
import type { Proof } from '../../../../../domain/report/proof.ts'
import { reportList } from '../../../../../domain/report/reportList.ts'
import type { ReportVersion } from '../../../../../domain/report/reportOrder.ts'
import type { NotCompared, Origin, Verdict } from '../../../../../domain/report/verdict.ts'
import type { State } from '../../../state.ts'
import type { Asked } from '../../../work/works.ts'
import { mayReadIssue } from '../mayReadIssue.ts'
import { changedSince } from './changedSince.ts'
import { draftAgain } from './draftAgain.ts'
import { proofsIn } from './proofIn.ts'
import { readContents } from './readContents.ts'

/** A file that somebody holds. */
export interface GivenFile {
  name: string
  bytes: Uint8Array
}

/** Differences that are told one by one. */
const MOST_TOLD = 500

/** What is known of a file: which issue or draft it is, whether it was altered and where, and what the ledger says now. */
export const verifyFile = async (
  state: State,
  actor: Actor,
  { name, bytes }: GivenFile,
  asked?: Asked,
): Promise<Verdict> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = { fileName: name, sha256 }
  const issues = await state.look(null, (db) => issuedReports.list(db))
  const whole = findFile(issues, sha256)
  if (whole) {
    const { issue, file } = whole
    const since = await changedSince(state, actor, issue, file.version, asked)
    return {
      ...untold,
      ...known,
      form: file.form,
      origin: originOf(issues, issue, file.version),
      state: 'untouched',
      since,
    }
  }
  const read = await contentsOf(state, bytes, asked)
  if ('code' in read) {
    return { ...untold, ...known, form: null, notCompared: { why: 'unreadable', code: read.code } }
  }
  const [proof] = proofsIn(read)
  const found = { ...untold, ...known, form: read.form }
  if (proof === undefined) return { ...found, notCompared: { why: 'no-proof' } }
  return proof.kind === 'issued'
    ? { ...found, ...(await heldAgainstIssue(state, actor, issues, proof, read, asked)) }
    : { ...found, ...(await heldAgainstDraft(state, actor, proof, read, asked)) }
}

const untold: Omit<Verdict, 'fileName' | 'sha256' | 'form'> = {
  origin: { kind: 'none' },
  state: 'not-compared',
  notCompared: null,
  differences: [],
  differenceCount: 0,
  takenOff: [],
  since: null,
}

const findFile = (issues: readonly IssuedReport[], sha256: string) => {
  for (const issue of issues) {
    const file = issue.files.find((each) => each.sha256 === sha256)
    if (file) return { issue, file }
  }
  return undefined
}

const originOf = (issues: readonly IssuedReport[], issue: IssuedReport, version: ReportVersion): Origin => ({
  kind: 'issued',
  snapshotId: issue.id,
  title: issue.title,
  about: issue.about,
  version,
  asAtSeq: issue.asAtSeq,
  asAtOn: issue.asAtOn,
  issuedAt: issue.issuedAt,
  supersededById: issues.find(({ supersedesId }) => supersedesId === issue.id)?.id ?? null,
})

/** Reads in a thread of its own: anybody may have made the file, to do harm too. */
const contentsOf = async (
  { runAlone }: Pick<State, 'runAlone'>,
  bytes: Uint8Array,
  asked?: Asked,
): Promise<FileContents | Failure> => {
  try {
    return await runAlone('readContents', { bytes }, asked)
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('document-')) return error
    throw error
  }
}

/** What the program wrote itself is read at once, where that is sooner than a thread is started for it. */
const contentsOfOwn = async (state: State, bytes: Uint8Array, asked?: Asked): Promise<FileContents | Failure> =>
  bytes.byteLength > LARGE_FILE ? await contentsOf(state, bytes, asked) : await readContents(bytes)

/** In bytes. */
const LARGE_FILE = 300_000

type Found = Partial<Verdict>

const notCompared = (origin: Origin, why: NotCompared): Found => ({ origin, notCompared: why })

const heldAgainstIssue = async (
  state: State,
  actor: Actor,
  issues: readonly IssuedReport[],
  { snapshotId, version }: Extract<Proof, { kind: 'issued' }>,
  read: FileContents,
  asked: Asked | undefined,
): Promise<Found> => {
  const issue = issues.find(({ id }) => id === snapshotId)
  if (!issue) return notCompared({ kind: 'unknown-snapshot', snapshotId }, { why: 'unknown-snapshot' })
  const origin = originOf(issues, issue, version)
  const mayRead = await state.look(null, (db, day) => mayReadIssue(db, actor, issue, version, day))
  if (!mayRead) return notCompared(origin, { why: 'exempt' })
  const since = await changedSince(state, actor, issue, version, asked)
  const file = issue.files.find((each) => each.form === read.form && each.version === version)
  if (!file) return { ...notCompared(origin, { why: 'form-not-kept', form: read.form }), since }
  const kept = await state.look(null, (db) => findBytes(db, file.sha256))
  if (kept === undefined) return { ...notCompared(origin, { why: 'not-made', code: 'damaged-issue' }), since }
  const own = await contentsOfOwn(state, kept, asked)
  if ('code' in own) return { ...notCompared(origin, { why: 'unreadable', code: own.code }), since }
  return { origin, ...compared(compareContents(own, read)), since }
}

const heldAgainstDraft = async (
  state: State,
  actor: Actor,
  { order, seq, day }: Extract<Proof, { kind: 'draft' }>,
  read: FileContents,
  asked: Asked | undefined,
): Promise<Found> => {
  const { title } = reportList[order.report]
  const { version } = order
  const again = await draftAgain(state, actor, { order, seq, day }, read, asked)
  if (again.kind === 'unknown-event') {
    return notCompared({ kind: 'unknown-event', title, asAtSeq: seq }, { why: 'unknown-event' })
  }
  const origin: Origin = { kind: 'draft', title, version, asAtSeq: seq, asAtOn: day }
  if (again.kind === 'not-compared') return notCompared(origin, again.notCompared)
  let fewest: FileDifference[] | undefined
  for (const bytes of again.files) {
    const own = await contentsOfOwn(state, bytes, asked)
    if ('code' in own) return notCompared(origin, { why: 'unreadable', code: own.code })
    const differences = compareContents(own, read).filter((each) => !isByWhom(each) && each.what !== 'picture')
    if (fewest === undefined || differences.length < fewest.length) fewest = differences
  }
  // It may hold texts of a draft, which whoever asks does not read: nothing is said of what could not be looked at.
  if (again.isWithoutTexts && (fewest ?? []).length > 0) return notCompared(origin, { why: 'draft' })
  return { origin, ...compared(fewest ?? []), since: again.since }
}

/** Who asked for a draft is not in its proof; and charts are drawn anew, by another program perhaps. */
const isByWhom = ({ was, is }: FileDifference): boolean =>
  was !== null && is !== null && was.replace(byWhom, '') === is.replace(byWhom, '')

const byWhom = /Made by:[^.;|]*/

const compared = (differences: readonly FileDifference[]): Found => ({
  state: differences.length === 0 ? 'same' : 'altered',
  differences: differences.slice(0, MOST_TOLD),
  differenceCount: differences.length,
  takenOff: [...new Set(differences.flatMap(({ takenOff }) => (takenOff === null ? [] : [takenOff])))],
})
