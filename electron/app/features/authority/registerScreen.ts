import { z } from 'zod'
import { authorityEntries } from '../../../../db/queries/authorityEntries.ts'
import { namesOfRegistered } from '../../../../db/queries/authorityRegister.ts'
import { listCaseFacts } from '../../../../db/queries/caseFacts.ts'
import { listRequests } from '../../../../db/queries/listRequests.ts'
import { balanceLines, momentOfFacts } from '../../../../db/queries/programmeFacts.ts'
import type { Reading } from '../../../../db/schema.ts'
import { accounts, caseStatuses, decisions, programmes, schemes, themes } from '../../../../db/subjects.ts'
import { RequestState } from '../../../../domain/authority/authorityRequest.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { coverage } from '../../../../domain/portfolio/coverage.ts'
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

/** More decisions than anybody looks through in a list; older ones are found by Ctrl+K. */
const MOST_NAMES = 500

/**
 * The screen of authority: what is in force by decision, what is asked for, the ledger of it, and what stands on a case. It
 * reads what it shows and not the facts of the whole programme, which hold every decision.
 */
export const registerScreen = async (db: Reading, input: z.infer<typeof RegisterScreenInput>, day: CalendarDay) => {
  const { beforeEntry, ...wanted } = input
  const { from, to } = input
  const [programme] = await programmes.list(db)
  if (!programme) return fail('no-programme-open', {})
  return {
    asAt: await momentOfFacts(db, day),
    programme,
    themes: inOrder(await themes.list(db)).map(({ id, name }) => ({ id, name })),
    schemes: inOrder(await schemes.list(db)).map(({ id, name, shortName }) => ({ id, name, shortName })),
    coverage: coverage(
      {
        decisions: await decisions.list(db, { status: 'made' }),
        balances: await balanceLines(db),
        cases: await listCaseFacts(db),
        caseStatuses: await caseStatuses.list(db),
      },
      { from, to },
    ),
    register: await authorityRegister(db, wanted, day),
    decisionNames: await namesOfRegistered(db, MOST_NAMES),
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

const inOrder = <Thing extends { sort: number }>(things: Thing[]): Thing[] => things.sort((a, b) => a.sort - b.sort)
