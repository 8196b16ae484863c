import type { Board } from '../board/board.ts'
import { holdersOf, seatsOn } from '../board/seatsOn.ts'
import { notBefore } from '../businessCase/caseLifecycle.ts'
import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import type { Pence } from '../money.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { Closure, ClosureState } from './closure.ts'
import { isNothing, type Residual } from './residual.ts'

export interface ClosureStep {
  from: ClosureState | null
  to: ClosureState
  operation: string
}

const releasedAgain = ['residual_released', 'reported', 'accepted', 'handed_over', 'closed'] as const

/** Every step of a closure, in order (domain A3.6). Where nothing is left to release, the report follows the account. */
export const closureSteps: readonly ClosureStep[] = [
  { from: null, to: 'completion_reported', operation: 'closures.reportCompletion' },
  { from: 'completion_reported', to: 'account_agreed', operation: 'closures.agreeAccount' },
  { from: 'account_agreed', to: 'residual_released', operation: 'closures.release' },
  // A decision that is withdrawn has released nothing, and money can come back to a scheme that has ended.
  ...releasedAgain.map((status) => ({ from: status, to: status, operation: 'closures.release' })),
  { from: 'account_agreed', to: 'reported', operation: 'closures.report' },
  { from: 'residual_released', to: 'reported', operation: 'closures.report' },
  { from: 'reported', to: 'accepted', operation: 'closures.accept' },
  { from: 'accepted', to: 'handed_over', operation: 'closures.handOver' },
  { from: 'handed_over', to: 'closed', operation: 'closures.close' },
]

interface Act {
  on: CalendarDay
  today: CalendarDay
  actor: string
}

/** Throws `wrong-status` where the step does not follow, and `future-day` for a day that has not come. */
const step = (before: Closure, to: ClosureState, act?: Pick<Act, 'on' | 'today'>): Closure => {
  const steps = closureSteps.filter((each) => each.to === to && each.from !== to)
  if (!steps.some((each) => each.from === before.status)) {
    const needs = steps.map(({ from }) => String(from))
    return fail('wrong-status', { is: before.status, needs: needs.join(' or ') })
  }
  if (act) notInFuture(act)
  return { ...before, status: to, revision: before.revision + 1 }
}

const notInFuture = ({ on, today }: Pick<Act, 'on' | 'today'>): void => {
  if (on > today) fail('future-day', { on, today })
}

export const beginClosure = (id: Id, schemeId: Id, note: string, act: Act): Closure => {
  notInFuture(act)
  return {
    id,
    revision: 1,
    isRemoved: false,
    schemeId,
    status: 'completion_reported',
    writers: [act.actor],
    completedOn: act.on,
    completionNote: note,
    finalAccount: null,
    accountAgreedOn: null,
    accountAgreedBy: null,
    accountNote: '',
    decisionId: null,
    report: '',
    boardId: null,
    acceptedOn: null,
    acceptedBy: null,
    benefitsOwner: '',
    handoverNote: '',
    reviewDueOn: null,
    reviewedOn: null,
    reviewNote: '',
  }
}

/**
 * Finance agrees what the work cost. Throws `own-item` for whoever reported the completion, `orders-outstanding` while an
 * order is open, and `reason-missing` for an account that differs from what was spent without saying why. Pence.
 */
export const agreeAccount = (
  before: Closure,
  given: { finalAccount: Pence; note: string },
  money: { spent: Pence; outstanding: Pence },
  act: Act,
): Closure => {
  const after = step(before, 'account_agreed', act)
  separateDuties(before.writers, [act.actor], 'check')
  notBefore(before.completedOn, act.on)
  if (money.outstanding !== 0) return fail('orders-outstanding', { amount: money.outstanding })
  if (given.finalAccount !== money.spent && given.note.trim() === '') {
    return fail('reason-missing', { act: 'agree a final account that differs from what was spent' })
  }
  const { finalAccount, note: accountNote } = given
  return { ...after, finalAccount, accountNote, accountAgreedOn: act.on, accountAgreedBy: act.actor }
}

/** What was left is released under a decision; what is left again later is released where the closure stands. */
export const releaseResidual = (before: Closure, decisionId: Id): Closure => {
  const isAgain = (releasedAgain as readonly ClosureState[]).includes(before.status)
  const after = isAgain ? { ...before, revision: before.revision + 1 } : step(before, 'residual_released')
  return { ...after, decisionId }
}

/** Sends the report to its board. Throws `residual-left` while money stands on the scheme, and `lesson-missing`. */
export const reportClosure = (
  before: Closure,
  given: { report: string; boardId: Id; actor: string },
  { left, lessons }: { left: Residual; lessons: number },
): Closure => {
  const after = step(before, 'reported')
  if (!isNothing(left)) return fail('residual-left', { authority: left.authority, allocation: left.allocation })
  if (lessons === 0) return fail('lesson-missing', {})
  const { report, boardId, actor } = given
  return { ...after, report, boardId, writers: [...new Set([...before.writers, actor])] }
}

/** A chair of the board accepts it for the board. Throws `not-the-chair`, `own-item`, `date-order`. */
export const acceptClosure = (before: Closure, board: Board, accountId: Id | null, act: Act): Closure => {
  const after = step(before, 'accepted', act)
  const chairs = seatsOn(board, act.today).filter(({ isChair }) => isChair)
  if (accountId === null || !chairs.some((seat) => holdersOf(seat).includes(accountId))) {
    return fail('not-the-chair', { board: board.name })
  }
  separateDuties(before.writers, [act.actor], 'accept')
  notBefore(before.accountAgreedOn, act.on)
  return { ...after, acceptedOn: act.on, acceptedBy: act.actor }
}

/** The benefits go on under an owner, and are looked at again on a day. Throws `date-order` for one that is over. */
export const handOver = (
  before: Closure,
  given: { benefitsOwner: string; note: string; reviewDueOn: CalendarDay },
): Closure => {
  const after = step(before, 'handed_over')
  notBefore(before.acceptedOn, given.reviewDueOn)
  const { benefitsOwner, note: handoverNote, reviewDueOn } = given
  return { ...after, benefitsOwner, handoverNote, reviewDueOn }
}

/** After the review the scheme is closed. Throws `date-order` for a review before the board had accepted. */
export const closeClosure = (before: Closure, reviewNote: string, act: Act): Closure => {
  const after = step(before, 'closed', act)
  notBefore(before.acceptedOn, act.on)
  return { ...after, reviewedOn: act.on, reviewNote }
}
