import { accounts, programmes } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import type { Account, RoleAssignment } from '../../../../domain/people/account.ts'
import { assignmentsOn, rolesHeld } from '../../../../domain/people/rolesHeld.ts'
import { type Role, roleTitles } from '../../../../domain/roles.ts'
import type { Caller } from '../../ports.ts'
import type { Seat } from '../../seats.ts'
import type { State } from '../../state.ts'
import { idleLeft, whoSits } from '../../whoActs.ts'

/** A role that can be taken on here, with what it counts for; null for the whole programme. */
export interface HeldRole {
  role: Role
  title: string
  scopes: RoleAssignment['scope'][]
}

/** A person, or what of them can be seen from outside the door. */
export interface PersonAtDoor {
  id: Account['id']
  title: string
  signInName: string
  held: HeldRole[]
}

/** Whether people sign in, who does, what is still needed of them, and who can be picked where nobody signs in. */
export const doorOf = async (state: State, caller: Caller, seat: Seat) => {
  const sitting = await whoSits(state, seat)
  const needs = caller.accountId === undefined ? sitting.needs : null
  const today = dayInLondon(state.ports.clock())
  const person = sitting.account && personOf(sitting.account, today)
  const locksIn =
    needs === null && seat.signedIn !== null
      ? Math.ceil(Math.max(0, idleLeft(state, seat.signedIn.lastAct)) / A_MINUTE) * A_MINUTE
      : null
  const outside = { asksForSignIn: sitting.asksForSignIn, needs, person, locksIn }
  if (!state.hasFile()) return { ...outside, programme: null, people: [] }
  const { programme, people } = await state.file().read(async (db) => ({
    programme: (await programmes.list(db))[0]?.name ?? null,
    people: sitting.asksForSignIn ? [] : await accounts.list(db),
  }))
  return {
    ...outside,
    programme,
    people: people.map((account) => personOf(account, today)).filter(({ held }) => held.length > 0),
  }
}

/** In whole minutes, so that the frame is not drawn anew at every question. */
const A_MINUTE = 60_000

const personOf = (account: Account, today: ReturnType<typeof dayInLondon>): PersonAtDoor => ({
  id: account.id,
  title: account.title,
  signInName: account.signInName,
  held: rolesHeld(account, today).map((role) => ({
    role,
    title: roleTitles[role],
    scopes: assignmentsOn(account, today).flatMap((each) => (each.role === role ? [each.scope] : [])),
  })),
})
