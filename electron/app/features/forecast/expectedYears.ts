import { forecastVersions } from '../../../../db/queries/forecastVersions.ts'
import type { Reading } from '../../../../db/schema.ts'
import { monitoring } from '../../../../domain/forecast/monitoring.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ExpectedYear } from '../../../../reports/spend/expected.ts'
import { ledgerOfSchemes } from './ledgerOfSchemes.ts'

/** What every year with money or a forecast comes to at each place, as the monitoring of that year has it. */
export const expectedYears = async (facts: ProgrammeFacts, db: Reading): Promise<ExpectedYear[]> => {
  const latest = await forecastVersions(db, 'latest-submitted')
  const forecast = [...latest.values()].flatMap(({ lines }) => lines)
  const years = [...new Set([...facts.balances, ...forecast].map(({ startYear }) => startYear))]
  const ledgerOf = await ledgerOfSchemes(db, years)
  return years.flatMap((startYear) =>
    monitoring(facts, { startYear, through: 0, forecasts: { latest, first: new Map() }, ledgerOf }).map(
      ({ place, outturn, split }) => ({ place, startYear, outturn, split }),
    ),
  )
}
