import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import { pence } from '../money.ts'
import type { Movement } from './entry.ts'

/** The correction that takes a movement back, line by line, dated on its own day and under the same decision (R31). */
export const contra = (
  movement: Movement,
  reversal: { id: Id; reason: string; effectiveOn: CalendarDay },
): Movement => ({
  id: reversal.id,
  kind: 'correction',
  reason: reversal.reason,
  decisionId: movement.decisionId,
  reversesId: movement.id,
  entries: movement.entries.map((entry) => ({
    ...entry,
    amount: pence(-entry.amount),
    effectiveOn: reversal.effectiveOn,
  })),
})
