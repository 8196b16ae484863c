import { forecastVersions } from '../../../../db/queries/forecastVersions.ts'
import type { Reading } from '../../../../db/schema.ts'
import type { StartYear } from '../../../../domain/financialYear.ts'
import { forecastYear } from '../../../../domain/forecast/forecastYear.ts'
import { sum } from '../../../../domain/money.ts'
import { periodsOfYear } from '../../../../domain/period/period.ts'
import { linesByPlace } from '../../../../domain/portfolio/linesByPlace.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { themeOf } from '../../../../domain/programme/themeMembership.ts'
import { ledgerOfSchemes } from './ledgerOfSchemes.ts'

/** What every scheme expects to spend: one year by period, and each of the years as a whole, beside its budget. */
export const forecastScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  { startYear, years }: { startYear: StartYear; years: readonly StartYear[] },
) => {
  const latest = await forecastVersions(db, 'latest')
  const all = [...new Set([startYear, ...years])].sort((a, b) => a - b)
  const ledgerOf = await ledgerOfSchemes(db, all)
  const linesAt = linesByPlace(facts.balances)
  const isClosed = (year: StartYear) => periodsOfYear.every(ledgerOf(facts.programme.id, year).isClosed)
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    startYear,
    years: all.map((year) => ({ startYear: year, isClosed: isClosed(year) })),
    closedPeriods: periodsOfYear.filter(ledgerOf(facts.programme.id, startYear).isClosed),
    themes: facts.themes.map(({ id, name }) => ({ id, name })),
    schemes: facts.schemes
      .filter(({ id, lifecycle }) => lifecycle !== 'unfunded' || linesAt(id).length > 0 || latest.has(id))
      .map(({ id, name, schemeLead }) => {
        const forecast = latest.get(id)
        const lines = forecast?.lines ?? []
        const ofYears = all.map((year) => forecastYear(lines, ledgerOf(id, year)))
        const planned = linesAt(id).filter(({ level }) => level === 'plan')
        return {
          id,
          name,
          schemeLead,
          themeId: themeOf(facts.memberships, id, facts.asAt.day) ?? null,
          forecast: forecast && {
            id: forecast.id,
            revision: forecast.revision,
            version: forecast.version,
            status: forecast.status,
            note: forecast.note,
          },
          periods: ofYears.find((year) => year.startYear === startYear)?.periods ?? [],
          years: ofYears.map(({ startYear: year, basis, outturn, spent }) => ({
            startYear: year,
            basis,
            outturn,
            spent,
            /** As it was entered; what is spent may be more by now. */
            whole: lines.find((line) => line.startYear === year && line.period === 0)?.amount ?? null,
            budget: planned.some((line) => line.startYear === year)
              ? sum(planned.filter((line) => line.startYear === year).map(({ amount }) => amount))
              : null,
          })),
        }
      }),
  }
}
