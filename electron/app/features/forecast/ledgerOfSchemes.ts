import { spentByPeriod } from '../../../../db/queries/spentByPeriod.ts'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { periodStatuses, yearStatuses } from '../../../../db/subjects.ts'
import type { StartYear } from '../../../../domain/financialYear.ts'
import { ledgerYears } from '../../../../domain/forecast/ledgerYears.ts'
import type { Id } from '../../../../domain/id.ts'

/** What is spent by place, year and period in the years asked for, and what is closed. */
export const ledgerOfSchemes = async (
  db: Reading | Tx,
  years: readonly StartYear[],
  placeIds: readonly Id[] | null = null,
) =>
  ledgerYears(await spentByPeriod(db, years, placeIds), {
    years: await yearStatuses.list(db),
    periods: await periodStatuses.list(db),
  })
