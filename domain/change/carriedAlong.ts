import { keyOf } from '../ledger/movementRules.ts'
import { pence, sum } from '../money.ts'
import type { DecisionLine } from '../programme/decision.ts'
import type { BalanceLine } from '../programme/facts.ts'

type Cell = Omit<BalanceLine, 'level'>

/** Between which cells of a place money moves: from year to year, or from source to source. */
const groups = {
  years: ({ place, sourceId, nature }: Cell) => [keyOf(place), sourceId, nature].join(' '),
  sources: ({ place, startYear, nature }: Cell) => [keyOf(place), startYear, nature].join(' '),
}

/**
 * What of a lower level goes along with the lines of an upper one, where less of the upper would stay behind in a year and
 * source than stands on it there; no more than moves.
 */
export const carriedAlong = <Lower extends DecisionLine['level']>(
  upper: readonly DecisionLine[],
  level: Lower,
  between: keyof typeof groups,
  balances: readonly BalanceLine[],
): (DecisionLine & { level: Lower })[] =>
  [...Map.groupBy(upper, groups[between]).values()].flatMap((each) => {
    const given = each
      .filter(({ amount }) => amount < 0)
      .flatMap((line) => {
        const there = balanceAt(line, level, balances)
        const stays = balanceAt(line, line.level, balances) + line.amount
        const excess = Math.min(there, there - stays, -line.amount)
        return excess > 0 ? [{ ...line, level, amount: pence(-excess) }] : []
      })
    let left = -sum(given.map(({ amount }) => amount))
    const taken = each
      .filter(({ amount }) => amount > 0)
      .flatMap((line) => {
        const share = Math.min(left, line.amount)
        left -= share
        return share > 0 ? [{ ...line, level, amount: pence(share) }] : []
      })
    return [...given, ...taken]
  })

const balanceAt = (cell: Cell, level: BalanceLine['level'], balances: readonly BalanceLine[]) =>
  sum(
    balances
      .filter(
        (line) =>
          line.level === level && line.startYear === cell.startYear && groups.years(line) === groups.years(cell),
      )
      .map(({ amount }) => amount),
  )
