import { keyOf } from '../ledger/movementRules.ts'
import { pence, sum } from '../money.ts'
import type { DecisionLine } from '../programme/decision.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { ChangeKind, ChangeLine, ChangeRequest } from './changeRequest.ts'

const betweenYears: readonly ChangeKind[] = ['reprofile', 'slippage', 'acceleration']

/**
 * The lines with which a change reaches the ledger. Authority that moves to another year at its place takes along what was
 * released of it, where less authority would stay behind than is released there; nothing else is ever released by a change.
 */
export const linesToPost = (
  { kind, lines }: Pick<ChangeRequest, 'kind' | 'lines'>,
  balances: readonly BalanceLine[],
): DecisionLine[] => (betweenYears.includes(kind) ? [...lines, ...releasedAlong(lines, balances)] : [...lines])

const releasedAlong = (lines: readonly ChangeLine[], balances: readonly BalanceLine[]): DecisionLine[] => {
  const authority = lines.filter(({ level }) => level === 'authority')
  const standsOn = ({ place, sourceId, nature }: Omit<BalanceLine, 'level'>) =>
    [keyOf(place), sourceId, nature].join(' ')
  return [...Map.groupBy(authority, standsOn).values()].flatMap((each) => {
    const given = each.filter(({ amount }) => amount < 0)
    const along = given.flatMap((line): DecisionLine[] => {
      const at = (level: BalanceLine['level']) =>
        sum(
          balances
            .filter(
              (balance) =>
                balance.level === level && balance.startYear === line.startYear && standsOn(balance) === standsOn(line),
            )
            .map(({ amount }) => amount),
        )
      const excess = Math.min(at('released') - (at('authority') + line.amount), -line.amount)
      return excess > 0 ? [{ ...line, level: 'released', amount: pence(-excess) }] : []
    })
    let left = -sum(along.map(({ amount }) => amount))
    const taken = each
      .filter(({ amount }) => amount > 0)
      .flatMap((line): DecisionLine[] => {
        const share = Math.min(left, line.amount)
        left -= share
        return share > 0 ? [{ ...line, level: 'released', amount: pence(share) }] : []
      })
    return [...along, ...taken]
  })
}
