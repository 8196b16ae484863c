import { sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { Discrepancy, Draft } from './finding.ts'
import { type Rule, rules } from './rules.ts'

/** Whatever the rules find, each with an id of its own that is the same on every run. */
export const discrepanciesOf = (facts: ProgrammeFacts, wanted: readonly Rule[] = rules): Discrepancy[] =>
  withOwnIds(wanted.flatMap((rule) => rule.find(facts).map((draft) => discrepancyOf(rule, draft))))

const discrepancyOf = (rule: Rule, draft: Draft): Discrepancy => {
  const { printed = null, computed = null } = draft
  return {
    rule: rule.id,
    id: `${rule.id}:${draft.key}`,
    severity: draft.severity ?? rule.severity,
    place: draft.place,
    subject: draft.subject,
    printed,
    computed,
    difference: printed === null || computed === null ? null : sum([computed, -printed]),
    values: draft.values ?? [],
    evidence: {
      pool: [],
      figureIds: [],
      document: null,
      cast: null,
      narrative: [],
      remainder: null,
      ...draft.evidence,
    },
  }
}

/** A paragraph may state one thing twice; the second finding about it gets a number. */
const withOwnIds = (discrepancies: Discrepancy[]): Discrepancy[] => {
  const counts = new Map<string, number>()
  return discrepancies.map((discrepancy) => {
    const count = (counts.get(discrepancy.id) ?? 0) + 1
    counts.set(discrepancy.id, count)
    return count === 1 ? discrepancy : { ...discrepancy, id: `${discrepancy.id}#${count}` }
  })
}
