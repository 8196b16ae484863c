import { listNames } from '../../../db/queries/names.ts'
import { balanceLines } from '../../../db/queries/programmeFacts.ts'
import type { Reading, Tx } from '../../../db/schema.ts'
import { fundingSources, periodStatuses, programmes, themeMemberships, yearStatuses } from '../../../db/subjects.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { LedgerContext } from '../../../domain/ledger/movementRules.ts'

/** What the rules of the ledger need to know before a movement is posted: balances, places, sources, years and periods of now. */
export const ledgerContext = async (db: Reading | Tx, day: CalendarDay): Promise<LedgerContext> => ({
  balances: await balanceLines(db),
  programmes: await programmes.list(db),
  themes: await listNames(db, 'theme'),
  schemes: await listNames(db, 'scheme'),
  memberships: await themeMemberships.list(db),
  sources: await fundingSources.list(db),
  years: await yearStatuses.list(db),
  periods: await periodStatuses.list(db),
  day,
})
