import { asksForSignIn, findCredential } from '../../db/credentials.ts'
import { accounts } from '../../db/subjects.ts'
import { dayInLondon } from '../../domain/calendarDay.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { type Failures, fail } from '../../domain/errors.ts'
import type { Account } from '../../domain/people/account.ts'
import { type Actor, roleAlone } from '../../domain/people/actor.ts'
import { rolesHeld } from '../../domain/people/rolesHeld.ts'
import type { Caller } from './ports.ts'
import type { Seat, SignedIn } from './seats.ts'
import type { State } from './state.ts'

/** A session that did nothing for so long is locked, in milliseconds. */
const IDLE_LOCK = 15 * 60_000

/** Who sits at a session, and what keeps them from acting. */
export interface Sitting {
  /** Whether people sign in to the programme that is open. */
  asksForSignIn: boolean
  account: Account | null
  /** Why nobody may act here now; null where somebody may. */
  needs: Failures['sign-in-needed']['why'] | null
}

/** What of an account ends its sessions when it changes. */
export const rolesOf = ({ assignments, endedOn }: Account): string => canonicalJson({ assignments, endedOn })

export const whoSits = async (state: State, seat: Seat): Promise<Sitting> => {
  if (!state.hasFile()) return { asksForSignIn: false, account: null, needs: null }
  const { accountId, signedIn, role } = seat
  const { asks, account, credential } = await state.file().read(async (db) => ({
    asks: await asksForSignIn(db),
    account: accountId === null ? null : ((await accounts.find(db, accountId)) ?? null),
    credential: accountId === null ? undefined : await findCredential(db, accountId),
  }))
  if (!asks) return { asksForSignIn: false, account, needs: null }
  if (account === null || signedIn === null) return { asksForSignIn: true, account: null, needs: 'signed-out' }
  const isHeld = rolesHeld(account, dayInLondon(state.ports.clock())).includes(role)
  const isChanged = !isHeld || credential?.hash !== signedIn.hash || rolesOf(account) !== signedIn.roles
  const needs = isChanged
    ? 'changed'
    : isIdle(state, signedIn)
      ? 'idle'
      : credential.mustChange
        ? 'first-password'
        : null
  return { asksForSignIn: true, account, needs }
}

/**
 * The person in the role that they act in, with the roles they hold today; a role alone where nobody signs in. Throws
 * `sign-in-needed`, and `not-permitted` for a role that the person does not hold.
 */
export const whoActs = async (state: State, caller: Caller, seat: Seat): Promise<Actor> => {
  const { account, needs } = await whoSits(state, seat)
  const isVouchedFor = caller.accountId !== undefined
  if (needs !== null && !isVouchedFor) return fail('sign-in-needed', { why: needs })
  if (seat.signedIn !== null) seat.signedIn.lastAct = momentOf(state)
  const { accountId, role } = seat
  if (!state.hasFile() || accountId === null) return roleAlone(role)
  const person = account ?? (await state.file().read((db) => accounts.find(db, accountId)))
  const held = person ? rolesHeld(person, dayInLondon(state.ports.clock())) : []
  if (!person || !held.includes(role)) return fail('not-permitted', { operation: 'session', role })
  return { id: person.id, role, account: person }
}

/** The person who has signed in, also one who has to choose a password first. Throws `sign-in-needed`. */
export const whoSignedIn = async (state: State, seat: Seat): Promise<Account> => {
  const { account, needs, asksForSignIn } = await whoSits(state, seat)
  if (!asksForSignIn || account === null) return fail('sign-in-needed', { why: 'signed-out' })
  return needs === null || needs === 'first-password' ? account : fail('sign-in-needed', { why: needs })
}

/** Now, by both clocks: the one that nobody can set stands still while a computer sleeps. */
export const momentOf = ({ ports }: State): SignedIn['lastAct'] => ({
  uptime: ports.uptime(),
  clock: Date.parse(ports.clock()),
})

const isIdle = (state: State, { lastAct }: SignedIn): boolean => idleLeft(state, lastAct) < 0

/** How long a session may still rest before it locks, in milliseconds. */
export const idleLeft = (state: State, lastAct: SignedIn['lastAct']): number => {
  const now = momentOf(state)
  return IDLE_LOCK - Math.max(now.uptime - lastAct.uptime, now.clock - lastAct.clock)
}
