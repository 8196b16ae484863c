import { mayRelease } from '../businessCase/conditions.ts'
import type { Id } from '../id.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'

/** The approvals of business cases whose money waits for a condition that is still open, and not for authority. */
export const heldByConditions = ({ decisions, cases }: Pick<ProgrammeFacts, 'decisions' | 'cases'>): Id[] => {
  const held = new Set(cases.filter((each) => !mayRelease(each)).map(({ id }) => id))
  return decisions
    .filter(({ status, about }) => status === 'made' && about?.kind === 'business_case' && held.has(about.id))
    .map(({ id }) => id)
}
