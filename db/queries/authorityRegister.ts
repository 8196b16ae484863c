import type { PlaceBalance } from '../../domain/authority/registerLines.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Level, Place } from '../../domain/ledger/entry.ts'
import type { Pence } from '../../domain/money.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import { readable } from '../readable.ts'
import type { Reading } from '../schema.ts'

export type RegisteredDecision = Pick<
  Decision,
  | 'id'
  | 'reference'
  | 'title'
  | 'decisionTaker'
  | 'kind'
  | 'madeOn'
  | 'publishedOn'
  | 'effectiveOn'
  | 'status'
  | 'about'
> & { lines: { place: Place; startYear: number; sourceId: Id | null; amount: Pence }[] }

/** A page of the decisions on authority, the latest made first, with their lines of authority. */
export const listRegistered = async (
  db: Reading,
  wanted: {
    status: Decision['status'] | null
    decisionId: Id | null
    after: { madeOn: CalendarDay; id: Id } | null
    limit: number
  },
): Promise<RegisteredDecision[]> => {
  let query = db
    .selectFrom('decision')
    .where('is_removed', '=', 0)
    // Read as text, so that only what is shown is taken apart.
    .where('lines_json', 'like', '%"level":"authority"%')
    .select(['id', 'reference', 'title', 'decision_taker', 'kind', 'made_on', 'published_on', 'effective_on', 'status'])
    .select(['about_json', 'lines_json'])
  if (wanted.status) query = query.where('status', '=', wanted.status)
  if (wanted.decisionId) query = query.where('id', '=', wanted.decisionId)
  const { after } = wanted
  if (after) {
    query = query.where((eb) => eb(eb.refTuple('made_on', 'id'), '<', eb.tuple(after.madeOn, after.id)))
  }
  const rows = await query.orderBy('made_on', 'desc').orderBy('id', 'desc').limit(wanted.limit).execute()
  return rows.map((row) =>
    readable(() => ({
      id: row.id as Id,
      reference: row.reference as string,
      title: row.title as string,
      decisionTaker: row.decision_taker as string,
      kind: row.kind as Decision['kind'],
      madeOn: row.made_on as CalendarDay,
      publishedOn: row.published_on as CalendarDay | null,
      effectiveOn: row.effective_on as CalendarDay,
      status: row.status as Decision['status'],
      about: row.about_json ? (JSON.parse(row.about_json as string) as Decision['about']) : null,
      lines: (JSON.parse(row.lines_json as string) as Decision['lines'])
        .filter(({ level }) => level === 'authority')
        .map(({ place, startYear, sourceId, amount }) => ({ place, startYear, sourceId, amount })),
    })),
  )
}

/** The references of the decisions on authority that were made last, in the order in which they were made. */
export const namesOfRegistered = async (db: Reading, most: number): Promise<{ id: Id; reference: string }[]> => {
  const rows = await db
    .selectFrom('decision')
    .where('is_removed', '=', 0)
    .where('lines_json', 'like', '%"level":"authority"%')
    .select(['id', 'reference'])
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id, reference }) => ({ id: id as Id, reference: reference as string })).reverse()
}

/** What stands at each place in each year: authority, released, committed and spent, over all sources. Pence. */
export const authorityBalances = async (db: Reading): Promise<PlaceBalance[]> => {
  const rows = await db
    .selectFrom('balance')
    .where('level', 'in', ['authority', 'released', 'commitment', 'actual'])
    .select(['level', 'place_kind', 'place_id', 'start_year'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy(['level', 'place_kind', 'place_id', 'start_year'])
    .execute()
  return rows.map((row) => ({
    level: row.level as Level,
    place: { kind: row.place_kind as Place['kind'], id: row.place_id as Id },
    startYear: row.start_year,
    amount: row.amount,
  }))
}

/** What each decision has brought of authority to some places, by year, in the order in which it came. Pence. */
export const authorityPostedAt = async (db: Reading, placeIds: readonly Id[]) => {
  if (placeIds.length === 0) return []
  const rows = await db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .where('entry.place_id', 'in', placeIds)
    .where('entry.level', '=', 'authority')
    .select(['movement.decision_id', 'entry.place_id', 'entry.start_year'])
    .select((eb) => [eb.fn.sum<number>('entry.amount_pence').as('amount'), eb.fn.min('entry.seq').as('seq')])
    .groupBy(['movement.decision_id', 'entry.place_id', 'entry.start_year'])
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    decisionId: row.decision_id as Id | null,
    placeId: row.place_id as Id,
    startYear: row.start_year,
    amount: row.amount as Pence,
  }))
}

/** What is asked for by requests on their way to effect, line by line. */
export const linesAskedFor = async (db: Reading, statuses: readonly string[]) => {
  const rows = await db
    .selectFrom('authority_request')
    .where('is_removed', '=', 0)
    .where('status', 'in', [...statuses])
    .select('lines_json')
    .execute()
  return rows.flatMap((row) =>
    readable(() => JSON.parse(row.lines_json as string) as { place: Place; startYear: number; amount: Pence }[]),
  )
}
