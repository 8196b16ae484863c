import type { ProgrammeFacts } from '../programme/facts.ts'
import { discrepanciesOf } from './discrepancies.ts'
import { explain } from './explain.ts'
import type { Discrepancy, Finding } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import { repairs } from './repairs/repairs.ts'

/** Runs every rule over the ledger and the stated documents, and explains what does not tie. */
export const tieOut = (facts: ProgrammeFacts): Finding[] => {
  const discrepancies = discrepanciesOf(facts)
  const explained = explain(facts, discrepancies)
  for (const { findings, explanation, cause } of repairs(facts, discrepancies, explained)) {
    for (const id of findings) explained.set(id, { explanation, cause })
  }
  return discrepancies.map(({ evidence: _, ...discrepancy }) => ({
    ...discrepancy,
    explanation: explained.get(discrepancy.id)?.explanation ?? null,
    cause: explained.get(discrepancy.id)?.cause ?? discrepancy.id,
    fingerprint: fingerprintOf(discrepancy),
  }))
}

/** Of the figures alone; where there are none, of what the finding says. */
const fingerprintOf = ({ printed, computed, values, subject }: Omit<Discrepancy, 'evidence'>): string => {
  const amounts = values.map((value) => value.amount)
  return fingerprint(printed === null && amounts.length === 0 ? subject : [printed, computed, amounts])
}
