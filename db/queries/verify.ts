import { sql } from 'kysely'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { lift } from '../../domain/history/lift.ts'
import { alteredSchema } from '../alteredSchema.ts'
import type { Db, Reading, Schema } from '../schema.ts'
import { subjectKinds } from '../subjects.ts'
import { lastSeq } from './events.ts'
import { type Fault, MOST_FAULTS } from './fault.ts'
import { textOf } from './textOf.ts'
import { alteredAttachments } from './verifyAttachments.ts'
import { type EventRange, type VerifiedEvents, verifyEvents } from './verifyEvents.ts'

export interface Verification {
  events: number
  entries: number
  lastHash: string
  faults: Fault[]
}

/** How far a check has come: events read, of all. */
export type OnProgress = (done: number, of: number) => void

/** Verifies a part of the trail somewhere else, and says the number of the event that it has come to. */
export type VerifyBeside = (range: EventRange, onProgress: (seq: number) => void) => Promise<VerifiedEvents>

/**
 * Proves that nothing was altered: numbers without a gap, each event's hash, its link to the one before, the list
 * of its things, the digest of what it posted and nothing posted beside it, every thing equal to its last event, every
 * balance recomputed to the penny, and the tables and triggers as this program makes them. The second half of the trail
 * may be verified beside the first; what comes out is the same.
 */
export const verify = async (
  db: Reading,
  onProgress: OnProgress = () => undefined,
  beside?: VerifyBeside,
): Promise<Verification> => {
  const of = await lastSeq(db)
  const half = beside ? Math.floor(of / 2) : of
  const reached = { first: 0, second: half }
  const tell = (part: keyof typeof reached) => (seq: number) => {
    reached[part] = seq
    onProgress(reached.first + reached.second - half, of)
  }
  const here = async () => ({
    first: await verifyEvents(db, { after: 0, upTo: half }, tell('first')),
    balances: await differingBalances(db),
    all: await countAll(db),
  })
  const [second, { first, balances, all }] = await Promise.all([
    beside?.({ after: half, upTo: of }, tell('second')),
    here(),
  ])
  const parts = second ? [first, second] : [first]
  const sum = (count: (part: VerifiedEvents) => number) => parts.reduce((total, part) => total + count(part), 0)

  const faults = parts.flatMap((part) => part.faults).slice(0, MOST_FAULTS)
  const note = (kind: Fault['kind'], where: string, detail: string) => {
    if (faults.length < MOST_FAULTS) faults.push({ kind, where, detail })
  }
  const latest = new Map(parts.flatMap((part) => [...part.latest]))
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
  for (const sha256 of await alteredAttachments(db)) {
    note('thing', `attachment ${sha256}`, 'its bytes are gone, or are not those that were put in')
  }

  if (all.postings !== sum(({ covered }) => covered.postings))
    note('postings', 'ledger', 'holds lines that no event posted')
  if (all.listings !== sum(({ covered }) => covered.listings))
    note('event', 'ledger', 'lists things under events that do not hold them')
  for (const { where } of balances) note('balance', where, 'does not equal the sum of its entries')
  for (const name of await alteredSchema(db)) note('schema', name, 'is not as this program makes it')
  const { events, lastHash } = second ?? first
  return { events, entries: sum((part) => part.entries), lastHash, faults }
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
  for (const table of ['movement', 'entry', 'stated_document', 'stated_figure', 'stated_claim', 'spend_row'] as const) {
    postings += await count(table)
  }
  return { postings, listings: await count('event_row') }
}

/** Both ways: balances that the entries do not give, and sums of entries that no balance holds. */
const differingBalances = async (db: Reading): Promise<{ where: string }[]> => {
  // Damage can leave amounts that no sum can hold; none that large was ever posted, so its balance differs.
  const amount = sql`sum(iif(amount_pence between -9007199254740991 and 9007199254740991, amount_pence, null))`
  const key = sql`place_kind || ' ' || place_id || ' ' || start_year || ' ' || level as "where"`
  const { rows } = await sql<{ where: string }>`
    with computed as materialized (
      select place_id, start_year, level, period, coalesce(source_id, '') as source_id, nature,
        ${amount} as amount_pence, ${key}
      from entry group by place_id, start_year, level, period, entry.source_id, nature, place_kind
    ), kept as (
      select place_id, start_year, level, period, source_id, nature, amount_pence, ${key} from balance
    )
    select "where" from (select * from computed except select * from kept)
    union select "where" from (select * from kept except select * from computed)
  `.execute(db as unknown as Db)
  return rows
}
