import { createHash, type Hash, hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { GENESIS_HASH } from '../change.ts'
import type { Reading, SubjectKind } from '../schema.ts'
import { entryTexts, eventTexts, movementEntryTexts, movementTexts, type PostedText, spendRowTexts } from '../sqlite.ts'
import { coverOf } from '../stated.ts'
import { type Fault, MOST_FAULTS } from './fault.ts'
import { keptRows } from './keptRows.ts'
import { textOf } from './textOf.ts'

/** The events after a number and up to another. */
export interface EventRange {
  after: number
  upTo: number
}

/** A thing as an event has left it. */
export interface KeptThing {
  kind: SubjectKind
  shape: number
  row: Record<string, never>
}

/** What a part of the trail comes to. */
export interface VerifiedEvents {
  /** The number and the hash of its last event, or of the last one before it where it has none. */
  events: number
  lastHash: string
  entries: number
  /** How many posted lines and listed things its events cover. */
  covered: { postings: number; listings: number }
  /** Every thing as the last event of this part has left it, by its kind and id. */
  latest: Map<string, KeptThing>
  faults: Fault[]
}

const PAGE = 1000

/**
 * Proves that a part of the trail was not altered: numbers without a gap, each event's hash, its link to the one before
 * (for the first, the last before this part), the list of its things, the digest of what it posted.
 */
export const verifyEvents = async (
  db: Reading,
  { after, upTo }: EventRange,
  onProgress: (seq: number) => void,
): Promise<VerifiedEvents> => {
  const faults: Fault[] = []
  const note = (kind: Fault['kind'], seq: number, detail: string) => {
    if (faults.length < MOST_FAULTS) faults.push({ kind, where: `event ${seq}`, detail })
  }
  const latest = new Map<string, KeptThing>()
  const covered = { postings: 0, listings: 0 }
  const before = await lastEventUpTo(db, after)
  let events = before?.seq ?? 0
  let lastHash = before?.hash ?? GENESIS_HASH
  let entries = 0
  for (;;) {
    const page = await eventTexts(db, Math.max(events, after), upTo, PAGE)
    const [from, to] = [page[0]?.seq ?? 0, page.at(-1)?.seq ?? 0]
    const postings = await postingsBetween(db, from, to)
    const named = await namedRowsBetween(db, from, to)
    for (const { seq, hash: written, text } of page) {
      events += 1
      if (seq !== events) note('chain', seq, `expected event ${events}`)
      const posted = postings.get(seq)
      covered.postings += posted?.lines ?? 0
      entries += posted?.entries ?? 0
      const wanted = {
        posting_count: posted?.lines ?? 0,
        postings_digest: posted ? digestOf(posted) : DIGEST_OF_NOTHING,
        previous_hash: lastHash,
      }
      const said = says(text, wanted) ? wanted : (JSON.parse(text) as typeof wanted)
      if (said.previous_hash !== wanted.previous_hash) note('chain', seq, 'does not follow the event before it')
      if (hash('sha256', text) !== written) note('event', seq, 'its hash does not agree with its contents')
      if (said.posting_count !== wanted.posting_count || said.postings_digest !== wanted.postings_digest) {
        note('postings', seq, 'what it posted does not agree with its digest')
      }
      const kept = keptIn(text)
      const listed = named.get(seq) ?? nothingListed
      covered.listings += listed.size
      if (!isSame(kept, listed)) note('event', seq, 'its list of things does not agree with its contents')
      for (const { where, ...thing } of kept) latest.set(where, thing)
      lastHash = written
      events = seq
    }
    if (page.length > 0) onProgress(events)
    if (page.length < PAGE) break
    // What another thread tells meanwhile is heard between two pages.
    await setImmediate()
  }
  return { events, lastHash, entries, covered, latest, faults }
}

const lastEventUpTo = async (db: Reading, seq: number): Promise<{ seq: number; hash: string } | undefined> =>
  await db
    .selectFrom('event')
    .select(['seq', 'hash'])
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * Whether an event's text says this. Its members stand in this order, and no text within it holds a quotation mark that is
 * not escaped: to find them so costs a tenth of reading the text as JSON.
 */
const says = (
  text: string,
  wanted: { posting_count: number; postings_digest: string; previous_hash: string },
): boolean =>
  text.includes(
    `"posting_count":${wanted.posting_count},"postings_digest":"${wanted.postings_digest}","previous_hash":"${wanted.previous_hash}",`,
  )

const nothingListed: ReadonlySet<string> = new Set()
const nothingKept: readonly (KeptThing & { where: string })[] = []

/** The things that an event holds; none where damage has left no list of them, of which the event's hash has told already. */
const keptIn = (text: string): readonly (KeptThing & { where: string })[] => {
  if (text.includes('"rows_json":"[]"')) return nothingKept
  const { shape, rows_json } = JSON.parse(text) as { shape: number; rows_json: unknown }
  return keptRows(rows_json).map(({ kind, row }) => ({
    where: `${kind} ${row.id}`,
    kind: kind as SubjectKind,
    shape,
    row: row as KeptThing['row'],
  }))
}

const isSame = (kept: readonly { where: string }[], listed: ReadonlySet<string>): boolean =>
  (kept.length === 0 && listed.size === 0) ||
  new Set(kept.map(({ where }) => where)).symmetricDifference(listed).size === 0

/** The things that each event is listed under, for history and as-at to find it by. */
const namedRowsBetween = async (db: Reading, from: number, to: number): Promise<Map<number, Set<string>>> => {
  const rows = await db.selectFrom('event_row').selectAll().where('seq', '>=', from).where('seq', '<=', to).execute()
  const bySeq = Map.groupBy(rows, (row) => row.seq)
  return new Map([...bySeq].map(([seq, group]) => [seq, new Set(group.map(({ kind, id }) => `${kind} ${id}`))]))
}

interface Posted {
  /** What is not in the hash yet, which is all where it is little: one hash of a text costs a third of one in steps. */
  text: string
  hash: Hash | null
  lines: number
  entries: number
}

/** In characters. */
const LONG_TEXT = 50_000

const digestOf = ({ hash: begun, text }: Posted): string =>
  begun === null ? hash('sha256', text) : begun.update(text).digest('hex')

const DIGEST_OF_NOTHING = hash('sha256', '')

/** More lines than these of one event are hashed page by page: an import may post a million. */
const LARGE = 20_000

/** The lines that the events' digests cover, as they were written: movements with their entries, documents, then rows of extracts. */
const postingsBetween = async (db: Reading, from: number, to: number): Promise<Map<number, Posted>> => {
  const bySeq = new Map<number, Posted>()
  const add = (seq: number, text: string, lines: number, entries: number) => {
    const posted: Posted = bySeq.get(seq) ?? { text: '', hash: null, lines: 0, entries: 0 }
    posted.text += text
    if (posted.text.length > LONG_TEXT) {
      posted.hash ??= createHash('sha256')
      posted.hash.update(posted.text)
      posted.text = ''
    }
    posted.lines += lines
    posted.entries += entries
    bySeq.set(seq, posted)
  }
  const large = await eventsOfManyEntries(db, from, to)
  for (const [first, last] of between(from, to, large)) await addMovements(db, first, last, add)
  for (const seq of large) await addLargeMovements(db, seq, add)
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
  for (let after = 0; ; ) {
    const rows = await spendRowTexts(db, from, to, after, PAGE)
    for (const { seq, text } of rows) add(seq, text, 1, 0)
    after = rows.at(-1)?.id ?? 0
    if (rows.length < PAGE) break
  }
  return bySeq
}

type Add = (seq: number, text: string, lines: number, entries: number) => void

const addMovements = async (db: Reading, from: number, to: number, add: Add): Promise<void> => {
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
}

const addLargeMovements = async (db: Reading, seq: number, add: Add): Promise<void> => {
  for (const { movement, text } of await movementTexts(db, seq, seq)) {
    add(seq, text, 1, 0)
    for (let after = 0; ; ) {
      const page = await movementEntryTexts(db, { movement, seq }, after, PAGE)
      for (const entry of page) add(seq, entry.text, 1, 1)
      after = page.at(-1)?.id ?? 0
      if (page.length < PAGE) break
    }
  }
}

const eventsOfManyEntries = async (db: Reading, from: number, to: number): Promise<number[]> => {
  const entries = db.selectFrom('entry').where('seq', '>=', from).where('seq', '<=', to)
  // To count them all takes a sixth of counting those of each event.
  const [all] = await entries.select((eb) => eb.fn.countAll<number>().as('count')).execute()
  if ((all?.count ?? 0) <= LARGE) return []
  const rows = await entries
    .select('seq')
    .groupBy('seq')
    .having((eb) => eb.fn.countAll(), '>', LARGE)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq }) => seq)
}

/** The ranges that are left of one without some numbers. */
const between = (from: number, to: number, without: readonly number[]): [number, number][] => {
  const ranges: [number, number][] = []
  let first = from
  for (const seq of without) {
    if (seq > first) ranges.push([first, seq - 1])
    first = seq + 1
  }
  if (first <= to) ranges.push([first, to])
  return ranges
}
