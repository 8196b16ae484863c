import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { lift } from '../../domain/history/lift.ts'
import { alteredSchema } from '../alteredSchema.ts'
import { GENESIS_HASH } from '../change.ts'
import type { Db, Reading, Schema, SubjectKind } from '../schema.ts'
import { type EventText, entryTexts, eventTexts, movementTexts, type PostedText } from '../sqlite.ts'
import { coverOf } from '../stated.ts'
import { subjectKinds } from '../subjects.ts'
import { lastSeq } from './events.ts'

/** One thing that is not as it was recorded. */
export interface Fault {
  kind: 'balance' | 'chain' | 'event' | 'postings' | 'schema' | 'thing'
  /** The event number, the place or the thing that it concerns. */
  where: string
  detail: string
}

export interface Verification {
  events: number
  entries: number
  lastHash: string
  faults: Fault[]
}

const PAGE = 1000
const MOST_FAULTS = 100

/** How far a check has come: events read, of all. */
export type OnProgress = (done: number, of: number) => void

/**
 * Proves that nothing was altered: numbers without a gap, each event's hash, its link to the one before, the list
 * of its things, the digest of what it posted and nothing posted beside it, every thing equal to its last event, every
 * balance recomputed to the penny, and the tables and triggers as this program makes them.
 */
export const verify = async (db: Reading, onProgress: OnProgress = () => undefined): Promise<Verification> => {
  const faults: Fault[] = []
  const note = (kind: Fault['kind'], where: string, detail: string) => {
    if (faults.length < MOST_FAULTS) faults.push({ kind, where, detail })
  }

  const latest = new Map<string, { kind: SubjectKind; shape: number; row: Record<string, never> }>()
  const of = await lastSeq(db)
  let previousHash = GENESIS_HASH
  let events = 0
  let entries = 0
  const covered = { postings: 0, listings: 0 }
  for (;;) {
    const page = await eventTexts(db, events, PAGE)
    const [first, last] = [page[0], page.at(-1)]
    if (!first || !last) break
    const postings = await postingsBetween(db, first.seq, last.seq)
    const named = await namedRowsBetween(db, first.seq, last.seq)
    for (const event of page) {
      events += 1
      if (event.seq !== events) note('chain', `event ${event.seq}`, `expected event ${events}`)
      if (event.previous_hash !== previousHash)
        note('chain', `event ${event.seq}`, 'does not follow the event before it')
      if (hash('sha256', event.text) !== event.hash)
        note('event', `event ${event.seq}`, 'its hash does not agree with its contents')
      const posted = postings.get(event.seq) ?? nothingPosted
      covered.postings += posted.lines
      entries += posted.entries
      if (posted.lines !== event.posting_count || hash('sha256', posted.text) !== event.postings_digest) {
        note('postings', `event ${event.seq}`, 'what it posted does not agree with its digest')
      }
      const listed = named.get(event.seq) ?? nothingListed
      covered.listings += listed.size
      const kept = keptIn(event)
      if (!isSame(kept, listed)) {
        note('event', `event ${event.seq}`, 'its list of things does not agree with its contents')
      }
      for (const { where, ...thing } of kept) latest.set(where, thing)
      previousHash = event.hash
      events = event.seq
    }
    onProgress(events, of)
  }

  for (const kind of subjectKinds) {
    for (const row of await db.selectFrom(kind).selectAll().execute()) {
      const where = `${kind} ${row.id}`
      const left = latest.get(where)
      const wanted = left && textOf(canonicalJson, lift(left.kind, left.shape, left.row))
      if (wanted !== textOf(canonicalJson, row)) note('thing', where, 'is not as its last event left it')
      latest.delete(where)
    }
  }
  for (const where of latest.keys()) note('thing', where, 'is in the trail and no longer in the file')

  const all = await countAll(db)
  if (all.postings !== covered.postings) note('postings', 'ledger', 'holds lines that no event posted')
  if (all.listings !== covered.listings) note('event', 'ledger', 'lists things under events that do not hold them')
  for (const { where } of await differingBalances(db)) note('balance', where, 'does not equal the sum of its entries')
  for (const name of await alteredSchema(db)) note('schema', name, 'is not as this program makes it')
  return { events, entries, lastHash: previousHash, faults }
}

/** What a damaged row holds may have no exact text at all. */
const textOf = <T>(write: (value: T) => string, value: T): string => {
  try {
    return write(value)
  } catch {
    return 'unreadable'
  }
}

interface KeptThing {
  where: string
  kind: SubjectKind
  shape: number
  row: Record<string, never>
}

const nothingListed: ReadonlySet<string> = new Set()
const nothingKept: readonly KeptThing[] = []

/** The things that an event holds; none where damage has left no JSON, of which the event's hash has told already. */
const keptIn = ({ shape, rows_json }: EventText): readonly KeptThing[] =>
  rows_json === null
    ? nothingKept
    : readRows(rows_json).map(({ kind, row }) => ({ where: `${kind} ${row.id}`, kind, shape, row }))

const readRows = (text: string): { kind: SubjectKind; row: Record<string, never> }[] => {
  try {
    return JSON.parse(text)
  } catch {
    return []
  }
}

const isSame = (kept: readonly KeptThing[], listed: ReadonlySet<string>): boolean =>
  (kept.length === 0 && listed.size === 0) ||
  new Set(kept.map(({ where }) => where)).symmetricDifference(listed).size === 0

/** How many lines are posted and how many things are listed under events, whether an event covers them or not. */
const countAll = async (db: Reading): Promise<{ postings: number; listings: number }> => {
  const count = async (table: keyof Schema): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirst()
    return row?.count ?? 0
  }
  let postings = 0
  for (const table of ['movement', 'entry', 'stated_document', 'stated_figure', 'stated_claim'] as const) {
    postings += await count(table)
  }
  return { postings, listings: await count('event_row') }
}

/** The things that each event is listed under, for history and as-at to find it by. */
const namedRowsBetween = async (db: Reading, from: number, to: number): Promise<Map<number, Set<string>>> => {
  const rows = await db.selectFrom('event_row').selectAll().where('seq', '>=', from).where('seq', '<=', to).execute()
  const bySeq = Map.groupBy(rows, (row) => row.seq)
  return new Map([...bySeq].map(([seq, group]) => [seq, new Set(group.map(({ kind, id }) => `${kind} ${id}`))]))
}

interface Posted {
  text: string
  lines: number
  entries: number
}

const nothingPosted: Posted = { text: '', lines: 0, entries: 0 }

/** The lines that the events' digests cover, as they were written: movements with their entries, then documents. */
const postingsBetween = async (db: Reading, from: number, to: number): Promise<Map<number, Posted>> => {
  const bySeq = new Map<number, Posted>()
  const add = (seq: number, text: string, lines: number, entries: number) => {
    const before = bySeq.get(seq)
    if (before) {
      before.text += text
      before.lines += lines
      before.entries += entries
    } else {
      bySeq.set(seq, { text, lines, entries })
    }
  }
  const entriesOf = new Map<string, PostedText[]>()
  for (const entry of await entryTexts(db, from, to)) {
    const own = entriesOf.get(entry.movement)
    if (own) own.push(entry)
    else entriesOf.set(entry.movement, [entry])
  }
  for (const { seq, movement, text } of await movementTexts(db, from, to)) {
    add(seq, text, 1, 0)
    for (const entry of entriesOf.get(movement) ?? []) {
      // One that says another event than its movement would be shown at the wrong moment.
      if (entry.seq === seq) add(seq, entry.text, 1, 1)
    }
  }
  const documents = await db
    .selectFrom('stated_document')
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .selectAll()
    .execute()
  for (const row of documents) {
    add(row.seq, `${textOf(canonicalJson, { document: coverOf(row) })}\n`, 1, 0)
    for (const table of ['stated_figure', 'stated_claim'] as const) {
      const contents = await db
        .selectFrom(table)
        .where('document_id', '=', row.id)
        .where('seq', '=', row.seq)
        .select('content_json')
        .orderBy('sort')
        .execute()
      for (const { content_json } of contents) add(row.seq, `{"${table}":${content_json}}\n`, 1, 0)
    }
  }
  return bySeq
}

/** Both ways: balances that the entries do not give, and sums of entries that no balance holds. */
const differingBalances = async (db: Reading): Promise<{ where: string }[]> => {
  const key = sql`place_kind || ' ' || place_id || ' ' || start_year || ' ' || level as "where"`
  const { rows } = await sql<{ where: string }>`
    with computed as materialized (
      select place_id, start_year, level, period, coalesce(source_id, '') as source_id, nature,
        sum(amount_pence) as amount_pence, ${key}
      from entry group by place_id, start_year, level, period, entry.source_id, nature, place_kind
    ), kept as (
      select place_id, start_year, level, period, source_id, nature, amount_pence, ${key} from balance
    )
    select "where" from (select * from computed except select * from kept)
    union select "where" from (select * from kept except select * from computed)
  `.execute(db as unknown as Db)
  return rows
}
