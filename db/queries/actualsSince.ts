import type { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Place } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import type { Reading } from '../schema.ts'

/** A line of spend that was posted to a year after it was closed. */
export const actualsSince = async (db: Reading, throughYear: StartYear, yearEndId: Id) => {
  const closed = await db
    .selectFrom('event_row')
    .where('kind', '=', 'year_end')
    .where('id', '=', yearEndId)
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst()
  const rows = await db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .innerJoin('event', 'event.seq', 'entry.seq')
    .where('entry.level', '=', 'actual')
    .where('entry.start_year', '<=', throughYear)
    .where('entry.seq', '>', closed?.seq ?? 0)
    .select(['movement.id', 'movement.reason', 'movement.kind', 'event.recorded_at'])
    .select(['entry.start_year', 'entry.place_kind', 'entry.place_id', 'entry.effective_on'])
    .select((eb) => eb.fn.sum<number>('entry.amount_pence').as('amount'))
    .groupBy(['movement.id', 'entry.start_year', 'entry.place_kind', 'entry.place_id', 'entry.effective_on'])
    .orderBy('entry.seq')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map((row) => ({
    movementId: row.id as Id,
    kind: row.kind,
    reason: row.reason,
    recordedAt: row.recorded_at as Instant,
    startYear: row.start_year,
    place: { kind: row.place_kind, id: row.place_id } as Place,
    effectiveOn: row.effective_on as CalendarDay,
    amount: pence(row.amount),
  }))
}

/** A year that is closed takes corrections only. */
const MOST_SHOWN = 200
