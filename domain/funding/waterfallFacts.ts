import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import { themesOn } from '../programme/themeMembership.ts'
import { authorityAsked } from '../tieOut/ledgerSums.ts'
import type { Need, Pot } from './waterfall.ts'

/** What is paid for: what is planned, or what authority is given and asked for. */
export const needBases = ['plan', 'authority'] as const
export type NeedBasis = (typeof needBases)[number]

/** The money of a programme as the waterfall takes it. */
export interface WaterfallFacts {
  pots: Pot[]
  needs: Record<NeedBasis, Need[]>
  /** Allocated without a source: it pays for nothing here until one is stated. By year. */
  withoutSource: { startYear: StartYear; amount: Pence }[]
}

/** The allocation by source, and the plan and the authority that it has to pay for. Needs with the same pots are added up. */
export const waterfallFacts = (facts: ProgrammeFacts): WaterfallFacts => {
  const allocation = facts.balances.filter(({ level, amount }) => level === 'allocation' && amount !== 0)
  const pots = allocation.flatMap(({ sourceId, place, startYear, nature, amount }): Pot[] =>
    sourceId === null ? [] : [{ placeId: place.id, sourceId, startYear, nature, amount }],
  )
  const withPots = new Set<Id>([...pots.map(({ placeId }) => placeId), facts.programme.id])
  const themes = themesOn(facts.memberships, facts.asAt.day)
  const pathOf = ({ kind, id }: BalanceLine['place']): Id[] =>
    [id, kind === 'scheme' ? themes.get(id) : undefined, facts.programme.id].filter(
      (each, at, all): each is Id => each !== undefined && withPots.has(each) && all.indexOf(each) === at,
    )
  const needsOf = (lines: readonly BalanceLine[]): Need[] => {
    const found = new Map<string, Need>()
    for (const { place, startYear, nature, amount } of lines) {
      const path = pathOf(place)
      const key = `${path[0]} ${startYear} ${nature}`
      const known = found.get(key)
      found.set(key, { path, startYear, nature, amount: pence((known?.amount ?? 0) + amount) })
    }
    return [...found.values()].filter(({ amount }) => amount !== 0)
  }
  const unstated = Map.groupBy(
    allocation.filter(({ sourceId }) => sourceId === null),
    ({ startYear }) => startYear,
  )
  return {
    pots,
    needs: {
      plan: needsOf(facts.balances.filter(({ level }) => level === 'plan')),
      authority: needsOf(authorityAsked(facts)),
    },
    withoutSource: [...unstated]
      .map(([startYear, lines]) => ({ startYear, amount: sum(lines.map(({ amount }) => amount)) }))
      .sort((a, b) => a.startYear - b.startYear),
  }
}
