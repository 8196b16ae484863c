import { accountTitles } from '../../../../db/queries/accountTitles.ts'
import { forecastVersions } from '../../../../db/queries/forecastVersions.ts'
import type { Reading } from '../../../../db/schema.ts'
import { forecasts } from '../../../../db/subjects.ts'
import type { StartYear } from '../../../../domain/financialYear.ts'
import { biasOf, comparisonsOf, outturnAtPastRate } from '../../../../domain/forecast/bias.ts'
import { forecastYear } from '../../../../domain/forecast/forecastYear.ts'
import type { Id } from '../../../../domain/id.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { ledgerOfSchemes } from './ledgerOfSchemes.ts'

/** How earlier forecasts compare with what came, by scheme and by who submitted them; of one scheme, or of all. */
export const biasScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  { startYear, schemeId }: { startYear: StartYear; schemeId: Id | null },
) => {
  const having = { status: 'submitted' as const, ...(schemeId === null ? {} : { schemeId }) }
  const versions = await forecasts.list(db, having)
  const ids = schemeId === null ? null : [schemeId]
  const years = new Set([startYear, ...versions.flatMap(({ lines }) => lines.map((line) => line.startYear))])
  const ledgerOf = await ledgerOfSchemes(db, [...years], ids)
  const comparisons = comparisonsOf(versions, ledgerOf)
  const latest = await forecastVersions(db, 'latest-submitted', ids)
  const titles = await accountTitles(db)
  const byScheme = Map.groupBy(comparisons, (each) => each.schemeId)
  return {
    asAt: facts.asAt,
    startYear,
    overall: biasOf(comparisons),
    schemes: facts.schemes
      .filter(({ id }) => latest.has(id))
      .map(({ id, name, schemeLead }) => {
        const bias = biasOf(byScheme.get(id) ?? [])
        const year = forecastYear(latest.get(id)?.lines ?? [], ledgerOf(id, startYear))
        return { id, name, schemeLead, bias, outturn: year.outturn, atPastRate: outturnAtPastRate(year, bias) }
      }),
    people: [...Map.groupBy(comparisons, (each) => each.submittedBy)].map(([actor, own]) => ({
      title: titleOf(titles, actor),
      bias: biasOf(own),
    })),
    versions: versions
      .filter((each) => schemeId !== null && each.schemeId === schemeId)
      .reverse()
      .map(({ version, submittedOn, submittedBy, note, lines }) => ({
        version,
        submittedOn,
        submittedBy: titleOf(titles, submittedBy ?? ''),
        note,
        outturns: [...new Set(lines.map((line) => line.startYear))].map((year) => ({
          startYear: year,
          outturn: forecastYear(lines, ledgerOf(schemeId as Id, year)).outturn,
        })),
      })),
  }
}
