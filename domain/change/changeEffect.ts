import { formatYear, type StartYear } from '../financialYear.ts'
import type { Place } from '../ledger/entry.ts'
import { keyOf, nameOf } from '../ledger/movementRules.ts'
import { type Pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { isBorrowing } from '../programme/fundingSource.ts'
import type { ChangeFacts } from './changeFacts.ts'
import type { ChangeLine } from './changeRequest.ts'

/** One level of one place before and after, year by year and together. Pence. */
export interface EffectRow {
  level: ChangeLine['level']
  place: Place
  name: string
  years: { startYear: StartYear; before: Pence; after: Pence }[]
  before: Pence
  after: Pence
}

/** What a change would do: at the places that it touches, and to the programme as a whole. */
export interface ChangeEffect {
  rows: EffectRow[]
  programme: { level: ChangeLine['level']; before: Pence; after: Pence }[]
}

const levels: readonly ChangeLine['level'][] = ['plan', 'allocation', 'authority']

/** Before and after by scheme and year. It changes nothing. */
export const changeEffect = (lines: readonly ChangeLine[], facts: ChangeFacts): ChangeEffect => {
  const rows = levels.flatMap((level) => {
    const moved = lines.filter((line) => line.level === level)
    const places = new Map(moved.map(({ place }) => [keyOf(place), place]))
    return [...places.values()].map((place): EffectRow => {
      const here = (line: BalanceLine) => line.level === level && keyOf(line.place) === keyOf(place)
      const [before, change] = [facts.balances.filter(here), moved.filter(here)]
      const years = [...new Set([...before, ...change].map(({ startYear }) => startYear))].sort((a, b) => a - b)
      const inYear = (of: readonly BalanceLine[], year: StartYear) => of.filter(({ startYear }) => startYear === year)
      return {
        level,
        place,
        name: nameOf(place, facts),
        years: years.map((startYear) => ({
          startYear,
          before: amountOf(inYear(before, startYear)),
          after: amountOf([...inYear(before, startYear), ...inYear(change, startYear)]),
        })),
        before: amountOf(before),
        after: amountOf([...before, ...change]),
      }
    })
  })
  const programme = levels.map((level) => {
    const all = facts.balances.filter((line) => line.level === level)
    return { level, before: amountOf(all), after: amountOf([...all, ...lines.filter((line) => line.level === level)]) }
  })
  return { rows, programme }
}

/** Something to mind that stops nothing. */
export type ChangeWarning =
  | { kind: 'spend-by-passed'; source: string; on: string; year: string }
  | { kind: 'spend-by-over'; source: string; on: string }
  | { kind: 'spend-by-not-recorded'; source: string }
  | { kind: 'below-spent'; place: string; year: string; plan: Pence; spent: Pence }

/** R20 on the sources that get later money, and plan that would fall under what is spent or ordered already. */
export const changeWarnings = (lines: readonly ChangeLine[], facts: ChangeFacts): ChangeWarning[] => {
  const warnings = new Map<string, ChangeWarning>()
  for (const { amount, sourceId, startYear } of lines) {
    const source = facts.sources.find(({ id }) => id === sourceId)
    if (amount <= 0 || !source || isBorrowing(source)) continue
    if (source.spendByOn === null) {
      warnings.set(`none ${source.id}`, { kind: 'spend-by-not-recorded', source: source.name })
    } else if (source.spendByOn < facts.day) {
      warnings.set(`over ${source.id}`, { kind: 'spend-by-over', source: source.name, on: source.spendByOn })
    } else if (source.spendByOn < `${startYear}-04-01`) {
      const year = formatYear(startYear)
      warnings.set(`${source.id} ${year}`, { kind: 'spend-by-passed', source: source.name, on: source.spendByOn, year })
    }
  }
  for (const { place, startYear, level, amount } of lines) {
    if (level !== 'plan' || amount >= 0) continue
    const here = (each: BalanceLine) => keyOf(each.place) === keyOf(place) && each.startYear === startYear
    const plan = amountOf([...facts.balances, ...lines].filter((each) => each.level === 'plan' && here(each)))
    const spent = amountOf(
      facts.balances.filter((each) => (each.level === 'actual' || each.level === 'commitment') && here(each)),
    )
    if (spent > 0 && plan < spent) {
      const year = formatYear(startYear)
      const name = nameOf(place, facts)
      warnings.set(`spent ${name} ${year}`, { kind: 'below-spent', place: name, year, plan, spent })
    }
  }
  return [...warnings.values()]
}

const amountOf = (lines: readonly { amount: Pence }[]): Pence => sum(lines.map(({ amount }) => amount))
