import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { type Pence, pence } from '../money.ts'
import type { Actor } from '../people/actor.ts'
import { limitOn } from '../people/delegationLimit.ts'
import { ruleOn } from '../route/rulesInForce.ts'
import type { ChangeFacts } from './changeFacts.ts'
import type { ChangeRequest } from './changeRequest.ts'
import { ChangeApprover, type ChangeRoute } from './changeRoute.ts'
import { rankOf } from './routeOf.ts'

/**
 * Up to what amount somebody may approve changes on the day of the facts, in pence: the limit of their office, or, for a
 * decision taker, what is delegated to them. Null where nothing limits them, because nobody signs in.
 */
export const changeLimit = (actor: Actor, placeIds: readonly Id[], facts: ChangeFacts): Pence | null => {
  if (actor.role === 'programme_director') {
    return pence(ruleOn(facts.ruleValues, 'change_limit_programme_director', facts.day))
  }
  if (actor.role === 's151_officer') return pence(ruleOn(facts.ruleValues, 'change_limit_s151_officer', facts.day))
  return actor.account === null ? null : (limitOn(actor.account, actor.role, facts.day, placeIds) ?? pence(0))
}

/**
 * R16: the office is as high as the route asks for, and the amount together is within the limit of whoever approves, on
 * that day. Throws `higher-approval` and `over-limit`.
 */
export const checkApprover = (
  actor: Actor,
  { lines }: Pick<ChangeRequest, 'lines'>,
  route: ChangeRoute,
  facts: ChangeFacts,
): void => {
  const office = ChangeApprover.safeParse(actor.role)
  if (!office.success || rankOf(office.data) < rankOf(route.approver))
    fail('higher-approval', { needs: route.approver })
  const limit = changeLimit(
    actor,
    lines.map(({ place }) => place.id),
    facts,
  )
  if (limit !== null && route.cumulative > limit) fail('over-limit', { limit, amount: route.cumulative })
}
