import { z } from 'zod'
import { type Change, postMovement } from '../../../db/change.ts'
import { type KeptRow, listRecentEvents, rowBefore, rowsOf } from '../../../db/queries/events.ts'
import { movementIdsOf, movementOf } from '../../../db/queries/movement.ts'
import { balanceLines } from '../../../db/queries/programmeFacts.ts'
import type { EventRow, Reading, Tx } from '../../../db/schema.ts'
import { repositories, schemes, themeMemberships } from '../../../db/subjects.ts'
import { dayInLondon } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import type { Id } from '../../../domain/id.ts'
import { contra } from '../../../domain/ledger/contra.ts'
import { checkMovement } from '../../../domain/ledger/movementRules.ts'
import { nextToRedo, nextToUndo } from '../../../domain/undo.ts'
import type { Acting, Outcome, Service } from '../command.ts'
import { ledgerContext } from './ledgerContext.ts'

/** How far back a change can be undone. */
const REACH = 500
const LISTED = 50

export const Nothing = z.strictObject({})

/** Undoes the actor's own last change to attributes or plan figures; the undoing is an event of its own. */
export const undoLast: Service<z.infer<typeof Nothing>, { seq: number }> = async (change, _input, acting) => {
  const events = await listRecentEvents(change.tx, REACH)
  const seq = nextToUndo(events.map(asStep), acting.role)
  if (seq === undefined) return fail('nothing-to-undo', {})
  return await takeBack(change, eventOf(events, seq), acting, 'undone')
}

/** Brings back what the actor undid last, as long as nothing else was changed by them since. */
export const redoLast: Service<z.infer<typeof Nothing>, { seq: number }> = async (change, _input, acting) => {
  const events = await listRecentEvents(change.tx, REACH)
  const seq = nextToRedo(events.map(asStep), acting.role)
  if (seq === undefined) return fail('nothing-to-undo', {})
  return await takeBack(change, eventOf(events, seq), acting, 'redone')
}

/** What the undo menu shows: the actor's own changes, newest first, and which is next in each direction. */
export const undoList = async (db: Reading, actor: string) => {
  const events = await listRecentEvents(db, REACH)
  const steps = events.map(asStep)
  const undone = new Set(events.map((event) => event.undoes_seq))
  return {
    next: nextToUndo(steps, actor) ?? null,
    redo: nextToRedo(steps, actor) ?? null,
    changes: events
      .filter((event) => event.actor === actor && event.is_undoable === 1)
      .slice(0, LISTED)
      .map(({ seq, recorded_at, operation, transition, undoes_seq }) => ({
        seq,
        recordedAt: recorded_at,
        operation,
        transition,
        undoesSeq: undoes_seq,
        isUndone: undone.has(seq),
      })),
  }
}

const asStep = (event: EventRow) => ({
  seq: event.seq,
  actor: event.actor,
  isUndoable: event.is_undoable === 1,
  undoesSeq: event.undoes_seq,
})

const eventOf = (events: EventRow[], seq: number): EventRow =>
  events.find((event) => event.seq === seq) ?? fail('nothing-to-undo', {})

const takeBack = async (
  change: Change,
  event: EventRow,
  acting: Acting,
  word: 'undone' | 'redone',
): Promise<Outcome<{ seq: number }>> => {
  for (const kept of latestOfEach(rowsOf(event)).reverse()) await restore(change, kept, event.seq)
  for (const id of await movementIdsOf(change.tx, event.seq)) await takeBackMovement(change, id, acting)
  return {
    subject: { kind: event.subject_kind, id: event.subject_id },
    transition: word,
    value: { seq: event.seq },
    detail: { operation: event.operation, transition: event.transition },
    isUndoable: true,
    undoesSeq: event.seq,
  }
}

const latestOfEach = (rows: KeptRow[]): KeptRow[] => [
  ...new Map(rows.map((kept) => [`${kept.kind} ${kept.row.id}`, kept])).values(),
]

/** Puts a thing back as it stood before the event; a thing that the event made is marked as removed. */
const restore = async (change: Change, kept: KeptRow, seq: number): Promise<void> => {
  const repository = repositories[kept.kind]
  const id = kept.row.id as Id
  const current = await repository.find(change.tx, id)
  if (!current || current.revision !== kept.row.revision) return fail('stale', { entity: kept.kind, id })
  const before = await rowBefore(change.tx, kept.kind, id, seq)
  const revision = current.revision + 1
  if (before) await repository.save(change, { ...repository.fromRow(before as never), revision })
  else {
    await refuseInUse(change.tx, kept, id)
    await repository.save(change, { ...current, isRemoved: true, revision })
  }
}

const refuseInUse = async (tx: Tx, kept: KeptRow, id: Id): Promise<void> => {
  const refuse = (by: string) => fail('still-in-use', { entity: kept.kind, name: String(kept.row.name ?? ''), by })
  const money = (await balanceLines(tx)).find(
    (line) => (line.place.id === id || line.sourceId === id) && line.amount !== 0,
  )
  if (money) refuse(`${money.level} ${money.startYear}`)
  if (kept.kind !== 'theme') return
  const member = (await themeMemberships.list(tx)).find((membership) => membership.themeId === id)
  if (member) refuse((await schemes.find(tx, member.schemeId))?.name ?? 'scheme')
}

/** Posts the contra of a plan movement, unless somebody has changed one of its cells since (`stale`). */
const takeBackMovement = async (change: Change, id: Id, acting: Acting): Promise<void> => {
  const posted = await movementOf(change.tx, id)
  if (posted.isReversed) fail('already-reversed', { movement: id })
  for (const entry of posted.movement.entries) {
    const later = await change.tx
      .selectFrom('entry')
      .innerJoin('movement', 'movement.id', 'entry.movement_id')
      .where('entry.seq', '>', posted.seq)
      .where('entry.level', '=', entry.level)
      .where('entry.place_id', '=', entry.place.id)
      .where('entry.start_year', '=', entry.startYear)
      .where('entry.source_id', entry.sourceId === null ? 'is' : '=', entry.sourceId)
      .where('movement.reverses_id', 'is', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb.selectFrom('movement as contra').select('contra.id').whereRef('contra.reverses_id', '=', 'movement.id'),
          ),
        ),
      )
      .select('entry.id')
      .executeTakeFirst()
    if (later) fail('stale', { entity: 'plan', id: entry.place.id })
  }
  const today = dayInLondon(acting.clock())
  const reversal = contra(posted.movement, {
    id: acting.newId(),
    reason: `Undone: ${posted.movement.reason}`,
    effectiveOn: today,
  })
  const movement = { ...reversal, kind: 'plan-set' as const }
  checkMovement(movement, await ledgerContext(change.tx, today))
  await postMovement(change, movement)
}
