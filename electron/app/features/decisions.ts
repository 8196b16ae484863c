import { z } from 'zod'
import { postMovement } from '../../../db/change.ts'
import { movementOf } from '../../../db/queries/movement.ts'
import type { Reading, Tx } from '../../../db/schema.ts'
import { decisions, ruleValues } from '../../../db/subjects.ts'
import { CalendarDay, dayInLondon } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import { Id } from '../../../domain/id.ts'
import { checkCast } from '../../../domain/ledger/cast.ts'
import { contra } from '../../../domain/ledger/contra.ts'
import type { Movement } from '../../../domain/ledger/entry.ts'
import { checkMovement } from '../../../domain/ledger/movementRules.ts'
import { Pence } from '../../../domain/money.ts'
import { inOpenPeriods } from '../../../domain/period/closedPeriods.ts'
import { Decision } from '../../../domain/programme/decision.ts'
import { effectiveDay } from '../../../domain/programme/decisions.ts'
import type { Service } from '../command.ts'
import { checkBesidePromises } from './authority/promises.ts'
import { holidaysOf } from './holidays.ts'
import { ledgerContext } from './ledgerContext.ts'

export const NewDecision = z.strictObject({
  ...Decision.pick({
    reference: true,
    title: true,
    decisionTaker: true,
    kind: true,
    madeOn: true,
    publishedOn: true,
    isCallInEligible: true,
    allocationKind: true,
    note: true,
  }).shape,
  // Only the approval of a business case releases, and only of what is held; plan moves by a change request.
  lines: Decision.shape.lines
    .min(1)
    .refine((lines) => lines.every(({ level }) => level !== 'released' && level !== 'plan')),
  /** The day it takes effect; null works it out from the call-in rules. */
  effectiveOn: CalendarDay.nullable(),
  /** The totals that the paper states; the lines of each level must add to them (R01). Null where none is stated. */
  statedTotals: z.strictObject({ allocation: Pence.nullable(), authority: Pence.nullable() }),
})

/** The decision that the input would make, held against every rule and not written. */
export const previewDecision = async (
  db: Reading | Tx,
  input: z.infer<typeof NewDecision>,
  newId: () => Id,
): Promise<Decision> => {
  const { statedTotals, effectiveOn, ...given } = input
  const taken = (await decisions.list(db)).some((each) => each.reference === given.reference)
  if (taken) fail('name-taken', { entity: 'decision', name: given.reference })
  for (const level of ['allocation', 'authority'] as const) {
    const stated = statedTotals[level]
    const lines = given.lines.filter((line) => line.level === level)
    if (stated !== null) checkCast(stated, lines)
  }
  const decision: Decision = {
    ...given,
    id: newId(),
    revision: 1,
    isRemoved: false,
    effectiveOn: effectiveDay({ ...given, effectiveOn }, await holidaysOf(db), await ruleValues.list(db)),
    status: 'made',
    about: null,
    paperSha256: null,
  }
  await checkBesidePromises(db, decision, newId)
  return decision
}

/**
 * Puts a decision on record. Its lines are held against the rules of the ledger now, and are posted by time on the day
 * it takes effect, which is at once when that day has come.
 */
export const recordDecision: Service<z.infer<typeof NewDecision>, Decision> = async (change, input, { newId }) => {
  const decision = await previewDecision(change.tx, input, newId)
  await decisions.insert(change, decision)
  return {
    subject: { kind: 'decision', id: decision.id },
    transition: 'made',
    value: decision,
    detail: { reference: decision.reference, lines: decision.lines.length, effectiveOn: decision.effectiveOn },
  }
}

export const DecisionWithdrawal = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  reason: z.string().trim().min(1).max(500),
})

const aboutWords = {
  business_case: 'its business case',
  authority_request: 'its request for authority',
  change_request: 'its change',
}

/** Takes back a decision that is asked for, or whose day has not come; afterwards only a reversal with a reason is left. */
export const withdrawDecision: Service<z.infer<typeof DecisionWithdrawal>, Decision> = async (change, input) => {
  const before = await decisions.get(change.tx, input.id)
  if (before.revision !== input.revision) fail('stale', { entity: 'decision', id: input.id })
  if (before.status !== 'made' && before.status !== 'asked') fail('wrong-status', { is: before.status, needs: 'made' })
  // What was decided in the program is taken back where it was decided, by scrutiny or by a further decision.
  if (before.about)
    fail('still-in-use', { entity: 'decision', name: before.reference, by: aboutWords[before.about.kind] })
  const after = await decisions.save(change, { ...before, isRemoved: true, revision: before.revision + 1 })
  return {
    subject: { kind: 'decision', id: after.id },
    transition: `${before.status} → withdrawn`,
    value: after,
    detail: { reason: input.reason },
  }
}

export const Reversal = z.strictObject({ movementId: Id, reason: z.string().trim().min(1).max(500) })

/** Reverses a posted movement by its contra, with a reason; what was posted stays in the trail (R31), and closed periods too (R23). */
export const reverseMovement: Service<z.infer<typeof Reversal>, Movement> = async (change, input, { clock, newId }) => {
  const posted = await movementOf(change.tx, input.movementId)
  if (posted.isReversed) fail('already-reversed', { movement: input.movementId })
  const { decisionId } = posted.movement
  const decision = decisionId === null ? undefined : await decisions.find(change.tx, decisionId)
  // Its change would go on saying that it is posted.
  if (decision?.about?.kind === 'change_request') {
    fail('still-in-use', { entity: 'decision', name: decision.reference, by: aboutWords.change_request })
  }
  const today = dayInLondon(clock())
  const context = await ledgerContext(change.tx, today)
  const taken = contra(posted.movement, { id: newId(), reason: input.reason, effectiveOn: today })
  const reversal = inOpenPeriods(taken, context, today)
  checkMovement(reversal, context)
  await postMovement(change, reversal)
  return {
    subject: { kind: 'movement', id: input.movementId },
    transition: 'posted → reversed',
    value: reversal,
    detail: { reason: input.reason, entries: reversal.entries.length },
  }
}
