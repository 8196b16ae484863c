import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Nature, Place } from '../ledger/entry.ts'
import { keyOf, type LedgerContext, pathsUp } from '../ledger/movementRules.ts'
import { type Pence, pence } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { ChangeLine } from './changeRequest.ts'

/** One end of a move: where, in which year, paid from what. */
export interface MoveEnd {
  place: Place
  startYear: StartYear
  sourceId: Id | null
}

/** An amount that leaves one end and comes to the other; money that is new, or that goes, has only one. Pence, above nought. */
export interface Move {
  from: MoveEnd | null
  to: MoveEnd | null
  amount: Pence
  nature: Nature
  /** Whether authority to spend goes along. */
  withAuthority: boolean
}

/**
 * The lines of a move at every level: the plan of a scheme, or of a theme or the programme that has some of its own, the allocation and, where asked for, the authority at
 * the nearest place above that has some, so that spend carries its funding (R18). Lines that take and give the same at one
 * place cancel out.
 */
export const linesOfMove = (
  { from, to, amount, nature, withAuthority }: Move,
  context: Pick<LedgerContext, 'balances' | 'programmes' | 'memberships' | 'day'>,
): ChangeLine[] => {
  const above = pathsUp(context)
  const standing = (level: BalanceLine['level'], place: Place): Place | undefined =>
    above(place).find((each) =>
      context.balances.some((line) => line.level === level && keyOf(line.place) === keyOf(each)),
    )
  const planStandsOn = (place: Place) =>
    context.balances.some((line) => line.level === 'plan' && keyOf(line.place) === keyOf(place))
  const root = (place: Place) => above(place).at(-1) ?? place

  const at = (end: MoveEnd, sign: 1 | -1): ChangeLine[] => {
    const { place, startYear, sourceId } = end
    const line = (level: ChangeLine['level'], where: Place, source: Id | null): ChangeLine => ({
      level,
      place: where,
      startYear,
      sourceId: source,
      nature,
      amount: pence(sign * amount),
    })
    const authorityAt = withAuthority ? standing('authority', place) : undefined
    const isPlanned = place.kind === 'scheme' || planStandsOn(place)
    return [
      ...(isPlanned ? [line('plan', place, statedAt(context.balances, 'plan', place, sourceId))] : []),
      line('allocation', standing('allocation', place) ?? root(place), sourceId),
      ...(authorityAt
        ? [line('authority', authorityAt, statedAt(context.balances, 'authority', authorityAt, sourceId))]
        : []),
    ]
  }
  return joined([...(from ? at(from, -1) : []), ...(to ? at(to, 1) : [])])
}

/** A level whose lines state no source at a place goes on stating none there. */
const statedAt = (
  balances: readonly BalanceLine[],
  level: BalanceLine['level'],
  place: Place,
  sourceId: Id | null,
): Id | null => {
  const here = balances.filter((line) => line.level === level && keyOf(line.place) === keyOf(place))
  return here.length > 0 && here.every((line) => line.sourceId === null) ? null : sourceId
}

/** Lines on the same cell of the ledger as one, those that come to nothing left out. */
export const joined = (lines: readonly ChangeLine[]): ChangeLine[] => {
  const cells = Map.groupBy(lines, ({ level, place, startYear, sourceId, nature }) =>
    [level, keyOf(place), startYear, sourceId, nature].join(' '),
  )
  return [...cells.values()].flatMap((each) => {
    const amount = pence(each.reduce((total, line) => total + line.amount, 0))
    return each[0] && amount !== 0 ? [{ ...each[0], amount }] : []
  })
}
