import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { asksForSignIn, type Credential, listAccountsWithPassword, saveCredential } from '../../../../db/credentials.ts'
import { accounts, boards, organisations, programmes, schemes, themes } from '../../../../db/subjects.ts'
import { addDays, CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { Account, nameAsTyped, RoleAssignment } from '../../../../domain/people/account.ts'
import { isLastingAdministrator, keepAdministrator } from '../../../../domain/people/administrators.ts'
import { changeRoles } from '../../../../domain/people/changeRoles.ts'
import { checkPassword } from '../../../../domain/people/checkPassword.ts'
import type { Acting, Service } from '../../command.ts'
import type { Ports } from '../../ports.ts'
import { keepable } from './passwords.ts'
import { Password } from './signIn.ts'

const said = {
  signInName: Account.shape.signInName,
  title: Account.shape.title,
  organisationId: Id.nullable(),
  assignments: z.array(RoleAssignment.omit({ delegationLimit: true })).max(100),
}

/** A person with their first password, where they get one at once. */
export const NewPerson = z.strictObject({ ...said, password: Password.nullable() })

type PreparedPerson = z.output<typeof NewPerson> & { credential: Credential | null }

export const preparePerson = async (
  given: z.output<typeof NewPerson>,
  { passwordCost }: Ports,
): Promise<PreparedPerson> => {
  if (given.password === null) return { ...given, credential: null }
  checkPassword(given.password, given.signInName)
  return { ...given, credential: await keepable(given.password, passwordCost, true) }
}

export const addPerson: Service<PreparedPerson, Account> = async (change, input, acting) => {
  const { signInName, title, organisationId } = input
  const today = dayInLondon(acting.clock())
  const account: Account = {
    id: acting.newId(),
    revision: 1,
    isRemoved: false,
    signInName,
    title,
    organisationId,
    assignments: changeRoles([], input.assignments, today),
    endedOn: null,
  }
  await checkPerson(change, account)
  await accounts.insert(change, account)
  if (input.credential) await givePassword(change, account, input.credential, today)
  return { subject: { kind: 'account', id: account.id }, transition: 'added', value: account }
}

export const PersonChange = z.strictObject({ id: Id, revision: z.int().min(1), ...said })

/** Throws `own-roles`, `held-before`, `last-administrator` beside what adding somebody throws. */
export const changePerson: Service<z.output<typeof PersonChange>, Account> = async (change, input, acting) => {
  const before = await notStale(change, input)
  const { signInName, title, organisationId } = input
  const assignments = changeRoles(before.assignments, input.assignments, dayInLondon(acting.clock()))
  const after = { ...before, signInName, title, organisationId, assignments, revision: before.revision + 1 }
  return await saveRoles(change, before, after, acting, 'changed')
}

export const PersonEnd = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  /** Their last day, yesterday at the earliest; null lets them back. */
  endedOn: CalendarDay.nullable(),
})

export const endPerson: Service<z.output<typeof PersonEnd>, Account> = async (change, input, acting) => {
  const before = await notStale(change, input)
  const earliest = addDays(dayInLondon(acting.clock()), -1)
  const { endedOn } = input
  if (endedOn !== null && endedOn < earliest) fail('date-order', { earlier: earliest, later: endedOn })
  const after = { ...before, endedOn, revision: before.revision + 1 }
  return await saveRoles(change, before, after, acting, endedOn === null ? 'let back' : 'ended')
}

export const PasswordGift = z.strictObject({ accountId: Id, password: Password })

type PreparedGift = z.output<typeof PasswordGift> & { credential: Credential }

export const preparePassword = async (
  given: z.output<typeof PasswordGift>,
  { passwordCost }: Ports,
): Promise<PreparedGift> => ({
  ...given,
  credential: await keepable(given.password, passwordCost, true),
})

/** A first password, or a new one for somebody who has forgotten theirs; it has to be changed at the next sign-in. */
export const setPassword: Service<PreparedGift, Account> = async (change, input, acting) => {
  const account = await accounts.get(change.tx, input.accountId)
  if (acting.account?.id === account.id) fail('not-permitted', { operation: 'people.setPassword', role: acting.role })
  checkPassword(input.password, account.signInName)
  await givePassword(change, account, input.credential, dayInLondon(acting.clock()))
  return { subject: { kind: 'account', id: account.id }, transition: 'password set', value: account }
}

/** Sign-in begins with the first password: it has to be that of somebody who can let the others in. */
const givePassword = async (
  { tx }: Change,
  account: Account,
  credential: Credential,
  today: CalendarDay,
): Promise<void> => {
  const [programme] = await programmes.list(tx)
  if (programme?.isSample) fail('wrong-status', { is: 'a demonstration', needs: 'a programme of your own' })
  if (!(await asksForSignIn(tx)) && !isLastingAdministrator(account, today)) fail('administrator-first', {})
  await saveCredential(tx, account.id, credential)
}

const saveRoles = async (change: Change, before: Account, after: Account, acting: Acting, transition: string) => {
  const rolesOf = ({ assignments, endedOn }: Account) => canonicalJson({ assignments, endedOn })
  if (acting.account?.id === after.id && rolesOf(before) !== rolesOf(after)) fail('own-roles', {})
  await checkPerson(change, after)
  const all = await accounts.list(change.tx)
  const then = all.map((each) => (each.id === after.id ? after : each))
  keepAdministrator(all, then, await listAccountsWithPassword(change.tx), dayInLondon(acting.clock()))
  await accounts.save(change, after)
  return { subject: { kind: 'account', id: after.id }, transition, value: after }
}

const notStale = async ({ tx }: Change, { id, revision }: { id: Id; revision: number }): Promise<Account> => {
  const before = await accounts.get(tx, id)
  return before.revision === revision ? before : fail('stale', { entity: 'account', id })
}

/** What has to hold of a person who is saved: `name-taken`, and `not-found` for what their roles are about. */
const checkPerson = async ({ tx }: Change, saved: Account): Promise<void> => {
  const { id, signInName, organisationId, assignments } = saved
  const taken = (await accounts.list(tx)).some(
    (each) => each.id !== id && nameAsTyped(each.signInName) === nameAsTyped(signInName),
  )
  if (taken) fail('name-taken', { entity: 'account', name: signInName })
  if (organisationId !== null) await organisations.get(tx, organisationId)
  for (const { scope } of assignments) {
    if (scope.id === null) continue
    await { theme: themes, scheme: schemes, board: boards, programme: programmes }[scope.kind].get(tx, scope.id)
  }
}
