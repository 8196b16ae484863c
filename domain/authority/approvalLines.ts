import type { BusinessCase } from '../businessCase/businessCase.ts'
import { pence } from '../money.ts'
import type { DecisionLine } from '../programme/decision.ts'
import type { BalanceLine } from '../programme/facts.ts'

/**
 * What the approval of a case releases to its scheme: the approved amounts by year, less what the cases before it, whose
 * place it takes, have released already. A lower amount than theirs takes back the difference.
 */
export const approvalLines = (
  { schemeId, approved }: Pick<BusinessCase, 'schemeId' | 'approved'>,
  released: readonly BalanceLine[],
): DecisionLine[] => {
  const lines = new Map<string, DecisionLine>()
  const add = (
    { startYear, sourceId, nature }: Pick<DecisionLine, 'startYear' | 'sourceId' | 'nature'>,
    by: number,
  ) => {
    const key = `${startYear} ${sourceId} ${nature}`
    const amount = pence((lines.get(key)?.amount ?? 0) + by)
    const place = { kind: 'scheme' as const, id: schemeId }
    lines.set(key, { level: 'released', place, startYear, sourceId, nature, amount })
  }
  for (const line of approved) add(line, line.amount)
  for (const line of released) add(line, -line.amount)
  return [...lines.values()].filter(({ amount }) => amount !== 0).sort((a, b) => a.startYear - b.startYear)
}
