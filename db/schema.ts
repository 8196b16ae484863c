import type { Generated, Kysely, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'

export type SubjectKind =
  | 'programme'
  | 'organisation'
  | 'theme'
  | 'theme_membership'
  | 'scheme'
  | 'case_status'
  | 'funding_source'
  | 'decision'
  | 'year_status'
  | 'finding'
  | 'holiday_edit'
  | 'account'
  | 'board'
  | 'meeting'
  | 'paper'
  | 'business_case'
  | 'authority_request'
  | 'waiver'
  | 'route'
  | 'rule_value'
  | 'proposal'
  | 'document_reading'
  | 'forecast'
  | 'highlight_report'
  | 'scoring_criteria'
  | 'pipeline_candidate'
  | 'change_request'
  | 'scenario'
  | 'period_status'
  | 'underspend'
  | 'year_end'
  | 'risk'
  | 'issue'
  | 'milestone'
  | 'dependency'
  | 'assurance'
  | 'benefit'
  | 'lesson'
  | 'closure'
  | 'spend_import'
  | 'spend_mapping'
  | 'report_draft'
  | 'issued_report'

/** Kinds of thing with attributes share these columns; the rest of a table follows its domain schema (subjects.ts). */
export interface SubjectTable {
  id: string
  revision: number
  is_removed: 0 | 1
  [column: string]: string | number | null
}

interface EventTable {
  seq: number
  recorded_at: string
  actor: string
  role: string
  operation: string
  transition: string
  subject_kind: string
  subject_id: string
  shape: number
  rows_json: string
  detail_json: string
  is_undoable: 0 | 1
  undoes_seq: number | null
  posting_count: number
  postings_digest: string
  previous_hash: string
  hash: string
}

interface EventRowTable {
  kind: string
  id: string
  seq: number
}

interface MovementTable {
  id: string
  seq: number
  kind: string
  reason: string
  decision_id: string | null
  reverses_id: string | null
}

interface EntryTable {
  id: Generated<number>
  movement_id: string
  level: string
  place_kind: string
  place_id: string
  start_year: number
  period: number
  source_id: string | null
  nature: string
  amount_pence: number
  effective_on: string
  ledger_ref: string | null
  seq: number
}

interface BalanceTable {
  place_kind: string
  place_id: string
  start_year: number
  level: string
  period: number
  /** Empty where the source is not stated, because a key cannot hold null. */
  source_id: string
  nature: string
  amount_pence: number
}

interface StatedDocumentTable {
  id: string
  seq: number
  title: string
  report_of: string
  report_to: string
  dated_on: string
  capital_scheme_number: string
  is_key_decision: 0 | 1 | null
  decision_id: string | null
}

interface StatedTable {
  id: string
  document_id: string
  seq: number
  sort: number
  content_json: string
}

/** A row of an extract that was brought in, and what became of it. */
interface SpendRowTable {
  id: Generated<number>
  import_id: string
  seq: number
  /** From 1, as the file counts. */
  row: number
  outcome: string
  /** Why it was left out or could not be read; empty for a row that counts. */
  why: string
  ledger_ref: string
  order_ref: string
  place_id: string | null
  start_year: number | null
  period: number | null
  posted_on: string | null
  amount_pence: number | null
  supplier: string
  description: string
  retrospective: string | null
  /** Its cells as they read in the file. */
  cells_json: string
}

/** How somebody proves who they are: apart from the trail, which keeps everything for ever. */
interface CredentialTable {
  account_id: string
  salt: string
  hash: string
  /** The cost of scrypt with which the hash was made. */
  cost: number
  /** Somebody else chose it: it is good for choosing another. */
  must_change: 0 | 1
}

/** Sign-ins that failed in a row under one name, known or not. */
interface SignInFailureTable {
  /** SHA-256 of the name as it was typed. */
  name_digest: string
  failures: number
  failed_at: string
  /** The moments of the last ones, for the event that many of them leave. */
  moments_json: string
}

/** What somebody is writing and has not yet left: apart from the trail until it is one act. */
interface DraftTable {
  subject_kind: string
  subject_id: string
  actor: string
  role: string
  /** The revision that they began on. */
  base_revision: number
  content_json: string
  saved_at: string
}

/** The bytes of attachments by their SHA-256, each once. */
interface AttachmentContentTable {
  sha256: string
  bytes: Uint8Array
}

export type Schema = Record<SubjectKind, SubjectTable> & {
  event: EventTable
  event_row: EventRowTable
  movement: MovementTable
  entry: EntryTable
  balance: BalanceTable
  stated_document: StatedDocumentTable
  stated_figure: StatedTable
  stated_claim: StatedTable
  spend_row: SpendRowTable
  credential: CredentialTable
  sign_in_failure: SignInFailureTable
  draft: DraftTable
  attachment_content: AttachmentContentTable
}

export type EventRow = EventTable
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
/** What a query gets: it cannot write, by type. */
export type Reading = ReadonlyKysely<Schema>
