import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { Headroom } from './headroom.ts'
import type { CandidateCost, PipelineCandidate } from './pipelineCandidate.ts'
import type { Ranked } from './rankCandidates.ts'

/** Whether a candidate has a place in the headroom, and if not, why not. Amounts in pence. */
export type Slot =
  | { kind: 'fits'; needed: Pence }
  | { kind: 'too-dear'; needed: Pence; throughYear: StartYear; asked: Pence; left: Pence }
  | { kind: 'beyond-years'; needed: Pence; startYear: StartYear }
  | { kind: 'no-costs' }
  | { kind: 'no-score'; scored: number; criteria: number }

export interface Slotted extends Ranked {
  slot: Slot
}

/** What is left through each year once the candidates that fit are in. */
export interface LeftAfter {
  startYear: StartYear
  slotted: Pence
  through: Pence
}

/**
 * Takes candidates in their order into the headroom, years added up, as allocation and authority are held against each
 * other: one fits where no year through which it costs something, and none after, has less left than it needs. One that
 * does not fit is passed over, and the next is tried.
 */
export const slotCandidates = (
  ranked: readonly Ranked[],
  candidates: readonly PipelineCandidate[],
  headroom: Headroom,
): { slotted: Slotted[]; after: LeftAfter[] } => {
  const bySchemeId = new Map<Id, PipelineCandidate>(candidates.map((each) => [each.schemeId, each]))
  const taken: CandidateCost[] = []
  const slotted = ranked.map((each): Slotted => {
    const costs = bySchemeId.get(each.schemeId)?.costs ?? []
    const slot = slotOf(each, costs)
    if (slot.kind === 'fits') taken.push(...costs)
    return { ...each, slot }
  })
  return {
    slotted,
    after: headroom.years.map(({ startYear, through }) => ({
      startYear,
      slotted: sum(taken.filter((cost) => cost.startYear === startYear).map(({ amount }) => amount)),
      through: pence(through - costThrough(taken, startYear)),
    })),
  }

  function slotOf({ scoreBp, scored, criteria }: Ranked, costs: readonly CandidateCost[]): Slot {
    if (scoreBp === null) return { kind: 'no-score', scored, criteria }
    if (costs.length === 0) return { kind: 'no-costs' }
    const needed = sum(costs.map(({ amount }) => amount))
    const known = headroom.years.map(({ startYear }) => startYear)
    const beyond = costs.map(({ startYear }) => startYear).filter((year) => !known.includes(year))
    if (beyond.length > 0) return { kind: 'beyond-years', needed, startYear: Math.min(...beyond) }
    for (const { startYear, through } of headroom.years) {
      const asked = costThrough(costs, startYear)
      const left = pence(through - costThrough(taken, startYear))
      if (asked > 0 && asked > left) return { kind: 'too-dear', needed, throughYear: startYear, asked, left }
    }
    return { kind: 'fits', needed }
  }
}

const costThrough = (costs: readonly CandidateCost[], throughYear: StartYear): Pence =>
  sum(costs.filter(({ startYear }) => startYear <= throughYear).map(({ amount }) => amount))
