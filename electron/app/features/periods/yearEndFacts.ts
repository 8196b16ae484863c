import { periodEntries } from '../../../../db/queries/periodEntries.ts'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { changeRequests, periodStatuses, underspends, yearEnds } from '../../../../db/subjects.ts'
import type { StartYear } from '../../../../domain/financialYear.ts'
import type { LedgerContext } from '../../../../domain/ledger/movementRules.ts'
import { type YearEndStanding, yearEndOf } from '../../../../domain/period/yearEndOf.ts'

/** The end of a year, worked out of the ledger, its explanations and its requests. */
export const yearEndFacts = async (
  db: Reading | Tx,
  startYear: StartYear,
  context: LedgerContext,
): Promise<YearEndStanding> => {
  const [yearEnd = null] = await yearEnds.list(db, { startYear })
  const periods = await periodStatuses.list(db, { startYear })
  const entries = await periodEntries(db, startYear)
  return yearEndOf(startYear, context, {
    yearEnd,
    explanations: await underspends.list(db, { startYear }),
    requests: yearEnd === null ? [] : await changeRequests.list(db, { origin: { kind: 'year_end', id: yearEnd.id } }),
    askedToReopen: periods.filter(({ reopening }) => reopening !== null).map(({ period }) => period),
    hasEntries: entries.some(({ amount }) => amount !== 0),
  })
}
