import { fail } from '../errors.ts'
import { keyOf, nameOf } from '../ledger/movementRules.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { ChangeFacts } from './changeFacts.ts'
import type { ChangeLine } from './changeRequest.ts'

/**
 * Money is taken only from where there is some. Throws `over-plan` where a year's plan of a place would fall below nought,
 * and `over-source` where what a source is allocated there through a year would; what was below before gets no lower.
 */
export const checkCovered = (lines: readonly ChangeLine[], facts: ChangeFacts): void => {
  checkPlan(lines, facts)
  checkSources(lines, facts)
}

const checkPlan = (lines: readonly ChangeLine[], facts: ChangeFacts): void => {
  const cellOf = ({ place, startYear }: Omit<BalanceLine, 'level'>) => `${keyOf(place)} ${startYear}`
  const before = Map.groupBy(facts.balances.filter(isPlan), cellOf)
  for (const [cell, each] of Map.groupBy(lines.filter(isPlan), cellOf)) {
    const [line] = each
    const [available, taken] = [amountOf(before.get(cell) ?? []), pence(-amountOf(each))]
    if (!line || taken <= 0 || taken <= available) continue
    fail('over-plan', { place: nameOf(line.place, facts), year: line.startYear, requested: taken, available })
  }
}

const checkSources = (lines: readonly ChangeLine[], facts: ChangeFacts): void => {
  const potOf = ({ place, sourceId }: Omit<BalanceLine, 'level'>) => `${keyOf(place)} ${sourceId}`
  const moved = lines.filter(({ level, sourceId }) => level === 'allocation' && sourceId !== null)
  for (const each of Map.groupBy(moved, potOf).values()) {
    const [first] = each
    if (!first) continue
    const { place, sourceId } = first
    // What states no source may be of any.
    const before = facts.balances.filter(
      (line) =>
        line.level === 'allocation' &&
        keyOf(line.place) === keyOf(place) &&
        (line.sourceId === sourceId || line.sourceId === null),
    )
    for (const year of new Set([...before, ...each].map(({ startYear }) => startYear).sort((a, b) => a - b))) {
      const through = (of: readonly BalanceLine[]) => amountOf(of.filter(({ startYear }) => startYear <= year))
      const [available, taken] = [through(before), pence(-through(each))]
      if (taken <= 0 || taken <= available) continue
      const source = facts.sources.find(({ id }) => id === sourceId)?.name ?? ''
      fail('over-source', { source, year, requested: taken, available })
    }
  }
}

const isPlan = ({ level }: Pick<BalanceLine, 'level'>): boolean => level === 'plan'

const amountOf = (lines: readonly { amount: Pence }[]): Pence => sum(lines.map(({ amount }) => amount))
