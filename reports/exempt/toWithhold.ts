import type { ReportAmounts } from './amountsOfReport.ts'
import { fewestThatHit } from './fewestThatHit.ts'
import type { Relations } from './relations.ts'
import { workedOut } from './workedOut.ts'

/**
 * Choosing anew for what each choice brings to light ends long before; then all that gives something away is withheld.
 */
const MOST_ROUNDS = 100

/**
 * The numbers of the shown amounts that must be withheld so that no exempt amount can be worked out: the fewest sums
 * where sums are enough, otherwise other amounts too.
 */
export const toWithhold = ({ all }: ReportAmounts, { equations, parts }: Relations): Set<number> => {
  const hidden = new Set([...all.keys()].filter((at) => all[at]?.exempt !== null))
  let withheld = new Set<number>()
  const sets: number[][] = []
  for (let round = 0; ; round += 1) {
    const isUnknown = (at: number) => hidden.has(at) || withheld.has(at)
    const given = [...workedOut(equations, isUnknown)].filter(([at]) => hidden.has(at) && all[at]?.amount !== null)
    const ways = given.flatMap(([at, equation]) => {
      const shown = [...equation.keys()].filter((each) => each !== at && all[each]?.amount !== null)
      return shown.length === 0 ? [] : [candidatesOf(shown, parts, isUnknown)]
    })
    if (ways.length === 0) return withheld
    sets.push(...ways)
    withheld = round < MOST_ROUNDS ? new Set(fewestThatHit(sets)) : new Set([...withheld, ...ways.flat()])
  }
}

/** The sums that hold something unknown; where an amount is given away without one, all that gives it away. */
const candidatesOf = (
  shown: readonly number[],
  parts: ReadonlyMap<number, readonly number[]>,
  isUnknown: (at: number) => boolean,
): number[] => {
  const known = new Map<number, boolean>()
  const holdsUnknown = (at: number): boolean => {
    const found = known.get(at)
    if (found !== undefined) return found
    // Sums that go round in a circle hold nothing unknown by themselves.
    known.set(at, false)
    const holds = (parts.get(at) ?? []).some((part) => isUnknown(part) || holdsUnknown(part))
    known.set(at, holds)
    return holds
  }
  const sums = shown.filter(holdsUnknown)
  return sums.length > 0 ? sums : [...shown]
}
