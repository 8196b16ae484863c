import { appendEvent, beginChange } from '../../../../db/change.ts'
import { type PeriodMove, postContra, summedEntries } from '../../../../db/postSpend.ts'
import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Tx } from '../../../../db/schema.ts'
import { spendImports } from '../../../../db/subjects.ts'
import { writeBeside } from '../../../../db/writeBeside.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { contra } from '../../../../domain/ledger/contra.ts'
import { checkMovement } from '../../../../domain/ledger/movementRules.ts'
import { inOpenPeriods } from '../../../../domain/period/closedPeriods.ts'
import type { SpendImport } from '../../../../domain/spend/spendImport.ts'
import { checkScope } from '../../checkScope.ts'
import { ledgerContext } from '../ledgerContext.ts'
import type { ActingBeside } from './bringIn.ts'

export interface TakeBackOrder {
  path: string
  acting: ActingBeside
  id: Id
  revision: number
  reason: string
  movementId: Id
}

/**
 * Takes an import back whole, by the contra of its movement; its rows stay, and the same file can be brought in again. What
 * stands in a closed period is taken back in the next open one. Throws `stale`, `wrong-status`, and `brought-in-since` where
 * a later import has changed some of its rows.
 */
export const takeBack = async (order: TakeBackOrder, tell: OnProgress): Promise<SpendImport> =>
  await writeBeside(order.path, null, async (tx, connection) => {
    const { acting } = order
    const change = await beginChange(tx, acting.now)
    const today = dayInLondon(change.recordedAt)
    const before = await spendImports.get(tx, order.id)
    if (before.revision !== order.revision) fail('stale', { entity: 'spend_import', id: before.id })
    if (before.status !== 'brought_in') fail('wrong-status', { is: before.status, needs: 'brought_in' })
    const later = await changedSince(tx, before.id)
    if (later) fail('brought-in-since', { name: later })
    const posted = {
      id: before.movementId,
      kind: 'payment' as const,
      reason: order.reason,
      decisionId: null,
      reversesId: null,
      entries: summedEntries(connection, { movementId: before.movementId }),
    }
    const context = await ledgerContext(tx, today)
    const reversal = contra(posted, { id: order.movementId, reason: order.reason, effectiveOn: today })
    const movement = inOpenPeriods(reversal, context, today)
    checkMovement(movement, context)
    const { entries: _, ...head } = movement
    await postContra(change, connection, head, { effectiveOn: today, periods: movesBetween(reversal, movement) }, tell)
    const after = await spendImports.save(change, {
      ...before,
      revision: before.revision + 1,
      status: 'taken_back',
      takenBackBecause: order.reason,
    })
    await checkScope(change, { ...acting, clock: () => acting.now })
    await appendEvent(change, {
      actor: acting.actor,
      role: acting.role,
      operation: 'spend.takeBack',
      transition: 'brought in → taken back',
      subject: { kind: 'spend_import', id: after.id },
      detail: { name: after.name, reason: order.reason },
    })
    return after
  })

/** The name of a later import that stands and posts on references of this one. */
const changedSince = async (tx: Tx, id: Id): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('spend_row as own')
    .innerJoin('spend_row as later', 'later.ledger_ref', 'own.ledger_ref')
    .innerJoin('spend_import', 'spend_import.id', 'later.import_id')
    .where('own.import_id', '=', id)
    .where('own.ledger_ref', '<>', '')
    .where('own.outcome', 'in', ['new', 'changed'])
    .where('later.outcome', 'in', ['new', 'changed'])
    .whereRef('later.seq', '>', 'own.seq')
    .where('spend_import.status', '=', 'brought_in')
    .select('spend_import.name')
    .limit(1)
    .executeTakeFirst()
  return row && String(row.name)
}

type Lines = { entries: readonly { startYear: number; period: number }[] }

/** In which other period what stands in a closed one is taken back. */
const movesBetween = (as: Lines, to: Lines): PeriodMove[] => {
  const moves = as.entries.map(({ startYear, period }, at) => ({
    startYear,
    period,
    to: to.entries[at]?.period ?? period,
  }))
  const moved = moves.filter((each) => each.to !== each.period)
  return [...new Map(moved.map((each) => [`${each.startYear} ${each.period}`, each])).values()]
}
