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

export type Schema = Record<SubjectKind, SubjectTable> & {
  event: EventTable
  event_row: EventRowTable
  movement: MovementTable
  entry: EntryTable
  balance: BalanceTable
  stated_document: StatedDocumentTable
  stated_figure: StatedTable
  stated_claim: StatedTable
}

export type EventRow = EventTable
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
/** What a query gets: it cannot write, by type. */
export type Reading = ReadonlyKysely<Schema>
