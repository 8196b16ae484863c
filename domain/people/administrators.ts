import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { Account } from './account.ts'
import { assignmentsOn } from './rolesHeld.ts'

/** The account stays an administrator of the whole programme, with no last day in sight. */
export const isLastingAdministrator = (account: Account, day: CalendarDay): boolean =>
  account.endedOn === null &&
  assignmentsOn(account, day).some(
    ({ role, scope, toOn }) => role === 'administrator' && scope.id === null && toOn === null,
  )

/**
 * Throws `last-administrator` where a change would leave nobody to administer the programme: there was one before, and
 * afterwards there is none. Where people sign in, one who has no password does not count.
 */
export const keepAdministrator = (
  before: readonly Account[],
  after: readonly Account[],
  withPassword: ReadonlySet<Id>,
  day: CalendarDay,
): void => {
  const counts = (account: Account) =>
    isLastingAdministrator(account, day) && (withPassword.size === 0 || withPassword.has(account.id))
  if (before.some(counts) && !after.some(counts)) fail('last-administrator', {})
}
