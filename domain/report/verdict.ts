import type { CalendarDay, Instant } from '../calendarDay.ts'
import type { FailureCode } from '../errors.ts'
import type { Id } from '../id.ts'
import type { Pence } from '../money.ts'
import type { FileDifference } from './fileDifference.ts'
import type { ReportForm } from './reportList.ts'
import type { ReportVersion } from './reportOrder.ts'

/** What a file says it is, and whether that is on record here. */
export type Origin =
  | {
      kind: 'issued'
      snapshotId: Id
      title: string
      about: string
      version: ReportVersion
      asAtSeq: number
      asAtOn: CalendarDay
      issuedAt: Instant
      /** The later issue that took its place. */
      supersededById: Id | null
    }
  | { kind: 'draft'; title: string; version: ReportVersion; asAtSeq: number; asAtOn: CalendarDay }
  /** It names an issue that this programme has not made. */
  | { kind: 'unknown-snapshot'; snapshotId: Id }
  /** It names an event that this programme has not reached. */
  | { kind: 'unknown-event'; title: string; asAtSeq: number }
  /** No proof stands in it, or none that can be read. */
  | { kind: 'none' }

/** Why a file was held against nothing. */
export type NotCompared =
  | { why: 'no-proof' }
  | { why: 'unknown-snapshot' }
  | { why: 'unknown-event' }
  /** The issue has no file of this form, so that there is nothing to hold it against. */
  | { why: 'form-not-kept'; form: ReportForm }
  | { why: 'no-printer' }
  /** The report cannot be made again as it was. */
  | { why: 'not-made'; code: FailureCode }
  | { why: 'unreadable'; code: FailureCode }
  /** The full version of what is kept from whoever asks. */
  | { why: 'exempt' }
  | { why: 'draft' }

/** Byte for byte what was issued; another file that says the same; altered; or held against nothing. */
export type VerdictState = 'untouched' | 'same' | 'altered' | 'not-compared'

/** A figure or text of the report that the ledger gives otherwise by now. */
export interface ChangedSince {
  place: string
  was: string | null
  is: string | null
  change: Pence | null
}

/** What is known of a file that somebody holds: facts alone, and nothing where it was not looked at. */
export interface Verdict {
  fileName: string
  sha256: string
  /** Null where it could not be read. */
  form: ReportForm | null
  origin: Origin
  state: VerdictState
  notCompared: NotCompared | null
  /** The first of them; how many there are in all stands beside. */
  differences: FileDifference[]
  differenceCount: number
  /** Marks that were taken off, each once. */
  takenOff: string[]
  /** How the report would read as of now; null where it cannot be made, or nothing is known of it. */
  since: { seq: number; day: CalendarDay; changes: ChangedSince[]; changeCount: number } | null
}
