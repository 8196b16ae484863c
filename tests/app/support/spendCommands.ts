import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { ledgerCsv, ledgerMapping } from './ledgerExtract.ts'
import { changed, type ProgrammeApp } from './programmeApp.ts'

const roles: Role[] = ['finance_officer']

/** An extract with one credit, which needs no authority, looked at by the session of the tests. */
const lookedAt = async ({ app, as }: ProgrammeApp): Promise<{ id: Id; controlTotal: number }> => {
  const body = ledgerCsv([['V1', 'Portal', '01/08/2020', 'Acme Ltd', '', '-10.00']])
  const request = new Request('http://bcf.test/extracts/add', {
    method: 'POST',
    headers: { 'x-bcf-file': encodeURIComponent(JSON.stringify({ name: 'p5.csv' })) },
    body,
  })
  const answer = await app.fetch(request, { session: 'test', role: 'finance_officer' })
  const { value } = (await answer.json()) as { value: { id: Id } }
  await as('finance_officer').spend.try.mutate({ id: value.id, mapping: ledgerMapping, corrections: [] })
  return { id: value.id, controlTotal: -10_00 }
}

/** The commands on spend, each with an input that is accepted. */
export const spendCommands = {
  'spend.bringIn': { roles, transition: 'brought in', input: lookedAt },
  'spend.takeBack': {
    roles,
    transition: 'brought in → taken back',
    input: async (app: ProgrammeApp) => {
      const given = await lookedAt(app)
      const { value } = await app.as('finance_officer').spend.bringIn.mutate(given as never)
      return { id: value.id, revision: 1, reason: 'Wrong month' }
    },
  },
  'spend.keepMapping': {
    roles,
    transition: 'kept',
    input: () => ({ name: 'Main ledger', mapping: ledgerMapping }),
  },
  'spend.removeMapping': {
    roles,
    transition: 'removed',
    input: async ({ as }: ProgrammeApp) => {
      const given = { name: 'Main ledger', mapping: ledgerMapping }
      const { id } = changed(await as('finance_officer').spend.keepMapping.mutate(given))
      return { id, revision: 1 }
    },
  },
}
