import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import { itemOf, refuseConfirmed, withItem } from './agenda.ts'
import type { Board } from './board.ts'
import { interestsIn } from './conflicts.ts'
import type { AgendaItem, Meeting, Outcome, OutcomeResult } from './meeting.ts'
import { stepMeeting } from './meetingSteps.ts'
import { presentAt } from './present.ts'
import { quorumOf } from './quorum.ts'
import { nameGaps } from './quorumInWords.ts'
import { bears, eligibleVoters, tallyOf } from './voting.ts'

/** What a board does with an item: its stage of the route, or no more than to take note. */
export type BoardAct = 'recommend' | 'approve' | 'decide' | 'note'

export interface OutcomeContext {
  board: Board
  act: BoardAct
  /** Who wrote the item. */
  writers: readonly string[]
  /** The item stands as in the paper that was frozen for it. */
  isPaperCurrent: boolean
  /** Conditions of an earlier stage that nobody has discharged. */
  hasOpenConditions: boolean
  organisationNames: ReadonlyMap<string, string>
  /** As events name who does it. */
  actor: string
  today: CalendarDay
}

const outcomesOf: Record<BoardAct, readonly OutcomeResult[]> = {
  recommend: ['recommended', 'not_recommended', 'deferred', 'referred_back'],
  approve: ['approved', 'approved_with_conditions', 'deferred', 'refused', 'referred_back'],
  decide: ['approved', 'approved_with_conditions', 'deferred', 'refused', 'referred_back'],
  note: ['noted', 'approved', 'deferred', 'refused'],
}

/** What a board may do with an item, in the order in which a form offers it. */
export const outcomesFor = (act: BoardAct): readonly OutcomeResult[] => outcomesOf[act]

const withReason = new Set<OutcomeResult>(['not_recommended', 'deferred', 'refused', 'referred_back'])

export const needsReason = (result: OutcomeResult): boolean => withReason.has(result)

/**
 * Records what was decided on an item; it has no effect until the chair confirms it. Throws `date-order` before the day,
 * `answers-open` while a written procedure waits for answers, and what `checkOutcome` throws.
 */
export const recordOutcome = (meeting: Meeting, itemId: Id, outcome: Outcome, context: OutcomeContext): Meeting => {
  const next = stepMeeting(meeting, 'recordOutcome')
  const item = itemOf(meeting, itemId)
  refuseConfirmed(item)
  checkOutcome(meeting, item, outcome, context)
  return withItem(next, { ...item, outcome })
}

/**
 * The chair confirms an item as a second person, by which its outcome takes effect; all that held when it was recorded
 * has to hold still. Throws `wrong-status` without an outcome, and `own-item` for who recorded it.
 */
export const confirmItem = (meeting: Meeting, itemId: Id, context: OutcomeContext): Meeting => {
  const next = stepMeeting(meeting, 'confirmItem')
  return withItem(next, confirmed(meeting, itemOf(meeting, itemId), context))
}

/** The chair confirms the record as a whole; items without an outcome stay undecided and can come to another agenda. */
export const confirmRecord = (
  meeting: Meeting,
  contexts: ReadonlyMap<Id, OutcomeContext>,
  today: CalendarDay,
): Meeting => {
  const next = stepMeeting(meeting, 'confirmRecord')
  if (today < meeting.heldOn) fail('date-order', { earlier: meeting.heldOn, later: today })
  const items = meeting.items.map((item) => {
    const context = contexts.get(item.id)
    return item.isConfirmed || item.outcome === null || context === undefined ? item : confirmed(meeting, item, context)
  })
  return { ...next, items }
}

const confirmed = (meeting: Meeting, item: AgendaItem, context: OutcomeContext): AgendaItem => {
  refuseConfirmed(item)
  const { outcome } = item
  if (outcome === null) return fail('wrong-status', { is: 'without an outcome', needs: 'recorded' })
  separateDuties([outcome.recordedBy], [context.actor], 'confirm')
  checkOutcome(meeting, item, outcome, context)
  return { ...item, isConfirmed: true }
}

/**
 * What an outcome stands on. Throws `wrong-outcome`, `condition-missing`, `reason-missing`, `date-order`, `paper-changed`,
 * `own-item`, `no-quorum` with what is missing, `conflicted` and `vote-lost`.
 */
const checkOutcome = (meeting: Meeting, item: AgendaItem, outcome: Outcome, context: OutcomeContext): void => {
  const { board, act, writers, actor } = context
  const { result } = outcome
  const day = meeting.heldOn
  checkDay(meeting, item, context)
  if (!outcomesOf[act].includes(result)) fail('wrong-outcome', { act, result })
  const hasConditions = outcome.conditions.length > 0 || context.hasOpenConditions
  if (result === 'approved_with_conditions' && !hasConditions) fail('condition-missing', {})
  if (needsReason(result) && outcome.reason.trim() === '') fail('reason-missing', { act: result })
  const early = outcome.conditions.find(({ dueOn }) => dueOn < day)
  if (early) fail('date-order', { earlier: day, later: early.dueOn })
  if (item.subjectKind !== 'other' && !context.isPaperCurrent) fail('paper-changed', { title: item.title })
  separateDuties(writers, [actor], act === 'note' ? 'decide' : act)
  const quorum = quorumOf(board, meeting, item, day)
  if (!quorum.isQuorate) fail('no-quorum', { missing: nameGaps(quorum.missing, context.organisationNames) })
  if (hasConflictedInTheRoom(meeting, item, board)) fail('conflicted', { title: item.title })
  const tally = tallyOf(board, meeting, item, writers, day)
  if (!bears(board.voting, tally, result)) {
    fail('vote-lost', { result, for: tally.for, against: tally.against, abstained: tally.abstained })
  }
}

const checkDay = (meeting: Meeting, item: AgendaItem, { board, writers, today }: OutcomeContext): void => {
  const { kind, heldOn } = meeting
  if (kind === 'meeting') {
    if (today < heldOn) fail('date-order', { earlier: heldOn, later: today })
    return
  }
  // Before its last day a written procedure is over only when everybody has answered.
  if (today > heldOn) return
  const open = eligibleVoters(board, meeting, item, writers, heldOn).filter(
    ({ seat }) => !item.votes.some(({ seatId }) => seatId === seat.id),
  )
  if (open.length > 0) fail('answers-open', { until: heldOn })
}

/** Somebody with an interest stays only where the board counts them; otherwise they have left for the item. */
const hasConflictedInTheRoom = (meeting: Meeting, item: AgendaItem, board: Board): boolean => {
  if (meeting.kind === 'written_procedure' || board.quorum.countsConflicted) return false
  const here = presentAt(board, meeting, item, meeting.heldOn).map(({ accountId }) => accountId)
  return interestsIn(meeting, item).some(({ accountId, withdrew }) => !withdrew && here.includes(accountId))
}
