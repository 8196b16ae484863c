import { z } from 'zod'
import { type Change, postMovement } from '../../../../db/change.ts'
import { movementOf } from '../../../../db/queries/movement.ts'
import type { Tx } from '../../../../db/schema.ts'
import { changeRequests, decisions } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { ChangeRequest, NewChange } from '../../../../domain/change/changeRequest.ts'
import { approveChange, refuseChange, reverseChange, withdrawChange } from '../../../../domain/change/changeSteps.ts'
import { checkApprover } from '../../../../domain/change/mayApproveChange.ts'
import { oppositeChange } from '../../../../domain/change/oppositeChange.ts'
import { routeOf } from '../../../../domain/change/routeOf.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { contra } from '../../../../domain/ledger/contra.ts'
import { LONGEST_REASON } from '../../../../domain/ledger/entry.ts'
import { checkMovement } from '../../../../domain/ledger/movementRules.ts'
import { mayDo, roleTitles } from '../../../../domain/roles.ts'
import type { Outcome, Service } from '../../command.ts'
import { promisedLines } from '../authority/promises.ts'
import { ledgerContext } from '../ledgerContext.ts'
import { changeFacts } from './changeFacts.ts'
import { raiseChange } from './raiseChange.ts'
import { decisionOn, refuseUncovered, refuseUnsoundChange } from './soundChange.ts'

export const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })

/** Where a change comes from is said by what makes it, never by the page. */
export const RaisedChange = NewChange.omit({ origin: true })

/** Sends a request to change the money to whoever its route names. */
export const sendChange: Service<z.infer<typeof RaisedChange>, ChangeRequest> = async (change, input, acting) => {
  const value = await raiseChange(change, { ...input, origin: null }, acting)
  return outcomeOf(value, 'sent', { kind: value.kind, amount: value.route.amount, approver: value.route.approver })
}

export const Approval = Seen.extend({ answer: ChangeRequest.shape.answer })

/**
 * Approves a change as somebody else, within one's limit on the day; its decision posts it at once. The route is worked out
 * again, because what was approved since counts along (R17).
 */
export const approve: Service<z.infer<typeof Approval>, ChangeRequest> = async (change, input, acting) => {
  const before = await changeAt(change.tx, input)
  const today = dayInLondon(acting.clock())
  const facts = await changeFacts(change.tx, today, before.id)
  const route = routeOf(before, facts)
  const decisionId = acting.newId()
  const after = approveChange(before, { actor: acting.actor, on: today }, { decisionId, route, answer: input.answer })
  checkApprover({ id: acting.actor, role: acting.role, account: acting.account }, before, route, facts)
  await refuseUnsoundChange(change.tx, before, facts, { day: today, newId: acting.newId })
  const decision = decisionOn(
    before,
    {
      id: decisionId,
      reference: `Change ${before.number}`,
      decisionTaker: acting.account?.title ?? roleTitles[acting.role],
      kind: route.approver === 'programme_director' ? 'administrative' : 'significant_operational',
      madeOn: today,
      effectiveOn: today,
      note: input.answer,
    },
    facts,
  )
  await refuseTaken(change.tx, decision.reference)
  await decisions.insert(change, decision)
  return await save(change, before, after, { decision: decision.reference, together: route.cumulative })
}

export const Refusal = Seen.extend({ reason: z.string().trim().min(1).max(2000) })

export const refuse: Service<z.infer<typeof Refusal>, ChangeRequest> = async (change, input, acting) => {
  const before = await changeAt(change.tx, input)
  const on = dayInLondon(acting.clock())
  return await save(change, before, refuseChange(before, { actor: acting.actor, on }, input.reason), {
    reason: input.reason,
  })
}

/** Takes a change back before it has reached the ledger, and with it the decision that would have posted it. */
export const withdraw: Service<z.infer<typeof Refusal>, ChangeRequest> = async (change, input, acting) => {
  const before = await changeAt(change.tx, input)
  const on = dayInLondon(acting.clock())
  const after = withdrawChange(
    before,
    { actor: acting.actor, on, mayApprove: mayDo(acting.role, 'approveChange') },
    input.reason,
  )
  if (before.decisionId !== null) {
    const decision = await decisions.get(change.tx, before.decisionId)
    await decisions.save(change, { ...decision, isRemoved: true, revision: decision.revision + 1 })
  }
  return await save(change, before, after, { reason: input.reason })
}

export const ChangeReversal = Seen.extend({ reason: z.string().trim().min(1).max(LONGEST_REASON) })

/**
 * Takes a posted change back by its contra, as somebody else and within one's limit (R31). Throws what the ledger's rules
 * throw where what it gave has gone elsewhere since, or is promised.
 */
export const reverse: Service<z.infer<typeof ChangeReversal>, ChangeRequest> = async (change, input, acting) => {
  const before = await changeAt(change.tx, input)
  const today = dayInLondon(acting.clock())
  const after = reverseChange(before, { actor: acting.actor, on: today }, input.reason)
  const facts = await changeFacts(change.tx, today, before.id)
  checkApprover({ id: acting.actor, role: acting.role, account: acting.account }, before, before.route, facts)
  const posted = await movementOf(change.tx, await postedMovement(change.tx, before))
  const reversal = contra(posted.movement, { id: acting.newId(), reason: input.reason, effectiveOn: today })
  await refuseUncovered(change.tx, oppositeChange(before).lines, facts)
  const context = await ledgerContext(change.tx, today)
  checkMovement(reversal, context)
  checkMovement(reversal, { ...context, balances: [...context.balances, ...(await promisedLines(change.tx))] })
  await postMovement(change, reversal)
  return await save(change, before, after, { reason: input.reason, entries: reversal.entries.length })
}

/** The change at the revision that somebody has seen. Throws `not-found` and `stale`. */
export const changeAt = async (tx: Tx, { id, revision }: z.infer<typeof Seen>): Promise<ChangeRequest> => {
  const found = await changeRequests.get(tx, id)
  return found.revision === revision ? found : fail('stale', { entity: 'change_request', id })
}

export const refuseTaken = async (tx: Tx, reference: string): Promise<void> => {
  const taken = await decisions.list(tx, { reference })
  if (taken.length > 0) fail('name-taken', { entity: 'decision', name: reference })
}

export const save = async (
  change: Change,
  before: ChangeRequest,
  after: ChangeRequest,
  detail: Record<string, unknown>,
): Promise<Outcome<ChangeRequest>> =>
  outcomeOf(await changeRequests.save(change, after), `${before.status} → ${after.status}`, detail)

const outcomeOf = (
  value: ChangeRequest,
  transition: string,
  detail: Record<string, unknown>,
): Outcome<ChangeRequest> => ({
  subject: { kind: 'change_request', id: value.id },
  transition,
  value,
  detail: { number: value.number, ...detail },
})

const postedMovement = async (tx: Tx, { id, decisionId }: ChangeRequest): Promise<Id> => {
  const row = await tx
    .selectFrom('movement')
    .select('id')
    .where('decision_id', '=', decisionId)
    .where('reverses_id', 'is', null)
    .executeTakeFirst()
  return row ? (row.id as Id) : fail('not-found', { entity: 'movement', id })
}
