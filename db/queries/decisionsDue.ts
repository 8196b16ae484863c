import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading } from '../schema.ts'

/** The decisions whose day has come, in date order; the approval of a case is released by itself and is none of them. */
export const decisionsDue = async (db: Reading, today: CalendarDay): Promise<Id[]> => {
  const rows = await db
    .selectFrom('decision')
    .where('status', '=', 'made')
    .where('is_removed', '=', 0)
    .where('effective_on', '<=', today)
    .where((eb) => eb.or([eb('about_json', 'is', null), eb('about_json', 'not like', '{"kind":"business_case"%')]))
    .select('id')
    .orderBy('effective_on')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id as Id)
}
