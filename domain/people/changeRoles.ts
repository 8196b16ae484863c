import { addDays, type CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { RoleAssignment } from './account.ts'
import { isSameScope } from './delegationLimit.ts'
import { scopesOf } from './scopesOf.ts'

/** A role as an administrator gives it: limits come by a proposal that a second person accepts. */
export type GivenRole = Omit<RoleAssignment, 'delegationLimit'>

/**
 * The roles of a person after an administrator's change, on the day of the change. A role that lasts as long as before or
 * shorter keeps its limit. Throws `held-before` for one that began earlier and would be unsaid: what somebody did by a role
 * has to stay lawful to read. Throws `date-order`, `wrong-scope`.
 */
export const changeRoles = (
  before: readonly RoleAssignment[],
  given: readonly GivenRole[],
  today: CalendarDay,
): RoleAssignment[] => {
  const isSame = (one: GivenRole, other: GivenRole) =>
    one.role === other.role && isSameScope(one.scope, other.scope) && one.fromOn === other.fromOn
  for (const { role, scope, fromOn, toOn } of given) {
    const isForIt = scopesOf[role].includes(scope.kind) && (scope.kind === 'programme') === (scope.id === null)
    if (!isForIt) fail('wrong-scope', { role, scope: scope.kind })
    if (toOn !== null && toOn < fromOn) fail('date-order', { earlier: fromOn, later: toOn })
  }
  for (const held of before.filter(({ fromOn }) => fromOn < today)) {
    const kept = given.find((each) => isSame(each, held))
    const earliest = held.toOn !== null && held.toOn < today ? held.toOn : addDays(today, -1)
    const isUnsaid = kept === undefined || (kept.toOn !== held.toOn && kept.toOn !== null && kept.toOn < earliest)
    const isBroughtBack = kept !== undefined && held.toOn !== null && held.toOn < today && kept.toOn !== held.toOn
    if (isUnsaid || isBroughtBack) fail('held-before', { role: held.role, fromOn: held.fromOn })
  }
  return given.map((each) => {
    const held = before.find((one) => isSame(one, each))
    const isNoLonger = held !== undefined && (held.toOn === null || (each.toOn !== null && each.toOn <= held.toOn))
    return { ...each, delegationLimit: isNoLonger ? held.delegationLimit : null }
  })
}
