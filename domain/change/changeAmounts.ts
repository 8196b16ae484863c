import type { Place } from '../ledger/entry.ts'
import { keyOf } from '../ledger/movementRules.ts'
import { type Pence, pence } from '../money.ts'
import type { ChangeLine } from './changeRequest.ts'

type Line = Pick<ChangeLine, 'level' | 'place' | 'amount'>

/** What a change moves, in pence: the most that any one level gives or takes. What it gives it takes elsewhere, and counts once. */
export const changeAmount = (lines: readonly Line[]): Pence => {
  const sizes = [...Map.groupBy(lines, ({ level }) => level).values()].map((each) =>
    Math.max(total(each, 1), total(each, -1)),
  )
  return pence(Math.max(0, ...sizes))
}

/** What a change moves at each place that it is about. */
export const amountsByPlace = (lines: readonly Line[]): { place: Place; amount: Pence }[] =>
  [...Map.groupBy(linesItIsAbout(lines), ({ place }) => keyOf(place)).values()].flatMap((each) =>
    each[0] ? [{ place: each[0].place, amount: changeAmount(each) }] : [],
  )

/**
 * Where the plan moves, and whatever else moves on a scheme. Funding and authority on a theme or the programme follow it, as
 * long as no more of them moves than it does: a little plan does not hide where much else goes.
 */
export const linesItIsAbout = <L extends Line>(lines: readonly L[]): L[] => {
  const near = lines.filter(({ level, place }) => level === 'plan' || place.kind === 'scheme')
  return changeAmount(near) < changeAmount(lines) ? [...lines] : near
}

const total = (lines: readonly Line[], sign: 1 | -1): number =>
  lines.reduce((size, { amount }) => size + Math.max(0, amount * sign), 0)
