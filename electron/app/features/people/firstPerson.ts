import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { type Credential, saveCredential } from '../../../../db/credentials.ts'
import { accounts } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { Account } from '../../../../domain/people/account.ts'
import { checkPassword } from '../../../../domain/people/checkPassword.ts'
import { Role } from '../../../../domain/roles.ts'
import type { Ports } from '../../ports.ts'
import { keepable } from './passwords.ts'
import { Password } from './signIn.ts'

/** Who makes a programme: its administrator, and what else they do in it. */
export const FirstPerson = z.strictObject({
  title: Account.shape.title,
  signInName: Account.shape.signInName,
  password: Password,
  /** A second role, since nobody gives themselves one later. */
  role: Role.nullable(),
})

export interface FirstAccount {
  account: Account
  /** In which they begin. */
  role: Role
  credential: Credential
}

/** The first account of a programme. Throws `weak-password`. */
export const firstPerson = async (
  { title, signInName, password, role }: z.output<typeof FirstPerson>,
  { clock, newId, passwordCost }: Pick<Ports, 'clock' | 'newId' | 'passwordCost'>,
): Promise<FirstAccount> => {
  checkPassword(password, signInName)
  const roles = [...new Set<Role>(role === null ? ['administrator'] : ['administrator', role])]
  const fromOn = dayInLondon(clock())
  const scope = { kind: 'programme' as const, id: null }
  const account: Account = {
    id: newId(),
    revision: 1,
    isRemoved: false,
    signInName,
    title,
    organisationId: null,
    assignments: roles.map((each) => ({ role: each, scope, fromOn, toOn: null, delegationLimit: null })),
    endedOn: null,
  }
  return { account, role: role ?? 'administrator', credential: await keepable(password, passwordCost, false) }
}

export const keepFirstPerson = async (change: Change, { account, credential }: FirstAccount): Promise<void> => {
  await accounts.insert(change, account)
  await saveCredential(change.tx, account.id, credential)
}
