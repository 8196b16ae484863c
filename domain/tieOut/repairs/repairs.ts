import type { ProgrammeFacts } from '../../programme/facts.ts'
import { discrepanciesOf } from '../discrepancies.ts'
import type { Explained } from '../explaining.ts'
import type { Discrepancy, Explanation, RuleId } from '../finding.ts'
import { rules } from '../rules.ts'
import { candidates } from './candidates.ts'
import { explainRepair, unlikelihood } from './explainRepair.ts'
import { type Repair, repaired } from './repair.ts'

/** The findings that come from one fault, and what it is. */
export interface Repaired {
  repair: Repair
  findings: string[]
  explanation: Explanation
  cause: string
}

interface Tried {
  repair: Repair
  cleared: string[]
}

/** Documents with more faults than these have been read wrongly, or are beyond explaining. */
const MOST_FAULTS = 20

/** Rules that a wrong figure can set off. */
const followed = rules.filter(({ id, isArithmetic }) => isArithmetic || id === 'R34' || id === 'R36')

const limits: ReadonlySet<RuleId> = new Set(['R05', 'R34', 'R36'])

/**
 * Faults that each explain several findings at once: with the one change all of them are gone and none comes. The fault
 * that explains most is taken first. Findings that have one good explanation together already keep it.
 */
export const repairs = (
  facts: ProgrammeFacts,
  all: readonly Discrepancy[],
  explained: ReadonlyMap<string, Explained>,
): Repaired[] => faultsIn(facts, all).filter(({ findings }) => !haveOneCause(findings, explained))

/** The same, whatever else explains the findings. */
export const faultsIn = (facts: ProgrammeFacts, all: readonly Discrepancy[]): Repaired[] =>
  facts.documents.flatMap((document) => {
    const found: Repaired[] = []
    let now = facts
    let left = all.filter(({ rule }) => followed.some(({ id }) => id === rule))
    while (found.length < MOST_FAULTS && left.length > 1) {
      const current = now.documents.find(({ id }) => id === document.id) ?? document
      const before = left
      const good = goodOnes(now, candidates(now, current, before), before)
      const [most] = good
      if (!most) break
      const alike = good.filter(
        (each) => cost(each.repair) === cost(most.repair) && isSameSet(each.cleared, most.cleared),
      )
      const [best = most, ...asGood] = likeliest(alike)
      found.push({
        repair: best.repair,
        findings: best.cleared,
        explanation: explainRepair(
          now,
          current,
          best.repair,
          best.cleared,
          asGood.map(({ repair }) => repair),
        ),
        cause: best.repair.key,
      })
      now = repaired(now, best.repair)
      left = discrepanciesOf(now, followed).filter(({ id }) => left.some((each) => each.id === id))
    }
    return found
  })

/** Where some are a common slip, the others are left; of two that are about the same thing the first counts. */
const likeliest = (alike: Tried[]): Tried[] => {
  const least = Math.min(...alike.map(({ repair }) => unlikelihood(repair)))
  const likely = alike.filter(({ repair }) => unlikelihood(repair) === least)
  return likely.filter(({ repair }, at) => likely.findIndex((other) => other.repair.key === repair.key) === at)
}

/** Those that clear several findings and harm none, of the most promising that do. */
const goodOnes = (
  facts: ProgrammeFacts,
  tried: { repair: Repair; clears: number }[],
  before: readonly Discrepancy[],
): Tried[] => {
  for (const alike of Map.groupBy(tried, ({ clears }) => clears).values()) {
    const good = alike
      .map(({ repair }) => ({ repair, ...effectOf(facts, repair, before) }))
      .filter(({ cleared, isHarmless }) => cleared.length > 1 && isHarmless)
    if (good.length > 0) {
      return good.toSorted(
        (one, other) => other.cleared.length - one.cleared.length || cost(one.repair) - cost(other.repair),
      )
    }
  }
  return []
}

/** What is gone with the repair, and whether everything else is as it was or nearer. */
const effectOf = (facts: ProgrammeFacts, repair: Repair, before: readonly Discrepancy[]) => {
  const after = new Map(discrepanciesOf(repaired(facts, repair), followed).map((each) => [each.id, each]))
  const known = new Map(before.map((each) => [each.id, each]))
  return {
    cleared: before.filter(({ id }) => !after.has(id)).map(({ id }) => id),
    isHarmless: [...after.values()].every(({ id, rule, difference }) => {
      // A limit may be passed in another year once an amount stands where it belongs.
      if (limits.has(rule)) return true
      const was = known.get(id)
      return was !== undefined && Math.abs(difference ?? 0) <= Math.abs(was.difference ?? 0)
    }),
  }
}

/** A move or a shift is one act, however many figures it takes. */
const cost = ({ kind, changes }: Repair): number => (kind === 'figure' ? changes.length : 1)

const isSameSet = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))

const haveOneCause = (findings: string[], explained: ReadonlyMap<string, Explained>): boolean => {
  const [first] = findings
  const shared = first === undefined ? undefined : explained.get(first)
  if (!shared?.explanation?.unique) return false
  const isWeak = shared.explanation.kind === 'subset' && shared.explanation.lines.length > 1
  return !isWeak && findings.every((id) => explained.get(id)?.cause === shared.cause)
}
