import { themesOn } from '../programme/themeMembership.ts'
import { changeEffect, type EffectRow } from './changeEffect.ts'
import type { ChangeFacts } from './changeFacts.ts'
import type { ChangeLine } from './changeRequest.ts'

/** The live programme beside a scenario: every scheme, theme or programme line that the tried changes touch, and the whole. */
export interface ScenarioComparison {
  rows: (EffectRow & { theme: string })[]
  programme: ReturnType<typeof changeEffect>['programme']
}

/** Scheme by scheme, in the order of the levels; places that no change touches are as they are in the live programme. */
export const compareScenario = (
  changes: readonly { lines: readonly ChangeLine[] }[],
  facts: ChangeFacts,
): ScenarioComparison => {
  const { rows, programme } = changeEffect(
    changes.flatMap(({ lines }) => lines),
    facts,
  )
  const themes = themesOn(facts.memberships, facts.day)
  return {
    rows: rows.map((row) => ({
      ...row,
      theme: facts.themes.find(({ id }) => id === themes.get(row.place.id))?.name ?? '',
    })),
    programme,
  }
}
