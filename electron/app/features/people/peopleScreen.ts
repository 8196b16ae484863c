import { asksForSignIn, listAccountsWithPassword } from '../../../../db/credentials.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, boards } from '../../../../db/subjects.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'

/** All people with their roles and whether they have a password, and what a role can be given for. */
export const peopleScreen = async (facts: ProgrammeFacts, db: Reading) => {
  const withPassword = await listAccountsWithPassword(db)
  return {
    asksForSignIn: await asksForSignIn(db),
    isSample: facts.programme.isSample,
    today: facts.asAt.day,
    people: (await accounts.list(db)).map((account) => ({ ...account, hasPassword: withPassword.has(account.id) })),
    organisations: facts.organisations.map(({ id, name }) => ({ id, name })),
    themes: facts.themes.map(({ id, name }) => ({ id, name })),
    schemes: facts.schemes.map(({ id, name }) => ({ id, name })),
    boards: (await boards.list(db)).map(({ id, name }) => ({ id, name })),
  }
}
