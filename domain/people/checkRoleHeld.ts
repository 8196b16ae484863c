import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Role } from '../roles.ts'
import type { Account } from './account.ts'
import { rolesHeld } from './rolesHeld.ts'

/** Throws `role-not-held` for an act dated on a day on which its person did not hold the role; a role alone holds for ever. */
export const checkRoleHeld = (account: Account | null, role: Role, on: CalendarDay): void => {
  if (account !== null && !rolesHeld(account, on).includes(role)) fail('role-not-held', { role, on })
}
