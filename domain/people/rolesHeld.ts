import type { CalendarDay } from '../calendarDay.ts'
import { type Role, roleOrder } from '../roles.ts'
import type { Account, RoleAssignment } from './account.ts'

/** What a person held on a day, none after their account has ended. */
export const assignmentsOn = (account: Account, day: CalendarDay): RoleAssignment[] =>
  account.isRemoved || (account.endedOn !== null && account.endedOn < day)
    ? []
    : account.assignments.filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || day <= toOn))

/** The roles that a person held on a day, each once, in the order of the roles. */
export const rolesHeld = (account: Account, day: CalendarDay): Role[] => {
  const held = new Set(assignmentsOn(account, day).map(({ role }) => role))
  return roleOrder.filter((role) => held.has(role))
}
