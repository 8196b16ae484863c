import { sql } from 'kysely'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { lift } from '../../domain/history/lift.ts'
import { digestOf, GENESIS_HASH, hashOf } from '../change.ts'
import type { EventRow, Reading, SubjectKind } from '../schema.ts'
import { asWritten } from '../sqlite.ts'
import { coverOf } from '../stated.ts'
import { subjectKinds } from '../subjects.ts'

/** One thing that is not as it was recorded. */
export interface Fault {
  kind: 'balance' | 'chain' | 'event' | 'postings' | 'thing'
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
 * of its things, the digest of what it posted, every thing equal to its last event, and every balance recomputed to the penny.
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
      if (hashOf(rest) !== hash) note('event', `event ${event.seq}`, 'its hash does not agree with its contents')
      const posted = postings.get(event.seq) ?? []
      entries += posted.filter((line) => line.startsWith('{"entry"')).length
      if (posted.length !== event.posting_count || digestOf(posted) !== event.postings_digest) {
        note('postings', `event ${event.seq}`, 'what it posted does not agree with its digest')
      }
      const kept = new Set<string>()
      for (const { kind, row } of JSON.parse(event.rows_json) as { kind: SubjectKind; row: Record<string, never> }[]) {
        kept.add(`${kind} ${row.id}`)
        latest.set(`${kind} ${row.id}`, { kind, text: canonicalJson(lift(kind, event.shape, row)) })
      }
      const listed = named.get(event.seq) ?? new Set()
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
      if (latest.get(where)?.text !== canonicalJson(row)) note('thing', where, 'is not as its last event left it')
      latest.delete(where)
    }
  }
  for (const where of latest.keys()) note('thing', where, 'is in the trail and no longer in the file')

  for (const { where } of await differingBalances(db)) note('balance', where, 'does not equal the sum of its entries')
  return { events, entries, lastHash: previousHash, faults }
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
  for (const { id: _id, seq: _seq, ...entry } of entries) {
    const lines = entriesByMovement.get(entry.movement_id) ?? []
    lines.push(canonicalJson({ entry }))
    entriesByMovement.set(entry.movement_id, lines)
  }
  for (const { seq, ...movement } of movements) {
    add(seq, canonicalJson({ movement }))
    for (const line of entriesByMovement.get(movement.id) ?? []) add(seq, line)
  }
  const documents = await db
    .selectFrom('stated_document')
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .selectAll()
    .execute()
  for (const row of documents) {
    add(row.seq, canonicalJson({ document: coverOf(row) }))
    for (const table of ['stated_figure', 'stated_claim'] as const) {
      const contents = await db
        .selectFrom(table)
        .where('document_id', '=', row.id)
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
    .where('amount_pence', '<>', 0)
  const computed = db
    .selectFrom('entry')
    .select(['place_id', 'start_year', 'level', 'period'])
    .select((eb) => [eb.fn.coalesce('source_id', eb.val('')).as('source_id'), 'nature'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount_pence'))
    .select(key.as('where'))
    .groupBy(['place_kind', 'place_id', 'start_year', 'level', 'period', 'source_id', 'nature'])
    .having((eb) => eb.fn.sum('amount_pence'), '<>', 0)
  const missing = await db.selectFrom(computed.except(kept).as('computed')).select('where').distinct().execute()
  const surplus = await db.selectFrom(kept.except(computed).as('kept')).select('where').distinct().execute()
  return [...new Map([...missing, ...surplus].map((row) => [row.where, row])).values()]
}
