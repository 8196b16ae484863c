import { sum } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { explain } from './explain.ts'
import type { Discrepancy, Draft, Finding } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import { type Rule, rules } from './rules.ts'

/** Runs every rule over the ledger and the stated documents, and explains what does not tie. */
export const tieOut = (facts: ProgrammeFacts): Finding[] => {
  const discrepancies = withOwnIds(rules.flatMap((rule) => rule.find(facts).map((draft) => discrepancyOf(rule, draft))))
  const explained = explain(facts, discrepancies)
  return discrepancies.map(({ evidence: _, ...discrepancy }) => ({
    ...discrepancy,
    explanation: explained.get(discrepancy.id)?.explanation ?? null,
    cause: explained.get(discrepancy.id)?.cause ?? discrepancy.id,
    fingerprint: fingerprintOf(discrepancy),
  }))
}

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

/** Of the figures alone; where there are none, of what the finding says. */
const fingerprintOf = ({ printed, computed, values, subject }: Omit<Discrepancy, 'evidence'>): string => {
  const amounts = values.map((value) => value.amount)
  return fingerprint(printed === null && amounts.length === 0 ? subject : [printed, computed, amounts])
}
