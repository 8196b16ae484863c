import { z } from 'zod'
import { authorityEntries } from '../../../../db/queries/authorityEntries.ts'
import { listRequests } from '../../../../db/queries/listRequests.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts } from '../../../../db/subjects.ts'
import { RequestState } from '../../../../domain/authority/authorityRequest.ts'
import { coverage } from '../../../../domain/portfolio/coverage.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { authorityRegister, RegisterInput } from './register.ts'

export const RegisterScreenInput = RegisterInput.extend({
  /** Entries of the ledger before this one; null for the newest. */
  beforeEntry: z.int().min(1).nullable(),
})

/** More requests than a programme has open at once; older ones are found from their decisions. */
const MOST_REQUESTS = 200

/** What is asked for and not yet in force, or did not come to it. */
const askedFor: readonly RequestState[] = RequestState.options.filter(
  (state) => state !== 'effective' && state !== 'superseded',
)

/** The screen of authority: what is in force by decision, what is asked for, the ledger of it, and what stands on a case. */
export const registerScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  input: z.infer<typeof RegisterScreenInput>,
) => {
  const { beforeEntry, ...wanted } = input
  const { from, to } = input
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    themes: facts.themes.map(({ id, name }) => ({ id, name })),
    schemes: facts.schemes.map(({ id, name, shortName }) => ({ id, name, shortName })),
    coverage: coverage(facts, { from, to }),
    register: await authorityRegister(db, wanted, facts.asAt.day),
    decisionNames: facts.decisions
      .filter(({ lines }) => lines.some(({ level }) => level === 'authority'))
      .map(({ id, reference }) => ({ id, reference })),
    requests: await listRequests(db, { statuses: askedFor, after: null, limit: MOST_REQUESTS }),
    ledger: await authorityEntries(db, { from, to, before: beforeEntry }),
    /** The offices that decide, for a request that is begun here. */
    decisionTakers: [
      ...new Set(
        (await accounts.list(db))
          .filter(({ assignments }) => assignments.some(({ role }) => role === 'decision_taker'))
          .map(({ title }) => title),
      ),
    ],
  }
}
