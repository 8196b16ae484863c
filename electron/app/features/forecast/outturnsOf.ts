import { forecastVersions } from '../../../../db/queries/forecastVersions.ts'
import type { Reading } from '../../../../db/schema.ts'
import { outturnOf } from '../../../../domain/forecast/forecastYear.ts'
import type { YearOutturn } from '../../../../domain/forecast/schemeOutlook.ts'
import type { Id } from '../../../../domain/id.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { ledgerOfSchemes } from './ledgerOfSchemes.ts'

/** What each year of a scheme comes to by the forecast submitted last; a closed year came to what was spent. */
export const outturnsOf = async (facts: ProgrammeFacts, db: Reading, schemeId: Id): Promise<YearOutturn[]> => {
  const lines = (await forecastVersions(db, 'latest-submitted', [schemeId])).get(schemeId)?.lines ?? []
  const spentIn = facts.balances.filter(({ level, place }) => level === 'actual' && place.id === schemeId)
  const years = [...new Set([...lines, ...spentIn].map(({ startYear }) => startYear))]
  const ledgerOf = await ledgerOfSchemes(db, years, [schemeId])
  return years.map((startYear) => ({ startYear, outturn: outturnOf(lines, ledgerOf(schemeId, startYear)) }))
}
