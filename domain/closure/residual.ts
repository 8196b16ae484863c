import type { Id } from '../id.ts'
import type { Nature } from '../ledger/entry.ts'
import { type Pence, pence, sum, ZERO } from '../money.ts'
import type { DecisionLine } from '../programme/decision.ts'
import type { BalanceLine } from '../programme/facts.ts'

/** What stands on a scheme beyond what was spent: the lines that take it away, and the orders that are outstanding. */
export interface Residual {
  allocation: Pence
  authority: Pence
  released: Pence
  commitment: Pence
  /** Released, authority and allocation lines with negative amounts. */
  lines: DecisionLine[]
}

type ResidualLevel = Exclude<DecisionLine['level'], 'plan'>

const levels: readonly ResidualLevel[] = ['released', 'authority', 'allocation']
const natures: readonly Nature[] = ['capital', 'revenue']

/**
 * R32: what is left on a scheme when it ends. Each level comes down to what was spent, capital and revenue apart: what a
 * year and a source hold beyond their own spend goes first, the latest year before the earlier ones.
 */
export const residual = (balances: readonly BalanceLine[], schemeId: Id): Residual => {
  const own = balances.filter(({ place }) => place.kind === 'scheme' && place.id === schemeId)
  const lines = levels.flatMap((level) => natures.flatMap((nature) => leftAt(own, level, nature)))
  const of = (level: ResidualLevel) => {
    const amount = sum(lines.filter((line) => line.level === level).map((line) => line.amount))
    return amount === 0 ? ZERO : pence(-amount)
  }
  return {
    allocation: of('allocation'),
    authority: of('authority'),
    released: of('released'),
    commitment: sum(own.filter(({ level }) => level === 'commitment').map(({ amount }) => amount)),
    lines,
  }
}

export const isNothing = ({ lines, commitment }: Residual): boolean => lines.length === 0 && commitment === 0

const leftAt = (own: readonly BalanceLine[], level: ResidualLevel, nature: Nature): DecisionLine[] => {
  const here = own.filter((line) => line.level === level && line.nature === nature)
  const spent = own.filter((line) => line.level === 'actual' && line.nature === nature)
  let left = sum(here.map(({ amount }) => amount)) - Math.max(sum(spent.map(({ amount }) => amount)), 0)
  if (left <= 0) return []
  const holders = here
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.startYear - a.startYear)
    .map((line) => ({ line, taken: 0 }))
  const spentOf = (line: BalanceLine) =>
    Math.max(sum(spent.filter((each) => isSameCell(each, line)).map(({ amount }) => amount)), 0)
  const take = (roomOf: (holder: { line: BalanceLine; taken: number }) => number) => {
    for (const holder of holders) {
      const amount = Math.min(left, Math.max(roomOf(holder), 0))
      holder.taken += amount
      left -= amount
    }
  }
  take(({ line }) => line.amount - spentOf(line))
  take(({ line, taken }) => line.amount - taken)
  return holders.flatMap(({ line: { place, startYear, sourceId }, taken }): DecisionLine[] =>
    taken === 0 ? [] : [{ level, place, startYear, sourceId, nature, amount: pence(-taken) }],
  )
}

const isSameCell = (one: BalanceLine, other: BalanceLine): boolean =>
  one.startYear === other.startYear && one.sourceId === other.sourceId

/** Where what was allocated goes: out of the capital programme, or back to the programme for other schemes. */
export type AllocationGoes = 'out' | 'to_programme'

/** The lines of the decision that releases a residual. */
export const releaseLines = ({ lines }: Residual, goes: AllocationGoes, programmeId: Id): DecisionLine[] =>
  goes === 'out'
    ? lines
    : [
        ...lines,
        ...lines
          .filter(({ level }) => level === 'allocation')
          .map((line) => ({
            ...line,
            place: { kind: 'programme' as const, id: programmeId },
            amount: pence(-line.amount),
          })),
      ]
