import { z } from 'zod'
import { postMovement } from '../../../db/change.ts'
import { dayInLondon } from '../../../domain/calendarDay.ts'
import { StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { Nature, Place } from '../../../domain/ledger/entry.ts'
import { checkMovement } from '../../../domain/ledger/movementRules.ts'
import { planChange } from '../../../domain/ledger/planChange.ts'
import { Pence } from '../../../domain/money.ts'
import type { Service } from '../command.ts'
import { ledgerContext } from './ledgerContext.ts'

/** Cells of the plan as the user saw them (`was`) and wants them (`amount`), in pence. */
export const PlanCells = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        place: Place,
        startYear: StartYear,
        sourceId: Id.nullable(),
        nature: Nature,
        was: Pence,
        amount: Pence,
      }),
    )
    .min(1)
    .max(20_000),
  reason: z.string().trim().max(500).default(''),
})

/** Posts the differences of all cells as one movement, one event and one undo. Throws `stale` where a cell has moved since. */
export const setPlan: Service<z.infer<typeof PlanCells>, { changed: number }> = async (
  change,
  input,
  { clock, newId },
) => {
  const today = dayInLondon(clock())
  const context = await ledgerContext(change.tx, today)
  const entries = planChange(input.cells, context.balances, today)
  if (entries.length === 0) return null
  const reason = input.reason || (entries.length === 1 ? 'Plan changed' : `Plan changed in ${entries.length} cells`)
  const movement = { id: newId(), kind: 'plan-set' as const, reason, decisionId: null, reversesId: null, entries }
  checkMovement(movement, context)
  await postMovement(change, movement)
  const [first] = entries
  return {
    subject: { kind: first?.place.kind ?? 'programme', id: first?.place.id ?? movement.id },
    transition: 'plan changed',
    value: { changed: entries.length },
    detail: { cells: entries.length, net: entries.reduce((total, entry) => total + entry.amount, 0) },
    isUndoable: true,
  }
}
