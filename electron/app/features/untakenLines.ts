import type { Reading } from '../../../db/schema.ts'
import { businessCases } from '../../../db/subjects.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import type { Id } from '../../../domain/id.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import type { CaseOrigin } from '../../../domain/risk/risk.ts'

/** The benefits or risks of approved cases that are in no register yet, each with its case. */
export const untakenLines = async (
  db: Reading,
  facts: ProgrammeFacts,
  part: 'benefits' | 'risks',
  known: readonly { origin: CaseOrigin | null }[],
) => {
  const taken = new Set(known.map(({ origin }) => origin?.lineId))
  const approved = facts.cases.filter(({ status }) => status === 'approved' || status === 'approved_with_conditions')
  const found: { caseId: Id; lineId: Id; schemeId: Id; reference: string; name: string }[] = []
  for (const { id } of approved) {
    const businessCase = await businessCases.get(db, id)
    for (const line of linesOf(businessCase, part)) {
      if (taken.has(line.id)) continue
      const { schemeId, reference } = businessCase
      found.push({ caseId: id, lineId: line.id, schemeId, reference, name: line.name })
    }
  }
  return found
}

const linesOf = ({ benefits, risks }: BusinessCase, part: 'benefits' | 'risks'): { id: Id; name: string }[] =>
  part === 'benefits'
    ? benefits.filter(({ name }) => name.trim() !== '')
    : risks.filter(({ title }) => title.trim() !== '').map(({ id, title }) => ({ id, name: title }))
