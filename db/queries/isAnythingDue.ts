import type { CalendarDay, Instant } from '../../domain/calendarDay.ts'
import { compiledOnce } from '../compiledOnce.ts'
import type { Reading } from '../schema.ts'

/**
 * Whether anything may wait that time alone brings about: a draft that rests since a moment, a decision or a release whose day
 * has come, an approval that has run out. One statement, as mostly there is nothing; each kind then looks for its own.
 */
export const isAnythingDue = async (
  db: Reading,
  { today, restedSince }: { today: CalendarDay; restedSince: Instant },
): Promise<boolean> => {
  const [found] = await look(db, { today, restedSince })
  return found?.is_due === 1
}

const look = compiledOnce((db, { today, restedSince }: { today: CalendarDay; restedSince: Instant }) =>
  db.selectNoFrom((eb) => {
    const drafts = eb.selectFrom('draft').select('subject_id').where('saved_at', '<=', restedSince)
    const decided = eb
      .selectFrom('decision')
      .select('id')
      .where('status', '=', 'made')
      .where('is_removed', '=', 0)
      .where('effective_on', '<=', today)
    const approvals = eb
      .selectFrom('business_case')
      .select('id')
      .where('status', 'in', ['approved', 'approved_with_conditions'])
      .where('is_removed', '=', 0)
      .where('valid_until_on', '<', today)
    return eb
      .or([eb.exists(drafts), eb.exists(decided), eb.exists(approvals)])
      .$castTo<number>()
      .as('is_due')
  }),
)
