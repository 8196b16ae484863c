import { z } from 'zod'
import { type Change, postMovement } from '../../../db/change.ts'
import { type KeptRow, listRecentEvents, rowBefore, rowsOf } from '../../../db/queries/events.ts'
import { movedSince, movementIdsOf, movementOf } from '../../../db/queries/movement.ts'
import { balanceLines } from '../../../db/queries/programmeFacts.ts'
import { readable } from '../../../db/readable.ts'
import type { Subject } from '../../../db/repository.ts'
import type { EventRow, Reading, SubjectKind, Tx } from '../../../db/schema.ts'
import { decisions, organisations, repositories, schemes, themeMemberships, themes } from '../../../db/subjects.ts'
import { dayInLondon } from '../../../domain/calendarDay.ts'
import { canonicalJson } from '../../../domain/canonicalJson.ts'
import { fail } from '../../../domain/errors.ts'
import type { Id } from '../../../domain/id.ts'
import { contra } from '../../../domain/ledger/contra.ts'
import { LONGEST_REASON } from '../../../domain/ledger/entry.ts'
import { checkMovement, checkRegrouping } from '../../../domain/ledger/movementRules.ts'
import type { Underspend } from '../../../domain/period/underspend.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import type { Scheme } from '../../../domain/programme/scheme.ts'
import { moveLifecycle } from '../../../domain/programme/schemeLifecycle.ts'
import type { ThemeMembership } from '../../../domain/programme/theme.ts'
import { nextToRedo, nextToUndo } from '../../../domain/undo.ts'
import type { Acting, Outcome, Service } from '../command.ts'
import { refuseUnderWay } from './closure/underWay.ts'
import { ledgerContext } from './ledgerContext.ts'
import { namesIn } from './namesIn.ts'
import { refuseClosedYear } from './periods/yearEnd.ts'
import { checkCandidate } from './pipeline/candidates.ts'
import { checkCriteria } from './pipeline/setCriteria.ts'
import { checkOrganisation } from './programme.ts'
import { checkAttributes } from './schemes.ts'
import { checkSource } from './sources.ts'
import { checkTheme } from './themes.ts'

/** How far back a change can be undone. */
const REACH = 500
const LISTED = 50

/** Which event the caller saw as the next one to be taken back; left out, it is whatever is the last. */
export const SeenStep = z.strictObject({ seq: z.int().min(1).optional() })
type SeenStep = z.infer<typeof SeenStep>

/** Undoes the actor's own last change to attributes or plan figures; the undoing is an event of its own. Throws `stale` where it is not the one that was seen. */
export const undoLast: Service<SeenStep, { seq: number }> = async (change, seen, acting) => {
  const events = await listRecentEvents(change.tx, REACH)
  const seq = nextToUndo(events.map(asStep), acting.actor)
  if (seq === undefined) return fail('nothing-to-undo', {})
  refuseUnseen(seq, seen)
  return await takeBack(change, eventOf(events, seq), acting, 'undone')
}

/** Brings back what the actor undid last, as long as nothing else was changed by them since. */
export const redoLast: Service<SeenStep, { seq: number }> = async (change, seen, acting) => {
  const events = await listRecentEvents(change.tx, REACH)
  const seq = nextToRedo(events.map(asStep), acting.actor)
  if (seq === undefined) return fail('nothing-to-undo', {})
  refuseUnseen(seq, seen)
  return await takeBack(change, eventOf(events, seq), acting, 'redone')
}

/** What the undo menu shows: the actor's own changes, newest first, and which is next in each direction. */
export const undoList = async (facts: ProgrammeFacts, db: Reading, actor: string) => {
  const names = namesIn(facts)
  const events = await listRecentEvents(db, REACH)
  const steps = events.map(asStep)
  const undone = new Set(events.map((event) => event.undoes_seq))
  const own = events.filter((event) => event.actor === actor && event.is_undoable === 1)
  // What was undone and redone many times over is one change all the same.
  const oldest = own.filter((event) => event.undoes_seq === null)[LISTED - 1]?.seq ?? 0
  return {
    next: nextToUndo(steps, actor) ?? null,
    redo: nextToRedo(steps, actor) ?? null,
    changes: own
      .filter(({ seq }) => seq >= oldest)
      .map(({ seq, recorded_at, operation, transition, undoes_seq, subject_id, detail_json }) => ({
        seq,
        subject: names.get(subject_id) ?? '',
        /** How many plan cells one paste changed; null for other changes. */
        cells: readable(() => JSON.parse(detail_json) as { cells?: number }).cells ?? null,
        recordedAt: recorded_at,
        operation,
        transition,
        undoesSeq: undoes_seq,
        isUndone: undone.has(seq),
      })),
  }
}

const refuseUnseen = (next: number, { seq }: SeenStep): void => {
  if (seq !== undefined && seq !== next) fail('stale', { entity: 'undo', id: String(seq) })
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
  const before = await ledgerContext(change.tx, dayInLondon(acting.clock()))
  for (const kept of latestOfEach(rowsOf(event)).reverse()) await restore(change, kept, event.seq)
  checkRegrouping(before, { ...before, memberships: await themeMemberships.list(change.tx) })
  for (const id of await movementIdsOf(change.tx, event.seq)) await takeBackMovement(change, id, acting, word)
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

/** Puts a thing back as it stood before the event; a thing that was not there yet is marked as removed. */
const restore = async (change: Change, kept: KeptRow, seq: number): Promise<void> => {
  const repository = repositories[kept.kind]
  const id = kept.row.id as Id
  const current = await repository.find(change.tx, id)
  const left = repository.fromRow(kept.row as never)
  if (!current || !saysTheSame(current, left)) return fail('stale', { entity: kept.kind, id })
  if (kept.kind === 'underspend') await refuseClosedYear(change, (current as Underspend).startYear)
  const before = await rowBefore(change.tx, kept.kind, id, seq)
  const earlier = before ? repository.fromRow(before as never) : { ...current, isRemoved: true }
  if (earlier.isRemoved) await refuseInUse(change.tx, kept, id)
  await repository.save(change, { ...earlier, revision: current.revision + 1 })
  // What the commands refuse to save is not brought back by this way either.
  if (!earlier.isRemoved) await checks[kept.kind]?.(change, earlier as never, current as never)
}

/** Revisions say nothing: undoing a later change brings the thing back under a new one. */
const saysTheSame = (one: Subject, other: Subject): boolean =>
  canonicalJson({ ...one, revision: null }) === canonicalJson({ ...other, revision: null })

const checks: Partial<Record<SubjectKind, (change: Change, earlier: never, current: never) => Promise<void>>> = {
  organisation: checkOrganisation,
  theme: checkTheme,
  funding_source: checkSource,
  scoring_criteria: checkCriteria,
  pipeline_candidate: checkCandidate,
  theme_membership: async ({ tx }, { themeId, toOn }: ThemeMembership) => {
    const { retiredOn } = await themes.get(tx, themeId)
    const isRetired = retiredOn !== null && (toOn === null || retiredOn <= toOn)
    if (isRetired) fail('wrong-status', { is: 'retired', needs: 'in use' })
  },
  scheme: async (change, earlier: Scheme, current: Scheme) => {
    await checkAttributes(change, earlier)
    const isCancelled = earlier.lifecycle === 'cancelled' && current.lifecycle !== 'cancelled'
    if (!isCancelled) return
    moveLifecycle(current, 'cancelled', await balanceLines(change.tx))
    await refuseUnderWay(change.tx, current)
  },
}

const refuseInUse = async (tx: Tx, kept: KeptRow, id: Id): Promise<void> => {
  const by = (await moneyOn(tx, id)) ?? (await namedBy(tx, kept.kind, id))
  if (by !== undefined) fail('still-in-use', { entity: kept.kind, name: String(kept.row.name ?? ''), by })
}

/** The level and year in which money stands on a place or comes from a source, or the decision that will bring some. */
const moneyOn = async (tx: Tx, id: Id): Promise<string | undefined> => {
  const isOn = (line: { place: { id: Id }; sourceId: Id | null }) => line.place.id === id || line.sourceId === id
  const money = (await balanceLines(tx)).find((line) => isOn(line) && line.amount !== 0)
  if (money) return `${money.level} ${money.startYear}`
  return (await decisions.list(tx)).find(({ status, lines }) => status === 'made' && lines.some(isOn))?.reference
}

const namedBy = async (tx: Tx, kind: SubjectKind, id: Id): Promise<string | undefined> => {
  const known = await schemes.list(tx)
  if (kind === 'theme') {
    const member = (await themeMemberships.list(tx)).find((membership) => membership.themeId === id)
    return member && (known.find((scheme) => scheme.id === member.schemeId)?.name ?? 'scheme')
  }
  if (kind !== 'organisation') return undefined
  const heir = (await organisations.list(tx)).find(({ predecessorIds }) => predecessorIds.includes(id))
  return (known.find(({ leadOrganisationId }) => leadOrganisationId === id) ?? heir)?.name
}

/** Posts the contra of a plan movement, unless a cell no longer holds what the movement left there (`stale`). */
const takeBackMovement = async (change: Change, id: Id, acting: Acting, word: 'undone' | 'redone'): Promise<void> => {
  const posted = await movementOf(change.tx, id)
  if (posted.isReversed) fail('already-reversed', { movement: id })
  for (const entry of posted.movement.entries) {
    const moved = await movedSince(change.tx, entry, posted.seq)
    if (moved !== 0) fail('stale', { entity: 'plan', id: entry.place.id })
  }
  const today = dayInLondon(acting.clock())
  const reversal = contra(posted.movement, {
    id: acting.newId(),
    reason: reasonFor(word, posted.movement.reason),
    effectiveOn: today,
  })
  const movement = { ...reversal, kind: 'plan-set' as const }
  checkMovement(movement, await ledgerContext(change.tx, today))
  await postMovement(change, movement)
}

/** The first reason, however often the change was undone and redone. */
const reasonFor = (word: 'undone' | 'redone', reason: string): string =>
  `${word === 'undone' ? 'Undone' : 'Redone'}: ${reason.replace(/^(Undone|Redone): /, '')}`.slice(0, LONGEST_REASON)
