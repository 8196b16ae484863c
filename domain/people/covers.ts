import type { CalendarDay } from '../calendarDay.ts'
import type { Role } from '../roles.ts'
import type { Account } from './account.ts'
import { assignmentsOn } from './rolesHeld.ts'

/** A thing that an act touches, with all that it belongs to: a scheme with its theme, a meeting with its board. */
export interface Touched {
  kind: 'programme' | 'theme' | 'scheme' | 'board'
  ids: readonly string[]
}

/** Whether a person holds a role for the whole programme on a day. */
export const coversAll = (account: Account, role: Role, day: CalendarDay): boolean =>
  scopesHeld(account, role, day).some(({ id }) => id === null)

/**
 * Whether what a person holds of a role on a day reaches all that an act touches. A role for the whole programme reaches
 * everything; one for a board counts at its board, and what its meetings decide about is limited by nothing else.
 */
export const covers = (account: Account, role: Role, day: CalendarDay, touched: readonly Touched[]): boolean => {
  const scopes = scopesHeld(account, role, day)
  if (scopes.some(({ id }) => id === null)) return true
  const isForBoards = scopes.length > 0 && scopes.every(({ kind }) => kind === 'board')
  return touched.every(
    ({ kind, ids }) => ids.some((id) => scopes.some((scope) => scope.id === id)) || (isForBoards && kind !== 'board'),
  )
}

const scopesHeld = (account: Account, role: Role, day: CalendarDay) =>
  assignmentsOn(account, day).flatMap((each) => (each.role === role ? [each.scope] : []))
