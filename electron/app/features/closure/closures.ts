import { z } from 'zod'
import { type Change, postMovement } from '../../../../db/change.ts'
import { outstandingOrders } from '../../../../db/queries/outstandingOrders.ts'
import { balanceLines } from '../../../../db/queries/programmeFacts.ts'
import type { Tx } from '../../../../db/schema.ts'
import {
  benefits,
  boards,
  closures,
  decisions,
  lessons,
  programmes,
  ruleValues,
  schemes,
  yearStatuses,
} from '../../../../db/subjects.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import type { Closure } from '../../../../domain/closure/closure.ts'
import {
  acceptClosure,
  agreeAccount,
  beginClosure,
  closeClosure,
  handOver,
  releaseResidual,
  reportClosure,
} from '../../../../domain/closure/closureActs.ts'
import { releaseLines, residual } from '../../../../domain/closure/residual.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { total } from '../../../../domain/ledger/balance.ts'
import { LONGEST_REASON, type Movement } from '../../../../domain/ledger/entry.ts'
import { checkMovement } from '../../../../domain/ledger/movementRules.ts'
import { Pence, pence } from '../../../../domain/money.ts'
import { Decision } from '../../../../domain/programme/decision.ts'
import { effectiveDay } from '../../../../domain/programme/decisions.ts'
import type { Lifecycle } from '../../../../domain/programme/scheme.ts'
import { moveLifecycle } from '../../../../domain/programme/schemeLifecycle.ts'
import type { Acting, Outcome, Service } from '../../command.ts'
import { checkBesidePromises } from '../authority/promises.ts'
import { holidaysOf } from '../holidays.ts'
import { ledgerContext } from '../ledgerContext.ts'
import { seen } from '../seen.ts'
import { refuseUnderWay, refuseWaiting } from './underWay.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })
const words = (limit: number) => z.string().trim().max(limit)

/** A step of a closure is no change of attributes: no undo takes it back. */
const outcome = (before: Closure | null, value: Closure): Outcome<Closure> => ({
  subject: { kind: 'scheme', id: value.schemeId },
  transition: `closure ${before?.status ?? 'not begun'} → ${value.status}`,
  value,
})

const actOn = (on: CalendarDay, { actor, clock }: Acting) => ({ on, today: dayInLondon(clock()), actor })

const moveScheme = async (change: Change, id: Id, to: Lifecycle): Promise<void> => {
  const scheme = await schemes.get(change.tx, id)
  await schemes.save(change, moveLifecycle(scheme, to, await balanceLines(change.tx)))
}

export const Completion = z.strictObject({ schemeId: Id, completedOn: CalendarDay, note: words(2000) })

/** The work is done: the closure begins and the scheme is practically complete. */
export const reportCompletion: Service<z.infer<typeof Completion>, Closure> = async (change, input, acting) => {
  await moveScheme(change, input.schemeId, 'practically_complete')
  const begun = beginClosure(acting.newId(), input.schemeId, input.note, actOn(input.completedOn, acting))
  return outcome(null, await closures.insert(change, begun))
}

export const FinalAccount = Seen.extend({ finalAccount: Pence, on: CalendarDay, note: words(2000) })

export const agreeFinalAccount: Service<z.infer<typeof FinalAccount>, Closure> = async (change, input, acting) => {
  const before = await seen(change.tx, closures, input)
  const balances = await balanceLines(change.tx)
  const place = { kind: 'scheme' as const, id: before.schemeId }
  const money = {
    spent: total(balances, { level: 'actual', place }),
    outstanding: total(balances, { level: 'commitment', place }),
  }
  const after = agreeAccount(before, input, money, actOn(input.on, acting))
  return outcome(before, await closures.save(change, after))
}

export const Release = z.strictObject({
  schemeId: Id,
  /** What the caller saw of the level that is released; a figure that moved since is refused. */
  seen: z.strictObject({ authority: Pence, allocation: Pence }),
  /** Out of the capital programme, or back to the programme for other schemes. */
  allocationGoes: z.enum(['out', 'to_programme']),
  decision: Decision.pick({
    reference: true,
    title: true,
    decisionTaker: true,
    kind: true,
    madeOn: true,
    publishedOn: true,
    isCallInEligible: true,
    note: true,
  }),
})

/**
 * R32: releases under a decision what stands on a scheme beyond its spend, released authority and authority before the
 * allocation. The decision has effect on its day. Throws `nothing-to-release`, `orders-outstanding`, `still-in-use` while
 * another decision about the scheme waits for its day, and what the ledger refuses.
 */
export const releaseResidualOf: Service<
  z.infer<typeof Release>,
  { decision: Decision; closure: Closure | null }
> = async (change, input, { newId }) => {
  const scheme = await schemes.get(change.tx, input.schemeId)
  const left = residual(await balanceLines(change.tx), scheme.id)
  if (left.commitment !== 0) fail('orders-outstanding', { amount: left.commitment })
  if (left.lines.length === 0) fail('nothing-to-release', {})
  await refuseWaiting(change.tx, scheme)
  if (left.authority !== input.seen.authority || left.allocation !== input.seen.allocation) {
    fail('stale', { entity: 'scheme', id: scheme.id })
  }
  const decision = await residualDecision(change.tx, input, left, newId)
  await decisions.insert(change, decision)
  const [before] = await closures.list(change.tx, { schemeId: scheme.id })
  const closure = before ? await closures.save(change, releaseResidual(before, decision.id)) : null
  return {
    subject: { kind: 'scheme', id: scheme.id },
    transition: 'residual released',
    value: { decision, closure },
    detail: {
      reference: decision.reference,
      authority: left.authority,
      allocation: left.allocation,
      effectiveOn: decision.effectiveOn,
    },
  }
}

const residualDecision = async (
  tx: Tx,
  { decision: given, allocationGoes }: z.infer<typeof Release>,
  left: ReturnType<typeof residual>,
  newId: () => Id,
): Promise<Decision> => {
  const taken = (await decisions.list(tx)).some((each) => each.reference === given.reference)
  if (taken) fail('name-taken', { entity: 'decision', name: given.reference })
  const [programme] = await programmes.list(tx)
  if (!programme) return fail('no-programme-open', {})
  const closed = (await yearStatuses.list(tx)).filter(({ status }) => status === 'closed')
  const isInClosedYear = left.lines.some(({ startYear }) => closed.some((year) => year.startYear === startYear))
  const movesAs = allocationGoes === 'out' ? 'reduction' : 'virement'
  const decision: Decision = {
    ...given,
    id: newId(),
    revision: 1,
    isRemoved: false,
    effectiveOn: effectiveDay({ ...given, effectiveOn: null }, await holidaysOf(tx), await ruleValues.list(tx)),
    status: 'made',
    // What was left in a closed year is taken back as a correction, dated in an open one (R23).
    allocationKind: isInClosedYear ? 'correction' : movesAs,
    lines: releaseLines(left, allocationGoes, programme.id),
    about: null,
    paperSha256: null,
  }
  await checkBesidePromises(tx, decision, newId)
  return decision
}

export const OrderCancellation = z.strictObject({
  schemeId: Id,
  seen: Pence,
  reason: z.string().trim().min(1).max(LONGEST_REASON),
})

/** R32: takes the orders that are outstanding off a scheme, each by its own reference, with a reason. */
export const cancelOrders: Service<z.infer<typeof OrderCancellation>, Movement> = async (
  change,
  { schemeId, seen: shown, reason },
  { clock, newId },
) => {
  await schemes.get(change.tx, schemeId)
  const orders = await outstandingOrders(change.tx, schemeId)
  if (orders.length === 0) return fail('nothing-to-release', {})
  const outstanding = orders.reduce((sum, { amount }) => sum + amount, 0)
  if (outstanding !== shown) fail('stale', { entity: 'scheme', id: schemeId })
  const today = dayInLondon(clock())
  const place = { kind: 'scheme' as const, id: schemeId }
  const movement: Movement = {
    id: newId(),
    kind: 'order-reduced',
    reason,
    decisionId: null,
    reversesId: null,
    entries: orders.map(({ amount, ...order }) => ({
      ...order,
      level: 'commitment',
      place,
      amount: pence(-amount),
      effectiveOn: today,
    })),
  }
  checkMovement(movement, await ledgerContext(change.tx, today))
  await postMovement(change, movement)
  return {
    subject: { kind: 'scheme', id: schemeId },
    transition: 'orders cancelled',
    value: movement,
    detail: { orders: orders.length, amount: outstanding, reason },
  }
}

export const Report = Seen.extend({ report: words(10_000).min(1), boardId: Id })

/** The report goes to its board, and the scheme is financially closed: nothing is left on it or on its way to it. */
export const reportTo: Service<z.infer<typeof Report>, Closure> = async (change, input, { actor }) => {
  const before = await seen(change.tx, closures, input)
  await boards.get(change.tx, input.boardId)
  const left = residual(await balanceLines(change.tx), before.schemeId)
  const known = await lessons.list(change.tx, { schemeId: before.schemeId })
  const after = reportClosure(before, { ...input, actor }, { left, lessons: known.length })
  await refuseUnderWay(change.tx, await schemes.get(change.tx, before.schemeId))
  await moveScheme(change, before.schemeId, 'financially_closed')
  return outcome(before, await closures.save(change, after))
}

export const Acceptance = Seen.extend({ on: CalendarDay })

export const accept: Service<z.infer<typeof Acceptance>, Closure> = async (change, input, acting) => {
  const before = await seen(change.tx, closures, input)
  if (before.boardId === null) return fail('wrong-status', { is: before.status, needs: 'reported' })
  const board = await boards.get(change.tx, before.boardId)
  const after = acceptClosure(before, board, acting.account?.id ?? null, actOn(input.on, acting))
  return outcome(before, await closures.save(change, after))
}

export const HandOver = Seen.extend({
  benefitsOwner: words(200).min(1),
  note: words(2000),
  reviewDueOn: CalendarDay,
})

/** Benefits without an owner get the one that they are handed to. */
export const handOverBenefits: Service<z.infer<typeof HandOver>, Closure> = async (change, input) => {
  const before = await seen(change.tx, closures, input)
  const after = await closures.save(change, handOver(before, input))
  for (const benefit of await benefits.list(change.tx, { schemeId: before.schemeId })) {
    if (benefit.owner !== '' || benefit.status === 'closed') continue
    await benefits.save(change, { ...benefit, owner: input.benefitsOwner, revision: benefit.revision + 1 })
  }
  return outcome(before, after)
}

export const Closing = Seen.extend({ on: CalendarDay, reviewNote: words(5000).min(1) })

/** The review is done, and the scheme is closed. */
export const close: Service<z.infer<typeof Closing>, Closure> = async (change, input, acting) => {
  const before = await seen(change.tx, closures, input)
  const after = closeClosure(before, input.reviewNote, actOn(input.on, acting))
  await moveScheme(change, before.schemeId, 'closed')
  return outcome(before, await closures.save(change, after))
}
