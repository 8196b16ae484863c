import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading } from '../schema.ts'

/** The theme of every scheme that belongs to one on a day, without the rest of what is kept of it. */
export const themesOfDay = async (db: Reading, day: CalendarDay): Promise<Map<Id, Id>> => {
  const rows = await db
    .selectFrom('theme_membership')
    .select(['scheme_id', 'theme_id'])
    .where('is_removed', '=', 0)
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', day)]))
    // Of two that hold, the one that was made first.
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.scheme_id as Id, row.theme_id as Id]))
}
