import { sql } from 'kysely'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { lift } from '../../domain/history/lift.ts'
import { alteredSchema } from '../alteredSchema.ts'
import { digestOf, GENESIS_HASH, hashOf } from '../change.ts'
import type { EventRow, Reading, Schema, SubjectKind } from '../schema.ts'
import { asWritten } from '../sqlite.ts'
import { coverOf } from '../stated.ts'
import { subjectKinds } from '../subjects.ts'

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

const PAGE = 2000
const MOST_FAULTS = 100

/**
 * Proves that nothing was altered: numbers without a gap, each event's hash, its link to the one before, the list
 * of its things, the digest of what it posted and nothing posted beside it, every thing equal to its last event, every
 * balance recomputed to the penny, and the tables and triggers as this program makes them.
 */
export const verify = async (db: Reading): Promise<Verification> => {
  const faults: Fault[] = []
  const note = (kind: Fault['kind'], where: string, detail: string) => {
    if (faults.length < MOST_FAULTS) faults.push({ kind, where, detail })
  }

  const latest = new Map<string, { kind: SubjectKind; text: string }>()
  let previousHash = GENESIS_HASH
  let events = 0
  let entries = 0
  const covered = { postings: 0, listings: 0 }
  for (;;) {
    const page = await db.selectFrom('event').selectAll().where('seq', '>', events).orderBy('seq').limit(PAGE).execute()
    if (page.length === 0) break
    const [first, last] = [page[0] as EventRow, page.at(-1) as EventRow]
    const postings = await postingsBetween(db, first.seq, last.seq)
    const named = await namedRowsBetween(db, first.seq, last.seq)
    for (const event of page) {
      events += 1
      const { hash, ...rest } = event
      if (event.seq !== events) note('chain', `event ${event.seq}`, `expected event ${events}`)
      if (event.previous_hash !== previousHash)
        note('chain', `event ${event.seq}`, 'does not follow the event before it')
      if (textOf(hashOf, rest) !== hash)
        note('event', `event ${event.seq}`, 'its hash does not agree with its contents')
      const posted = postings.get(event.seq) ?? []
      covered.postings += posted.length
      entries += posted.filter((line) => line.startsWith('{"entry"')).length
      if (posted.length !== event.posting_count || digestOf(posted) !== event.postings_digest) {
        note('postings', `event ${event.seq}`, 'what it posted does not agree with its digest')
      }
      const kept = new Set<string>()
      for (const { kind, row } of keptRows(event)) {
        kept.add(`${kind} ${row.id}`)
        latest.set(`${kind} ${row.id}`, { kind, text: canonicalJson(lift(kind, event.shape, row)) })
      }
      const listed = named.get(event.seq) ?? new Set()
      covered.listings += listed.size
      if (kept.symmetricDifference(listed).size > 0) {
        note('event', `event ${event.seq}`, 'its list of things does not agree with its contents')
      }
      previousHash = hash
      events = event.seq
    }
  }

  for (const kind of subjectKinds) {
    for (const row of await db.selectFrom(kind).selectAll().execute()) {
      const where = `${kind} ${row.id}`
      if (latest.get(where)?.text !== textOf(canonicalJson, row))
        note('thing', where, 'is not as its last event left it')
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

/** None where damage has left no JSON: the event's hash has told of it already. */
const keptRows = (event: EventRow): { kind: SubjectKind; row: Record<string, never> }[] => {
  try {
    return JSON.parse(event.rows_json)
  } catch {
    return []
  }
}

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

/** The lines that the events' digests cover, as they were written: movements with their entries, then documents. */
const postingsBetween = async (db: Reading, from: number, to: number): Promise<Map<number, string[]>> => {
  const bySeq = new Map<number, string[]>()
  const add = (seq: number, line: string) => {
    const lines = bySeq.get(seq)
    if (lines) lines.push(line)
    else bySeq.set(seq, [line])
  }
  const movements = await db
    .selectFrom('movement')
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .selectAll()
    .orderBy('seq')
    .orderBy(asWritten)
    .execute()
  const entries = await db
    .selectFrom('entry')
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .selectAll()
    .orderBy('id')
    .execute()
  const entriesByMovement = new Map<string, string[]>()
  // By both: an entry that says another event than its movement would be shown at the wrong moment.
  for (const { id: _id, seq, ...entry } of entries) {
    const key = `${seq} ${entry.movement_id}`
    const lines = entriesByMovement.get(key) ?? []
    lines.push(textOf(canonicalJson, { entry }))
    entriesByMovement.set(key, lines)
  }
  for (const { seq, ...movement } of movements) {
    add(seq, textOf(canonicalJson, { movement }))
    for (const line of entriesByMovement.get(`${seq} ${movement.id}`) ?? []) add(seq, line)
  }
  const documents = await db
    .selectFrom('stated_document')
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .selectAll()
    .execute()
  for (const row of documents) {
    add(row.seq, textOf(canonicalJson, { document: coverOf(row) }))
    for (const table of ['stated_figure', 'stated_claim'] as const) {
      const contents = await db
        .selectFrom(table)
        .where('document_id', '=', row.id)
        .where('seq', '=', row.seq)
        .select('content_json')
        .orderBy('sort')
        .execute()
      for (const { content_json } of contents) add(row.seq, `{"${table}":${content_json}}`)
    }
  }
  return bySeq
}

const differingBalances = async (db: Reading): Promise<{ where: string }[]> => {
  const key = sql<string>`place_kind || ' ' || place_id || ' ' || start_year || ' ' || level`
  const kept = db
    .selectFrom('balance')
    .select(['place_id', 'start_year', 'level', 'period', 'source_id', 'nature', 'amount_pence', key.as('where')])
  const computed = db
    .selectFrom('entry')
    .select(['place_id', 'start_year', 'level', 'period'])
    .select((eb) => [eb.fn.coalesce('source_id', eb.val('')).as('source_id'), 'nature'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount_pence'))
    .select(key.as('where'))
    .groupBy(['place_kind', 'place_id', 'start_year', 'level', 'period', 'source_id', 'nature'])
  const missing = await db.selectFrom(computed.except(kept).as('computed')).select('where').distinct().execute()
  const surplus = await db.selectFrom(kept.except(computed).as('kept')).select('where').distinct().execute()
  return [...new Map([...missing, ...surplus].map((row) => [row.where, row])).values()]
}
