import { fail } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Nature } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { BusinessCase, CaseCost } from './businessCase.ts'

/** What the case and the ledger's plan say of a year, in pence. The source is null for all sources together. */
export interface TieLine {
  startYear: StartYear
  nature: Nature
  sourceId: Id | null
  inCase: Pence
  inPlan: Pence
  /** The plan less the case. */
  difference: Pence
}

export interface CaseTie {
  /** By year and nature; by source too where both sides state the source of all their money. */
  lines: TieLine[]
  /** What a year costs, and how much of that has a source. */
  years: { startYear: StartYear; cost: Pence; funded: Pence; short: Pence }[]
  ties: boolean
  isFunded: boolean
}

/** Holds a case's costs against the plan of its scheme, in the years in which the case costs something. */
export const tieWithPlan = (
  { schemeId, costs }: Pick<BusinessCase, 'schemeId' | 'costs'>,
  balances: readonly BalanceLine[],
): CaseTie => {
  const stated = costs.filter((line) => line.amount !== 0)
  const years = [...new Set(stated.map((line) => line.startYear))].sort((a, b) => a - b)
  const plan = balances.filter(
    ({ level, place, amount }) => level === 'plan' && place.kind === 'scheme' && place.id === schemeId && amount !== 0,
  )
  const lines = years.flatMap((year) =>
    (['capital', 'revenue'] as const).flatMap((nature) => {
      const isHere = (line: CaseCost | BalanceLine) => line.startYear === year && line.nature === nature
      const [inCase, inPlan] = [stated.filter(isHere), plan.filter(isHere)]
      const sources = new Set([...inCase, ...inPlan].map((line) => line.sourceId))
      const bySource = sources.has(null) ? [null] : [...sources]
      return bySource.map((sourceId) => {
        const isOfSource = (line: CaseCost | BalanceLine) => sourceId === null || line.sourceId === sourceId
        const amounts = { inCase: totalOf(inCase.filter(isOfSource)), inPlan: totalOf(inPlan.filter(isOfSource)) }
        const difference = pence(amounts.inPlan - amounts.inCase)
        return { startYear: year, nature, sourceId, ...amounts, difference }
      })
    }),
  )
  const funding = years.map((startYear) => {
    const ofYear = stated.filter((line) => line.startYear === startYear)
    const [cost, funded] = [totalOf(ofYear), totalOf(ofYear.filter((line) => line.sourceId !== null))]
    return { startYear, cost, funded, short: pence(cost - funded) }
  })
  return {
    lines,
    years: funding,
    ties: lines.every((line) => line.difference === 0),
    isFunded: funding.every((year) => year.short === 0),
  }
}

/** Throws `does-not-tie` with what differs, and `not-funded` where a year has less funding than cost. */
export const checkTie = (
  { lines, years, ties, isFunded }: CaseTie,
  sourceName: (id: Id) => string,
  needsFunding: boolean,
): void => {
  if (!ties) {
    const differences = lines
      .filter((line) => line.difference !== 0)
      .map(({ startYear, nature, sourceId, inCase, inPlan }) => {
        const what = sourceId === null ? nature : `${nature} from ${sourceName(sourceId)}`
        return { startYear, what, inCase, inPlan }
      })
    fail('does-not-tie', { differences })
  }
  if (needsFunding && !isFunded) {
    const short = years.filter((year) => year.short !== 0).map(({ startYear, short }) => ({ startYear, short }))
    fail('not-funded', { years: short })
  }
}

const totalOf = (lines: readonly { amount: Pence }[]): Pence => sum(lines.map((line) => line.amount))
