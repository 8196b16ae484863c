import { accounts } from '../../db/subjects.ts'
import { dayInLondon } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import type { Id } from '../../domain/id.ts'
import { type Actor, roleAlone } from '../../domain/people/actor.ts'
import { rolesHeld } from '../../domain/people/rolesHeld.ts'
import type { Role } from '../../domain/roles.ts'
import type { State } from './state.ts'

/** The person in the role that they act in, with the roles they hold today; throws `not-permitted` for a role they do not hold. */
export const whoActs = async (state: State, role: Role, accountId: Id | null): Promise<Actor> => {
  if (!state.hasFile() || accountId === null) return roleAlone(role)
  const account = await state.file().read((db) => accounts.find(db, accountId))
  const held = account ? rolesHeld(account, dayInLondon(state.ports.clock())) : []
  if (!account || !held.includes(role)) return fail('not-permitted', { operation: 'session', role })
  return { id: account.id, role, account }
}
