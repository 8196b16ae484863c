import { forgetSignInFailures, saveCredential } from '../../../../db/credentials.ts'
import { accounts } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { type Account, nameAsTyped } from '../../../../domain/people/account.ts'
import { RECOVERY } from '../../../../domain/people/actorTitle.ts'
import { isLastingAdministrator } from '../../../../domain/people/administrators.ts'
import { checkPassword } from '../../../../domain/people/checkPassword.ts'
import { runCommand } from '../../command.ts'
import type { State } from '../../state.ts'
import { keepable } from './passwords.ts'
import { digestOf } from './signInAttempts.ts'

/**
 * Gives an administrator a new password from outside the running program: whoever has the file may. It is an event by the
 * actor *recovery*, so that nobody does it unseen. Throws `not-found`, `administrator-first` for somebody who is none, and `weak-password`.
 */
export const recoverPassword = async (
  state: State,
  signInName: string,
  ask: () => Promise<string>,
): Promise<Account> => {
  const file = state.file()
  if (file.isReadOnly) fail('read-only', { file: file.path })
  const people = await file.read((db) => accounts.list(db))
  const account =
    people.find((each) => nameAsTyped(each.signInName) === nameAsTyped(signInName)) ??
    fail('not-found', { entity: 'account', id: signInName })
  if (!isLastingAdministrator(account, dayInLondon(state.ports.clock()))) fail('administrator-first', {})
  const password = await ask()
  checkPassword(password, account.signInName)
  const credential = await keepable(password, state.ports.passwordCost, false)
  const acting = state.acting({ id: RECOVERY, role: 'administrator', account: null })
  await runCommand(
    acting,
    'people.recoverPassword',
    async (change) => {
      await saveCredential(change.tx, account.id, credential)
      await forgetSignInFailures(change.tx, digestOf(account.signInName))
      return { subject: { kind: 'account', id: account.id }, transition: 'password recovered', value: null }
    },
    null,
  )
  return account
}
