import type { Id } from '../../../domain/id.ts'
import type { Entry, Movement, MovementKind } from '../../../domain/ledger/entry.ts'
import { sum } from '../../../domain/money.ts'
import type { Decision, DecisionLine } from '../../../domain/programme/decision.ts'

/** The movements that a decision brings to the ledger on its day: each level after the one that it needs room in. */
export const decisionMovements = (decision: Decision, newId: () => Id): Movement[] => {
  const movement = (kind: MovementKind, level: DecisionLine['level']): Movement[] => {
    const lines = decision.lines.filter((line) => line.level === level)
    if (lines.length === 0) return []
    const entries = lines.map(entryOf(decision))
    return [{ id: newId(), kind, reason: decision.title, decisionId: decision.id, reversesId: null, entries }]
  }
  // Plan and funding of a change move together, or the rules could not see that one carries the other (R18).
  if (decision.about?.kind === 'change_request') return together(decision, newId)
  const isTakenBack = sum(decision.lines.filter(isAuthority).map(({ amount }) => amount)) < 0
  // A closed year takes corrections alone.
  const taking = decision.allocationKind === 'correction' ? 'correction' : 'reduction'
  const movements = [
    ...movement(decision.allocationKind, 'allocation'),
    ...movement(isTakenBack ? taking : 'authority-granted', 'authority'),
    ...movement(isTakenBack ? taking : 'authority-released', 'released'),
  ]
  // What is taken back goes from the narrowest level to the widest, or a level would stand over the one that it needs room in.
  return isTakenBack ? movements.reverse() : movements
}

const isAuthority = ({ level }: DecisionLine): boolean => level === 'authority' || level === 'released'

const entryOf =
  ({ effectiveOn }: Decision) =>
  (line: DecisionLine): Entry => ({ ...line, period: 0, effectiveOn, ledgerRef: null })

const together = (decision: Decision, newId: () => Id): Movement[] => [
  {
    id: newId(),
    kind: decision.allocationKind,
    reason: decision.title,
    decisionId: decision.id,
    reversesId: null,
    entries: decision.lines.map(entryOf(decision)),
  },
]
