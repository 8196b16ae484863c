import type { NamedGap } from './board/quorumInWords.ts'
import type { CalendarDay } from './calendarDay.ts'
import type { ChangeKind } from './change/changeRequest.ts'
import type { ChangeApprover } from './change/changeRoute.ts'
import type { FigureFault } from './figures/figureFault.ts'
import type { Level } from './ledger/entry.ts'
import type { Pence } from './money.ts'
import type { SeparateAct } from './people/separateDuties.ts'
import type { YearEndObstacle } from './period/yearEndLines.ts'
import type { Role } from './roles.ts'
import type { StageAct } from './route/route.ts'
import type { RouteProblem } from './route/routeRules.ts'

/** Every failure that is meant: its code, and exactly the detail that its sentence needs. The words live in the renderer. */
export interface Failures {
  // input
  'bad-amount': { text: string }
  'amount-too-large': { text: string }
  'divided-by-zero': Record<string, never>
  'nothing-to-calculate': { text: string }
  'text-in-amount': { text: string }
  'bad-quantity': { text: string }
  'bad-year': { text: string }
  'bad-day': { text: string }
  'control-characters': { field: string }
  'not-permitted': { operation: string; role: string }
  'own-item': { act: SeparateAct }
  'own-decision': Record<string, never>
  'role-not-held': { role: Role; on: CalendarDay }
  'outside-scope': { role: Role }
  // people
  'sign-in-needed': { why: 'signed-out' | 'idle' | 'changed' | 'first-password' }
  'sign-in-refused': Record<string, never>
  'sign-in-wait': { seconds: number }
  'weak-password': { why: 'short' | 'common' | 'own-name' | 'same' }
  'wrong-password': Record<string, never>
  'administrator-first': Record<string, never>
  'last-administrator': Record<string, never>
  'own-roles': Record<string, never>
  'wrong-scope': { role: Role; scope: string }
  'held-before': { role: Role; fromOn: CalendarDay }
  'not-editable': Record<string, never>
  'nothing-to-fill': { from: string }
  'outside-table': Record<string, never>
  'too-many-cells': { limit: number }
  // things and revisions
  'not-found': { entity: string; id: string }
  stale: { entity: string; id: string }
  'wrong-status': { is: string; needs: string }
  'name-taken': { entity: string; name: string }
  'still-in-use': { entity: string; name: string; by: string }
  'date-order': { earlier: CalendarDay; later: CalendarDay }
  'overlapping-membership': { scheme: string; from: CalendarDay }
  'succession-loop': { name: string }
  'shares-not-whole': { nhs: number; la: number }
  'nothing-to-undo': Record<string, never>
  // routes and rules
  'unlawful-route': { problem: RouteProblem; act: StageAct | null; stage: string | null }
  'already-dated': { what: string; on: CalendarDay }
  'not-proposer': Record<string, never>
  'nothing-changes': Record<string, never>
  'cannot-waive': { rule: string }
  'cannot-change-rule': { rule: string }
  // business cases
  'reason-missing': { act: string }
  'evidence-missing': Record<string, never>
  'condition-missing': Record<string, never>
  'wrong-outcome': { act: 'recommend' | 'approve' | 'decide' | 'note'; result: string }
  'case-incomplete': { fields: string[] }
  'does-not-tie': { differences: { startYear: number; what: string; inCase: Pence; inPlan: Pence }[] }
  'not-funded': { years: { startYear: number; short: Pence }[] }
  'duplicate-case': { reference: string }
  'text-changed': { fields: { field: string; yours: string; theirs: string }[] }
  'still-writing': { by: string }
  'no-route': Record<string, never>
  'wrong-file-type': { name: string; found: string | null }
  // authority to spend
  'not-next': { act: StageAct; next: string | null }
  'board-decides': { stage: string }
  'not-decision-taker': { decisionTaker: string }
  'over-limit': { limit: Pence; amount: Pence }
  'future-day': { on: CalendarDay; today: CalendarDay }
  'too-little-notice': { route: 'notice' | 'general_exception' | 'special_urgency'; earliest: CalendarDay }
  'notice-incomplete': { fields: string[] }
  'agreement-missing': Record<string, never>
  'request-incomplete': { fields: string[] }
  'checks-stop': { rules: string[] }
  'over-request': { startYear: number; approved: Pence; asked: Pence }
  'call-in-closed': { closedOn: CalendarDay }
  'not-open-to-call-in': Record<string, never>
  'over-held': { place: string; startYear: number; requested: Pence; available: Pence }
  // risks, benefits and closure
  'not-assessed': Record<string, never>
  'own-milestone': { name: string }
  'assurance-unproven': Record<string, never>
  'benefits-incomplete': { benefits: string[] }
  'benefit-lacks': { benefit: string; lacks: string[] }
  'targets-locked': { benefit: string }
  'own-benefit': { benefit: string }
  'already-taken': { name: string }
  'closure-needed': Record<string, never>
  'orders-outstanding': { amount: Pence }
  'residual-left': { authority: Pence; allocation: Pence }
  'nothing-to-release': Record<string, never>
  'lesson-missing': Record<string, never>
  // the ledger
  'does-not-cast': { stated: Pence; computed: Pence }
  'over-allocation': { place: string; throughYear: number; requested: Pence; available: Pence }
  'over-authority': { place: string; throughYear: number; requested: Pence; available: Pence }
  'over-released': { place: string; requested: Pence; available: Pence }
  'not-net-zero': { kind: string; net: Pence }
  'funding-not-carried': { year: number; net: Pence }
  'wrong-nature': { source: string; nature: 'capital' | 'revenue' }
  'retired-source': { source: string; on: CalendarDay }
  'over-plan': { place: string; year: number; requested: Pence; available: Pence }
  'over-source': { source: string; year: number; requested: Pence; available: Pence }
  'cannot-pay': { source: string; year: number; why: 'same-source' | 'refused' | 'after-spend-by' }
  'no-borrowing-terms': { source: string }
  'closed-year': { year: number }
  'closed-period': { year: number; period: number }
  'needs-decision': { level: Level }
  // the end of a year
  'over-explained': { place: string; explained: Pence; underspend: Pence }
  'wrong-profile': { place: string; year: number; slippage: Pence; profiled: Pence }
  'nothing-to-carry': { year: number }
  'year-not-ready': { year: number; obstacles: YearEndObstacle['kind'][] }
  // forecasts
  'forecast-closed': { year: number; period: number }
  'forecast-by-period': { year: number }
  'forecast-empty': Record<string, never>
  'rating-not-in-force': { rating: string; on: CalendarDay }
  'highlight-incomplete': { missing: ('rating' | 'commentary')[] }
  'already-reversed': { movement: string }
  // changes
  'wrong-direction': { kind: ChangeKind }
  'empty-change': Record<string, never>
  'higher-approval': { needs: ChangeApprover }
  // the file
  'no-programme-open': Record<string, never>
  'not-a-programme': { file: string }
  'damaged-file': { file: string }
  'older-file': { file: string }
  'newer-file': { file: string; fileVersion: number; programVersion: number }
  'file-exists': { file: string }
  'file-missing': { file: string }
  'file-moved': { file: string }
  'folder-missing': { folder: string }
  'bad-file-name': { name: string }
  'read-only': { file: string }
  'unreadable-file': { file: string }
  'disk-full': Record<string, never>
  'disk-failed': { file: string }
  'file-busy': { file: string }
  // backups
  'backup-folder': { folder: string }
  'backups-among-programmes': { folder: string }
  'backup-unsound': { file: string }
  'backup-altered': { file: string }
  'no-such-backup': { name: string }
  'not-a-manifest': { file: string }
  'nothing-to-return-to': Record<string, never>
  'changed-since-restore': { file: string }
  'unsafe-settings': { setting: string; wanted: string; is: string }
  // long work
  'work-cancelled': Record<string, never>
  'work-stopped': Record<string, never>
  // boards and meetings
  'not-this-board': { board: string; next: string }
  'not-a-member': { board: string }
  'not-the-chair': { board: string }
  'one-seat-each': Record<string, never>
  'seat-answered': Record<string, never>
  'never-quorate': { missing: NamedGap[] }
  'seat-begun': { from: CalendarDay }
  'board-loop': { board: string }
  'already-on-agenda': { title: string; on: CalendarDay }
  'empty-agenda': Record<string, never>
  'not-present': Record<string, never>
  conflicted: { title: string }
  'answers-closed': { on: CalendarDay }
  'answers-open': { until: CalendarDay }
  'no-quorum': { missing: NamedGap[] }
  'vote-lost': { result: string; for: number; against: number; abstained: number }
  'quorum-voted': { title: string }
  'paper-changed': { title: string }
  exempt: { title: string; reason: string }
  'holds-exempt': { papers: number }
  /** R29: a mark that does not say under which paragraph, or why that is in the public interest. */
  'exemption-incomplete': { part: string; lacks: ('paragraph' | 'public-interest')[] }
  // documents that are read
  'document-format': { found: 'doc' | 'xls' | 'ppt' | 'pptx' | 'rtf' | 'picture' | 'odt' | 'zip' | 'unknown' }
  'document-locked': Record<string, never>
  'document-damaged': Record<string, never>
  'document-unsafe': Record<string, never>
  'document-scanned': Record<string, never>
  'document-too-large': { what: 'bytes' | 'parts' | 'text' | 'depth' | 'cells' | 'pages' | 'memory'; limit: number }
  'document-too-slow': { seconds: number }
  'not-a-report': Record<string, never>
  'already-loaded': { name: string }
  'document-closed': Record<string, never>
  // extracts of a finance system
  'extract-format': { found: 'xls' | 'xlsb' | 'ods' | 'html' | 'xml' | 'word' | 'pdf' | 'picture' | 'zip' | 'unknown' }
  'extract-empty': Record<string, never>
  'extract-too-large': { what: 'file' | 'unpacked' | 'rows' | 'columns' | 'text' | 'parts'; limit: number }
  'unclosed-quote': { row: number }
  // extracts of a finance system
  'extract-closed': Record<string, never>
  'nothing-to-bring-in': { name: string }
  'total-differs': { stated: Pence; computed: Pence }
  'needs-waiver': { rule: string; schemes: string[] }
  'brought-in-since': { name: string }
  // requests and reports
  'bad-request': { fields: { path: string; message: string }[] }
  'too-large': { limit: number }
  'unknown-operation': { operation: string }
  'unknown-report': { report: string }
  /** A report that is about something else than what was named. */
  'bad-scope': { report: string; needs: string }
  /** A token of a text that means nothing; `about` is the part of it that is at fault. */
  'bad-figure': { token: string; why: FigureFault; about: string }
  /** Nothing on this computer can print. */
  'no-printer': Record<string, never>
  /** A report that was made to be read, and is no longer kept. */
  'preview-closed': Record<string, never>
  /** The browser that prints has ended without a page. */
  'not-printed': Record<string, never>
  /** A form that a file is not written in; `offered` are those that it is. */
  'unknown-format': { format: string; offered: readonly string[] }
  'draft-exists': { title: string }
  /** Something stands before the issue of a report; the first of it in words. */
  'report-stopped': { title: string; stops: number; first: string }
  /** What was kept of an issue is gone, or is no longer what it was. */
  'damaged-issue': { sha256: string }
  'other-report': { report: string; other: string }
  'nothing-as-at': { day: string }
}

export type FailureCode = keyof Failures

/** A failure that is meant. Its message is for the log only. */
export class Failure<Code extends FailureCode = FailureCode> extends Error {
  readonly code: Code
  readonly detail: Failures[Code]
  constructor(code: Code, detail: Failures[Code]) {
    super(code)
    this.name = 'Failure'
    this.code = code
    this.detail = detail
  }
}

export const fail = <Code extends FailureCode>(code: Code, detail: Failures[Code]): never => {
  throw new Failure(code, detail)
}
