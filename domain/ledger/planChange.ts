import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { type Pence, pence, ZERO } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { Entry } from './entry.ts'

/** A cell of the plan as its reader saw it (`was`) and wants it (`amount`), in pence. */
export interface PlanCell extends Omit<BalanceLine, 'level'> {
  was: Pence
}

/**
 * The differences that bring the plan from what it is to what the cells want; no entry where nothing changes. A nought
 * where nothing is recorded yet is a known zero, and so an entry of its own. Throws `stale` where a cell is no longer what
 * its reader saw, also when the same cell was changed further up.
 */
export const planChange = (
  cells: readonly PlanCell[],
  balances: readonly BalanceLine[],
  effectiveOn: CalendarDay,
): Entry[] => {
  const current = new Map<string, number>()
  for (const line of balances) {
    if (line.level === 'plan') current.set(keyOf(line), (current.get(keyOf(line)) ?? 0) + line.amount)
  }
  return cells.flatMap(({ was, amount, ...where }) => {
    if ((current.get(keyOf(where)) ?? ZERO) !== was) return fail('stale', { entity: 'plan', id: where.place.id })
    if (amount === was && current.has(keyOf(where))) return []
    current.set(keyOf(where), amount)
    return [{ ...where, level: 'plan' as const, period: 0, amount: pence(amount - was), effectiveOn, ledgerRef: null }]
  })
}

const keyOf = (line: Omit<BalanceLine, 'level' | 'amount'>): string =>
  [line.place.kind, line.place.id, line.startYear, line.sourceId ?? '', line.nature].join(' ')
