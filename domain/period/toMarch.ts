import type { StartYear } from '../financialYear.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { ActualAtClose, YearEnd } from './yearEnd.ts'

/** All spend up to the end of a year, by year, source and nature: what is kept when the year is closed. */
export const actualsAtClose = (balances: readonly BalanceLine[], startYear: StartYear): ActualAtClose[] => {
  const spent = balances.filter((line) => line.level === 'actual' && line.startYear <= startYear)
  return [...Map.groupBy(spent, keyOf).values()].flatMap((lines): ActualAtClose[] => {
    const [first] = lines
    if (!first) return []
    const { startYear: year, sourceId, nature } = first
    return [{ startYear: year, sourceId, nature, amount: sum(lines.map(({ amount }) => amount)) }]
  })
}

/** R24: `TO MARCH` of a closed year as it was at its close and as the ledger has it, and where the two differ. Pence. */
export interface ToMarch {
  startYear: StartYear
  atClose: Pence
  now: Pence
  /** Empty where they agree. */
  differences: (Omit<ActualAtClose, 'amount'> & { atClose: Pence; now: Pence })[]
}

/** R24 for a closed year: the ledger beside what was kept at its close, by year and source. */
export const toMarch = (
  { startYear, actuals }: Pick<YearEnd, 'startYear' | 'actuals'>,
  balances: readonly BalanceLine[],
): ToMarch => {
  const now = actualsAtClose(balances, startYear)
  const keys = new Map([...actuals, ...now].map((line) => [keyOf(line), line]))
  const amountAt = (lines: readonly ActualAtClose[], key: string): Pence =>
    lines.find((line) => keyOf(line) === key)?.amount ?? pence(0)
  const differences = [...keys].flatMap(([key, { startYear: year, sourceId, nature }]) => {
    const [before, after] = [amountAt(actuals, key), amountAt(now, key)]
    return before === after ? [] : [{ startYear: year, sourceId, nature, atClose: before, now: after }]
  })
  const total = (lines: readonly ActualAtClose[]) => sum(lines.map(({ amount }) => amount))
  return { startYear, atClose: total(actuals), now: total(now), differences }
}

const keyOf = ({ startYear, sourceId, nature }: Omit<ActualAtClose, 'amount'>): string =>
  [startYear, sourceId ?? '', nature].join(' ')
