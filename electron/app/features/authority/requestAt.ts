import type { Reading, Tx } from '../../../../db/schema.ts'
import { authorityRequests, routes, ruleValues } from '../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import { keyDecisionOf } from '../../../../domain/authority/keyDecision.ts'
import { type OnRoute, stagesOf } from '../../../../domain/authority/requestStages.ts'
import { type CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { checkRoleHeld } from '../../../../domain/people/checkRoleHeld.ts'
import type { DatedRuleValue } from '../../../../domain/route/ruleValue.ts'
import type { Acting } from '../../command.ts'

/** The request at the revision that somebody has seen. Throws `not-found` and `stale`. */
export const requestAt = async (db: Tx, { id, revision }: { id: Id; revision: number }): Promise<AuthorityRequest> => {
  const request = await authorityRequests.get(db, id)
  if (request.revision !== revision) fail('stale', { entity: 'authority_request', id })
  return request
}

/**
 * The day of an act: today, or an earlier one on which it was really done. Throws `future-day`, and `role-not-held` for
 * whoever did not hold the role then.
 */
export const dayOfAct = (
  on: CalendarDay | null,
  { clock, account, role }: Pick<Acting, 'clock' | 'account' | 'role'>,
): CalendarDay => {
  const today = dayInLondon(clock())
  if (on === null) return today
  if (on > today) fail('future-day', { on, today })
  checkRoleHeld(account, role, on)
  return on
}

/** The route of a request, and whether its decision is a key one when it is made on a day. */
export const routeOf = async (
  db: Reading | Tx,
  request: AuthorityRequest,
  decidedOn: CalendarDay,
): Promise<OnRoute & { own: DatedRuleValue[] }> => {
  const own = await ruleValues.list(db)
  const { isKey } = keyDecisionOf(request, decidedOn, own)
  return { stages: stagesOf(request, await routes.list(db)), isKey, own }
}

/** The day that the decision is looked at for before it is made: when it is due, and today where that has passed or is not said. */
export const dueDay = (
  request: Pick<AuthorityRequest, 'decisionDueOn' | 'decision'>,
  today: CalendarDay,
): CalendarDay =>
  request.decision?.madeOn ??
  (request.decisionDueOn !== null && request.decisionDueOn > today ? request.decisionDueOn : today)
