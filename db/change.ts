import { createHash } from 'node:crypto'
import type { Instant } from '../domain/calendarDay.ts'
import { canonicalJson } from '../domain/canonicalJson.ts'
import { SHAPE } from '../domain/history/lift.ts'
import type { Movement, Place } from '../domain/ledger/entry.ts'
import type { EventRow, SubjectKind, SubjectTable, Tx } from './schema.ts'
import { insertEntries } from './sqlite.ts'

/** One accepted command while it is being written: what it saves and posts becomes one event. */
export interface Change {
  tx: Tx
  seq: number
  recordedAt: Instant
  rows: { kind: SubjectKind; row: SubjectTable }[]
  /** The lines that the event's digest covers, in the order in which they were posted. */
  postings: Postings
  /** Where money was moved. */
  places: Place[]
}

/** What an event has posted so far. A million lines are counted and hashed as they come, and held nowhere. */
export interface Postings {
  push: (...lines: string[]) => void
  /** Lines that end with a line end each. */
  pushText: (text: string, lines: number) => void
  count: () => number
  /** SHA-256 over the lines, one a line. */
  digest: () => string
}

export interface EventHeading {
  actor: string
  role: string
  operation: string
  transition: string
  subject: { kind: string; id: string }
  /** Counts, sums and other facts of the act; never a bulk command's rows. */
  detail?: Record<string, unknown>
  isUndoable?: boolean
  undoesSeq?: number
}

/** The hash before the first event. */
export const GENESIS_HASH = '0'.repeat(64)

const noPostings = (): Postings => {
  const hash = createHash('sha256')
  let count = 0
  const pushText = (text: string, lines: number) => {
    hash.update(text)
    count += lines
  }
  return {
    push: (...lines) => {
      for (const line of lines) pushText(`${line}\n`, 1)
    },
    pushText,
    count: () => count,
    digest: () => hash.copy().digest('hex'),
  }
}

/** Takes the next event number under the writer's lock. Time never runs backwards in the trail: a clock set back gives the last moment again. */
export const beginChange = async (tx: Tx, now: Instant): Promise<Change> => {
  const last = await tx
    .selectFrom('event')
    .select(['seq', 'recorded_at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const recordedAt = last && last.recorded_at > now ? (last.recorded_at as Instant) : now
  return { tx, seq: (last?.seq ?? 0) + 1, recordedAt, rows: [], postings: noPostings(), places: [] }
}

export const postMovement = async (change: Change, movement: Movement): Promise<void> => {
  const { id, kind, reason, decisionId, reversesId } = movement
  const row = { id, kind, reason, decision_id: decisionId, reverses_id: reversesId }
  await change.tx
    .insertInto('movement')
    .values({ ...row, seq: change.seq })
    .execute()
  const entries = movement.entries.map((entry) => ({
    movement_id: id,
    level: entry.level,
    place_kind: entry.place.kind,
    place_id: entry.place.id,
    start_year: entry.startYear,
    period: entry.period,
    source_id: entry.sourceId,
    nature: entry.nature,
    amount_pence: entry.amount,
    effective_on: entry.effectiveOn,
    ledger_ref: entry.ledgerRef,
  }))
  await insertEntries(change.tx, change.seq, entries)
  change.places.push(...movement.entries.map(({ place }) => place))
  change.postings.push(canonicalJson({ movement: row }), ...entries.map((entry) => canonicalJson({ entry })))
}

/** Closes the change with its event: the rows after the command, the digest of what it posted, and the link to the event before. */
export const appendEvent = async (change: Change, heading: EventHeading): Promise<EventRow> => {
  const previous = await change.tx
    .selectFrom('event')
    .select('hash')
    .where('seq', '=', change.seq - 1)
    .executeTakeFirst()
  const event: Omit<EventRow, 'hash'> = {
    seq: change.seq,
    recorded_at: change.recordedAt,
    actor: heading.actor,
    role: heading.role,
    operation: heading.operation,
    transition: heading.transition,
    subject_kind: heading.subject.kind,
    subject_id: heading.subject.id,
    shape: SHAPE,
    rows_json: canonicalJson(change.rows),
    detail_json: canonicalJson(heading.detail ?? {}),
    is_undoable: heading.isUndoable ? 1 : 0,
    undoes_seq: heading.undoesSeq ?? null,
    posting_count: change.postings.count(),
    postings_digest: change.postings.digest(),
    previous_hash: previous?.hash ?? GENESIS_HASH,
  }
  const row = { ...event, hash: hashOf(event) }
  await change.tx.insertInto('event').values(row).execute()
  return row
}

/** SHA-256 of an event's row in RFC 8785 form, without the hash itself. */
const hashOf = (event: Omit<EventRow, 'hash'>): string =>
  createHash('sha256').update(canonicalJson(event)).digest('hex')
