import { z } from 'zod'
import { asksForSignIn, findCredential, saveCredential } from '../../../../db/credentials.ts'
import { accounts } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { type Account, nameAsTyped } from '../../../../domain/people/account.ts'
import { checkPassword } from '../../../../domain/people/checkPassword.ts'
import { rolesHeld } from '../../../../domain/people/rolesHeld.ts'
import { Role } from '../../../../domain/roles.ts'
import { runCommand } from '../../command.ts'
import type { Context } from '../../operation.ts'
import { emptySeat } from '../../seats.ts'
import type { State } from '../../state.ts'
import { momentOf, rolesOf, whoActs, whoSits } from '../../whoActs.ts'
import { isPassword, keepable } from './passwords.ts'
import { attemptInTurn, forgetFailures, noteFailure, refuseTooSoon } from './signInAttempts.ts'

/** Longer ones would be work for the one who calculates. */
export const Password = z.string().min(1).max(500)

export const SignIn = z.strictObject({ signInName: z.string().trim().min(1).max(60), password: Password })

/**
 * Lets a person in, or back in where the session has locked itself. Throws `sign-in-refused`, the same and as slowly for a
 * name that nobody has, and `sign-in-wait` after several of those.
 */
export const signIn = async ({ state, session, seat }: Context, given: z.infer<typeof SignIn>) =>
  await attemptInTurn(state, async () => {
    const found = await state.file().read(async (db) => {
      const account = (await accounts.list(db)).find((each) => isNamed(each, given.signInName))
      const credential = account && (await findCredential(db, account.id))
      return { asks: await asksForSignIn(db), account, credential }
    })
    if (!found.asks) return fail('sign-in-refused', {})
    await refuseTooSoon(state, given.signInName)
    const held = found.account ? rolesHeld(found.account, dayInLondon(state.ports.clock())) : []
    const mayEnter = held.length > 0
    const isRight = await isPassword(given.password, mayEnter ? found.credential : undefined, state.ports.passwordCost)
    // A chair does all that a member does, and confirms as well.
    const [first] = held.filter((role) => role !== 'board_member' || !held.includes('board_chair'))
    if (!isRight || !found.account || !found.credential || !first) {
      await noteFailure(state, given.signInName)
      return fail('sign-in-refused', {})
    }
    await forgetFailures(state, given.signInName)
    const isBack = seat.accountId === found.account.id && held.includes(seat.role)
    const role = isBack ? seat.role : first
    takeSeat(state, session, found.account, role, found.credential.hash)
    return { accountId: found.account.id, role, mustChange: found.credential.mustChange }
  })

/** Seats a person who has proven who they are. */
export const takeSeat = (state: State, session: string, account: Account, role: Role, hash: string): void => {
  const signedIn = { roles: rolesOf(account), hash, lastAct: momentOf(state) }
  state.seats.take(session, { role, accountId: account.id, signedIn })
}

export const signOut = ({ state, session }: Context): void => {
  state.seats.take(session, emptySeat)
}

export const ActAs = z.strictObject({ accountId: Id.nullable(), role: Role })

/**
 * Takes on a role: one's own where people sign in, and otherwise any, alone or as a person who holds it. Throws
 * `sign-in-needed` and `not-permitted`.
 */
export const actAs = async (
  { state, session, seat, caller }: Context,
  { accountId, role }: z.infer<typeof ActAs>,
): Promise<{ role: Role }> => {
  const { asksForSignIn: asks } = await whoSits(state, seat)
  if (asks) {
    const { account } = await whoActs(state, caller, seat)
    if (account === null || account.id !== accountId) fail('sign-in-needed', { why: 'signed-out' })
  }
  if (accountId !== null) await refuseNotHeld(state, accountId, role)
  state.seats.take(session, asks ? { ...seat, role } : { role, accountId, signedIn: null })
  return { role }
}

const refuseNotHeld = async (state: State, accountId: Id, role: Role): Promise<void> => {
  const account = await state.file().read((db) => accounts.find(db, accountId))
  const held = account ? rolesHeld(account, dayInLondon(state.ports.clock())) : []
  if (!held.includes(role)) fail('not-permitted', { operation: 'session.actAs', role })
}

export const PasswordChange = z.strictObject({ old: Password, password: Password })

/** One's own password, proven by the old one; the session goes on. Throws `wrong-password`, `weak-password`, `sign-in-wait`. */
export const changePassword = async (
  { state, seat, session, person: account }: Context & { person: Account },
  given: z.infer<typeof PasswordChange>,
): Promise<void> => {
  checkPassword(given.password, account.signInName)
  if (given.password === given.old) fail('weak-password', { why: 'same' })
  await attemptInTurn(state, async () => {
    await refuseTooSoon(state, account.signInName)
    const credential = await state.file().read((db) => findCredential(db, account.id))
    if (!(await isPassword(given.old, credential, state.ports.passwordCost))) {
      await noteFailure(state, account.signInName)
      fail('wrong-password', {})
    }
    await forgetFailures(state, account.signInName)
  })
  const kept = await keepable(given.password, state.ports.passwordCost, false)
  const acting = state.acting({ id: account.id, role: seat.role, account })
  await runCommand(
    acting,
    'session.changePassword',
    async (change) => {
      await saveCredential(change.tx, account.id, kept)
      return { subject: { kind: 'account', id: account.id }, transition: 'own password changed', value: null }
    },
    null,
  )
  takeSeat(state, session, account, seat.role, kept.hash)
}

const isNamed = (account: Account, signInName: string): boolean =>
  nameAsTyped(account.signInName) === nameAsTyped(signInName)
