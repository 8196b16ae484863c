import { addDays, type CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { Pence } from '../money.ts'
import type { Role } from '../roles.ts'
import type { Account, RoleAssignment } from './account.ts'
import { assignmentsOn } from './rolesHeld.ts'

/** A limit that a person gets, in pence, or loses (null), from a day on. */
export interface DelegationLimit {
  role: Role
  scope: RoleAssignment['scope']
  limit: Pence | null
  fromOn: CalendarDay
}

/**
 * The account with the limit in force from its day on; before that day everything stays as it was. Throws `not-found`
 * where the person does not hold the role there on that day or later.
 */
export const applyDelegationLimit = (account: Account, { role, scope, limit, fromOn }: DelegationLimit): Account => {
  const isMeant = (each: RoleAssignment) =>
    each.role === role && isSameScope(each.scope, scope) && (each.toOn === null || each.toOn >= fromOn)
  if (!account.assignments.some(isMeant)) fail('not-found', { entity: 'role', id: account.id })
  const assignments = account.assignments.flatMap((each): RoleAssignment[] => {
    if (!isMeant(each)) return [each]
    const after = { ...each, delegationLimit: limit }
    if (each.fromOn >= fromOn) return [after]
    return [
      { ...each, toOn: addDays(fromOn, -1) },
      { ...after, fromOn },
    ]
  })
  return { ...account, assignments, revision: account.revision + 1 }
}

/**
 * Up to what amount (pence) a person may decide on a day by a role: by what they hold for the whole programme, or for one
 * of the places given. Null where the role gives them no limit, and so no money to decide.
 */
export const limitOn = (account: Account, role: Role, day: CalendarDay, placeIds: readonly Id[] = []): Pence | null => {
  const limits = assignmentsOn(account, day)
    .filter((each) => each.role === role && (each.scope.id === null || placeIds.includes(each.scope.id)))
    .flatMap(({ delegationLimit }) => (delegationLimit === null ? [] : [delegationLimit]))
  return limits.length === 0 ? null : (Math.max(...limits) as Pence)
}

export const isSameScope = (one: RoleAssignment['scope'], other: RoleAssignment['scope']): boolean =>
  one.kind === other.kind && one.id === other.id
