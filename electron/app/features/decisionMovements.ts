import type { Id } from '../../../domain/id.ts'
import type { Movement, MovementKind } from '../../../domain/ledger/entry.ts'
import type { Decision, DecisionLine } from '../../../domain/programme/decision.ts'

/** The movements that a decision brings to the ledger on its day: each level after the one that it needs room in. */
export const decisionMovements = (decision: Decision, newId: () => Id): Movement[] => {
  const movement = (kind: MovementKind, level: DecisionLine['level']): Movement[] => {
    const lines = decision.lines.filter((line) => line.level === level)
    if (lines.length === 0) return []
    const entries = lines.map((line) => ({ ...line, period: 0, effectiveOn: decision.effectiveOn, ledgerRef: null }))
    return [{ id: newId(), kind, reason: decision.title, decisionId: decision.id, reversesId: null, entries }]
  }
  return [
    ...movement(decision.allocationKind, 'allocation'),
    ...movement('authority-granted', 'authority'),
    ...movement('authority-released', 'released'),
  ]
}
