import type { Reading } from '../../../../db/schema.ts'
import { meetings, waivers } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import type { State } from '../../state.ts'
import { exemptibleOf } from './exemptionOfScope.ts'
import { type Withheld, withheldFrom } from './withheld.ts'

type About = Pick<ReportOrder, 'report' | 'scope'>

/** Whether somebody may read the full version: who may not read something exempt reads no report that holds it. */
export const mayReadFull = async (db: Reading, actor: Actor, about: About, today: CalendarDay): Promise<boolean> =>
  (await keptFrom(db, await withheldFrom(db, actor, today), about)).length === 0

/**
 * Throws `exempt` for the full version of a report on what is withheld from whoever asks, `holds-exempt` for several
 * such things.
 */
export const refuseFull = async (
  { state, actor }: { state: State; actor: Actor },
  about: ReportOrder,
): Promise<void> => {
  if (about.version === 'public') return
  await state.look(null, (db, today) => refuseFullIn(db, actor, about, today))
}

/** The same where a snapshot is at hand already. */
export const refuseFullIn = async (db: Reading, actor: Actor, about: About, today: CalendarDay): Promise<void> => {
  const withheld = await withheldFrom(db, actor, today)
  const kept = await keptFrom(db, withheld, about)
  const only = kept.length === 1 && about.report !== 'everything' ? withheld.get(kept[0] as Id) : undefined
  if (only !== undefined && only.title !== '') fail('exempt', only)
  if (kept.length > 0) fail('holds-exempt', { papers: kept.length })
}

/** The ids of what is withheld and stands in a report. */
export const keptFrom = async (db: Reading, withheld: Withheld, about: About): Promise<Id[]> => {
  if (withheld.size === 0) return []
  if (about.report === 'everything') return [...withheld.keys()]
  if (about.scope.kind === 'meeting') return await keptInMeeting(db, withheld, about.scope.id)
  if (about.report === 'tie-out') {
    const subjects = (await waivers.list(db)).map(({ subjectId }) => subjectId)
    return [...new Set(subjects)].filter((id) => withheld.has(id))
  }
  const id = await exemptibleOf(db, about)
  return id !== null && withheld.has(id) ? [id] : []
}

/** A pack holds its items with their papers, and of the meetings of its board before it what is to be done. */
const keptInMeeting = async (db: Reading, withheld: Withheld, meetingId: Id): Promise<Id[]> => {
  const meeting = await meetings.find(db, meetingId)
  if (!meeting) return []
  const { id: own, boardId, heldOn } = meeting
  const earlier = (await meetings.list(db, { boardId })).filter(
    (each) => each.id !== own && each.heldOn < heldOn && each.status !== 'cancelled' && each.actions.length > 0,
  )
  const kept = [meeting, ...earlier].flatMap(({ items }) =>
    items.flatMap(({ id, subjectId }) => {
      if (withheld.has(id)) return [id]
      return subjectId !== null && withheld.has(subjectId) ? [subjectId] : []
    }),
  )
  return [...new Set(kept)]
}
