import type { CalendarDay } from '../domain/calendarDay.ts'
import { canonicalJson } from '../domain/canonicalJson.ts'
import type { Id } from '../domain/id.ts'
import type { Entry, Level, Movement, Nature, Place } from '../domain/ledger/entry.ts'
import type { Pence } from '../domain/money.ts'
import type { Change } from './change.ts'
import type { OnProgress } from './queries/verify.ts'
import type { Reading } from './schema.ts'
import { type Connection, movementEntryTexts, type NumberedText, spendRowColumns, spendRowTexts } from './sqlite.ts'

/** Posted at a time: between two parts whoever asks the work to stop is heard. */
const PART = 10_000

export type MovementHead = Omit<Movement, 'entries'>

const movementRow = ({ id, kind, reason, decisionId, reversesId }: MovementHead) => ({
  id,
  kind,
  reason,
  decision_id: decisionId,
  reverses_id: reversesId,
})

const postHead = async (change: Change, head: MovementHead): Promise<void> => {
  const row = movementRow(head)
  await change.tx
    .insertInto('movement')
    .values({ ...row, seq: change.seq })
    .execute()
  change.postings.push(canonicalJson({ movement: row }))
}

/** Posts the staged entries as one movement, without ever holding them. */
export const postStagedEntries = async (
  change: Change,
  connection: Connection,
  head: MovementHead,
  tell: OnProgress,
): Promise<void> => {
  await postHead(change, head)
  const post = connection.prepare(
    `insert into main.entry (movement_id, level, place_kind, place_id, start_year, period, source_id, nature, amount_pence,
      effective_on, ledger_ref, seq)
    select ?, level, 'scheme', place_id, start_year, period, source_id, nature, amount_pence, effective_on, ledger_ref, ?
    from staged.entry where id > ? and id <= ? order by id`,
  )
  const last = lastId(connection, 'staged.entry')
  for (let from = 0; from < last; from += PART) {
    post.run(head.id, change.seq, from, from + PART)
    tell(Math.min(from + PART, last), last)
  }
  await digestEntries(change, head.id)
  change.places.push(...placesIn(connection, 'staged.entry'))
}

/** Keeps the staged rows of an import. */
export const keepStagedRows = async (
  change: Change,
  connection: Connection,
  importId: Id,
  tell: OnProgress,
): Promise<void> => {
  const columns = spendRowColumns.filter((column) => column !== 'import_id').join(', ')
  const keep = connection.prepare(
    `insert into main.spend_row (import_id, seq, ${columns})
    select ?, ?, ${columns} from staged.row where row > ? and row <= ? order by row`,
  )
  const last = connection.prepare('select coalesce(max(row), 0) from staged.row').pluck().get() as number
  for (let from = 0; from < last; from += PART) {
    keep.run(importId, change.seq, from, from + PART)
    tell(Math.min(from + PART, last), last)
  }
  const { tx, seq } = change
  await digestPages(change, (after) => spendRowTexts(tx as unknown as Reading, seq, seq, after, PART))
}

/** Posts the contra of a movement as one movement: each line with its sign turned round, on a day, in a period of its own choice. */
export const postContra = async (
  change: Change,
  connection: Connection,
  head: MovementHead,
  { effectiveOn, periods }: { effectiveOn: CalendarDay; periods: readonly PeriodMove[] },
  tell: OnProgress,
): Promise<void> => {
  await postHead(change, head)
  const moved = JSON.stringify(periods)
  const post = connection.prepare(
    `insert into main.entry (movement_id, level, place_kind, place_id, start_year, period, source_id, nature, amount_pence,
      effective_on, ledger_ref, seq)
    select ?, level, place_kind, place_id, start_year,
      coalesce((select value ->> 'to' from json_each(?) where value ->> 'startYear' = start_year and value ->> 'period' = period), period),
      source_id, nature, -amount_pence, ?, ledger_ref, ?
    from main.entry as entry where movement_id = ? and id > ? and id <= ? order by id`,
  )
  const [first, last] = connection
    .prepare('select coalesce(min(id), 1), coalesce(max(id), 0) from main.entry where movement_id = ?')
    .raw()
    .get(head.reversesId) as [number, number]
  for (let from = first - 1; from < last; from += PART) {
    post.run(head.id, moved, effectiveOn, change.seq, head.reversesId, from, from + PART)
    tell(Math.min(from + PART, last) - first, last - first + 1)
  }
  await digestEntries(change, head.id)
  change.places.push(...placesIn(connection, 'main.entry', head.id))
}

/** A period whose lines are taken back in another one, because it is closed. */
export interface PeriodMove {
  startYear: number
  period: number
  to: number
}

/** What would be posted, by level, place, year, period, source and month: what the rules look at, however many rows there are. */
export const summedEntries = (connection: Connection, from: 'staged' | { movementId: Id }): Entry[] => {
  const [table, where, parameters] =
    from === 'staged' ? ['staged.entry', '', []] : ['main.entry', 'where movement_id = ?', [from.movementId]]
  const rows = connection
    .prepare(
      `select level, place_id as placeId, start_year as startYear, period, source_id as sourceId, nature,
        max(effective_on) as effectiveOn, sum(amount_pence) as amount
      from ${table} ${where}
      group by level, place_id, start_year, period, source_id, nature, substr(effective_on, 1, 7), amount_pence > 0
      order by level, place_id, start_year, period, source_id, nature, effectiveOn, amount`,
    )
    .all(...parameters) as SummedRow[]
  return rows.map((row) => ({
    level: row.level as Level,
    place: { kind: 'scheme', id: row.placeId as Id },
    startYear: row.startYear,
    period: row.period,
    sourceId: row.sourceId as Id | null,
    nature: row.nature as Nature,
    amount: row.amount as Pence,
    effectiveOn: row.effectiveOn as CalendarDay,
    ledgerRef: null,
  }))
}

interface SummedRow {
  level: string
  placeId: string
  startYear: number
  period: number
  sourceId: string | null
  nature: string
  effectiveOn: string
  amount: number
}

const lastId = (connection: Connection, table: 'staged.entry'): number =>
  connection.prepare(`select coalesce(max(id), 0) from ${table}`).pluck().get() as number

const placesIn = (connection: Connection, table: 'staged.entry' | 'main.entry', movementId?: Id): Place[] => {
  const where = movementId === undefined ? '' : 'where movement_id = ?'
  const ids = connection
    .prepare(`select distinct place_id from ${table} ${where}`)
    .pluck()
    .all(...(movementId === undefined ? [] : [movementId])) as Id[]
  return ids.map((id) => ({ kind: 'scheme', id }))
}

const digestEntries = async ({ tx, seq, postings }: Change, movement: Id): Promise<void> =>
  await digestPages({ postings }, (after) =>
    movementEntryTexts(tx as unknown as Reading, { movement, seq }, after, PART),
  )

const digestPages = async (
  { postings }: Pick<Change, 'postings'>,
  pageAfter: (after: number) => Promise<NumberedText[]>,
): Promise<void> => {
  for (let after = 0; ; ) {
    const page = await pageAfter(after)
    for (const { text } of page) postings.pushText(text, 1)
    after = page.at(-1)?.id ?? 0
    if (page.length < PART) return
  }
}
