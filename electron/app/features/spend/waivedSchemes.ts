import type { Reading, Tx } from '../../../../db/schema.ts'
import { waivers } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'

/** The schemes on which spend before its authority is let pass today (R09). */
export const waivedSchemes = async (db: Reading | Tx, today: CalendarDay): Promise<Set<Id>> => {
  const approved = await waivers.list(db, { rule: 'R09', subjectKind: 'scheme', status: 'approved' })
  return new Set(approved.filter(({ expiresOn }) => expiresOn >= today).map(({ subjectId }) => subjectId))
}
