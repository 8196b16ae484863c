import type { Id } from '../id.ts'
import { type Pence, pence, splitByWeights, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'

/**
 * What a year comes to by source: what is spent stays with its source, and what is still expected goes to the sources in
 * proportion to what is left of their plan, or to their plan where nothing is left. What no plan pays for states no source.
 */
export const outturnBySource = (ofYear: readonly BalanceLine[], outturn: Pence): Map<Id | null, Pence> => {
  const at = (level: BalanceLine['level']): Map<Id | null, Pence> =>
    new Map(
      [
        ...Map.groupBy(
          ofYear.filter((line) => line.level === level),
          ({ sourceId }) => sourceId,
        ),
      ].map(([sourceId, lines]) => [sourceId, sum(lines.map(({ amount }) => amount))]),
    )
  const [planned, spent] = [at('plan'), at('actual')]
  const expected = pence(outturn - sum(spent.values()))
  const sources = [...planned.keys()]
  const left = sources.map((source) => Math.max(0, (planned.get(source) ?? 0) - (spent.get(source) ?? 0)))
  const whole = sources.map((source) => Math.max(0, planned.get(source) ?? 0))
  const weights = [left, whole].find((each) => each.some((weight) => weight > 0))
  const shares = new Map<Id | null, Pence>(
    weights
      ? splitByWeights(expected, weights).map((share, index) => [sources[index] ?? null, share])
      : [[null, expected]],
  )
  const known = new Set([...sources, ...spent.keys(), ...(weights || expected === 0 ? [] : [null])])
  return new Map([...known].map((source) => [source, pence((spent.get(source) ?? 0) + (shares.get(source) ?? 0))]))
}
