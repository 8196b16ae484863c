import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading, Tx } from '../schema.ts'

/** A day from which a place has authority, and the day on which that was decided. */
export interface GivenAuthority {
  placeId: Id
  decidedOn: CalendarDay
  effectiveOn: CalendarDay
}

/** The days on which authority came into force, by place; without a decision it was decided on the same day. */
export const authorityGiven = async (db: Reading | Tx): Promise<GivenAuthority[]> => {
  const rows = await (db as Reading)
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .leftJoin('decision', 'decision.id', 'movement.decision_id')
    .where('entry.level', '=', 'authority')
    .where('entry.amount_pence', '>', 0)
    .select(['entry.place_id', 'entry.effective_on', 'decision.made_on'])
    .distinct()
    .orderBy('entry.place_id')
    .orderBy('entry.effective_on')
    .execute()
  return rows.map((row) => ({
    placeId: row.place_id as Id,
    decidedOn: (row.made_on ?? row.effective_on) as CalendarDay,
    effectiveOn: row.effective_on as CalendarDay,
  }))
}
