import { z } from 'zod'
import { curveEntries } from '../../../db/queries/curveEntries.ts'
import type { Reading } from '../../../db/schema.ts'
import { StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { cellsOf } from '../../../domain/portfolio/cell.ts'
import { fundingMix } from '../../../domain/portfolio/fundingMix.ts'
import { spendCurve } from '../../../domain/portfolio/spendCurve.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { themeOf } from '../../../domain/programme/themeMembership.ts'

/** The places whose own money counts: themes and schemes, or null for the whole programme. */
export const ChartsInput = z.strictObject({
  from: StartYear,
  to: StartYear,
  placeIds: z.array(Id).max(100_000).nullable(),
})

/** What the charts of the portfolio are drawn from: the levels together, what pays for each year, and how spend builds up. */
export const portfolioCharts = async (facts: ProgrammeFacts, db: Reading, input: z.infer<typeof ChartsInput>) => {
  const { from, to, placeIds } = input
  const years = { from, to }
  const chosen = placeIds && new Set(placeIds)
  const own = chosen ? facts.balances.filter(({ place }) => chosen.has(place.id)) : facts.balances
  const inYears = (year: StartYear) => from <= year && year <= to
  const hasSpend = own.some(({ level, startYear }) => level === 'actual' && inYears(startYear))
  return {
    levels: cellsOf({ own, all: own, above: chosen ? aboveOf(facts, chosen) : [] }, inYears),
    mix: fundingMix(own, facts.sources, years),
    curve: hasSpend
      ? spendCurve(await curveEntries(db, years, placeIds), {
          years,
          today: facts.asAt.day,
          closedYears: facts.years.filter(({ status }) => status === 'closed').map(({ startYear }) => startYear),
        })
      : null,
  }
}

/** The money of the programme, and of the themes of chosen schemes, that is not itself among the chosen. */
function aboveOf(facts: ProgrammeFacts, chosen: ReadonlySet<Id>) {
  const memberships = Map.groupBy(facts.memberships, ({ schemeId }) => schemeId)
  const themeIds = new Set([...chosen].map((id) => themeOf(memberships.get(id) ?? [], id, facts.asAt.day)))
  const isAbove = (id: Id) => themeIds.has(id) && !chosen.has(id)
  return [
    { kind: 'at-theme' as const, own: facts.balances.filter(({ place }) => isAbove(place.id)) },
    { kind: 'at-programme' as const, own: facts.balances.filter(({ place }) => place.id === facts.programme.id) },
  ]
}
