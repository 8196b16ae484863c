import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import type { Board, Seat, VotingRule } from './board.ts'
import { isConflicted } from './conflicts.ts'
import type { AgendaItem, Meeting, OutcomeResult } from './meeting.ts'
import { presentAt, type Sitting } from './present.ts'
import { holdersOf, seatsOn } from './seatsOn.ts'

/** Why somebody does not vote on an item. */
export type VoteBar = 'absent' | 'conflicted' | 'own-item'

/**
 * What keeps a person on a seat from voting on an item; null where nothing does. An alternate votes neither for a member
 * who wrote the item nor for one with an interest in it (R14, R15).
 */
export const barToVote = (
  meeting: Meeting,
  item: AgendaItem,
  writers: readonly string[],
  { seat, accountId }: Sitting,
): VoteBar | null => {
  if (writers.includes(accountId) || writers.includes(seat.accountId)) return 'own-item'
  if (isConflicted(meeting, item, seat, accountId)) return 'conflicted'
  if (meeting.kind === 'written_procedure') return null
  const sat = meeting.attendance.find((each) => each.seatId === seat.id && each.presence === 'present')
  return sat?.accountId === accountId ? null : 'absent'
}

/** Who may vote on an item: of those present, or in a written procedure of all seats, those whom nothing bars. */
export const eligibleVoters = (
  board: Board,
  meeting: Meeting,
  item: AgendaItem,
  writers: readonly string[],
  day: CalendarDay,
): Sitting[] => {
  const sittings =
    meeting.kind === 'meeting'
      ? presentAt(board, meeting, item, day)
      : seatsOn(board, day).map((seat) => ({ seat, accountId: whoAnswers(item, seat) }))
  return sittings.filter((sitting) => barToVote(meeting, item, writers, sitting) === null)
}

/** In a written procedure the member, or the alternate who has answered in their place. */
const whoAnswers = (item: AgendaItem, seat: Seat): Id => {
  const given = item.votes.find((vote) => vote.seatId === seat.id)
  return given && holdersOf(seat).includes(given.accountId) ? given.accountId : seat.accountId
}

export interface Tally {
  for: number
  against: number
  abstained: number
  /** How the chair voted, or the chairs where all of them agree; it counts again where votes are equal. */
  chair: 'for' | 'against' | null
}

/** The votes of those who may vote. */
export const tallyOf = (
  board: Board,
  meeting: Meeting,
  item: AgendaItem,
  writers: readonly string[],
  day: CalendarDay,
): Tally => {
  const cast = eligibleVoters(board, meeting, item, writers, day).flatMap(({ seat, accountId }) => {
    const given = item.votes.find((vote) => vote.seatId === seat.id && vote.accountId === accountId)
    return given ? [{ vote: given.vote, isChair: seat.isChair }] : []
  })
  const count = (vote: string) => cast.filter((each) => each.vote === vote).length
  const chairs = new Set(cast.filter(({ isChair, vote }) => isChair && vote !== 'abstain').map(({ vote }) => vote))
  const [chair] = chairs.size === 1 ? [...chairs] : []
  return {
    for: count('for'),
    against: count('against'),
    abstained: count('abstain'),
    chair: chair === 'for' || chair === 'against' ? chair : null,
  }
}

/** Whether what was put to the vote is carried. Who abstains counts on neither side, and without a vote nothing is carried. */
export const isCarried = (rule: VotingRule, tally: Tally): boolean => {
  if (tally.for === 0) return false
  if (rule.needs === 'unanimous') return tally.against === 0
  if (rule.needs === 'two_thirds') return tally.for * 3 >= (tally.for + tally.against) * 2
  return tally.for > tally.against || (tally.for === tally.against && rule.hasCastingVote && tally.chair === 'for')
}

/** Whether the votes bear an outcome: consent needs them carried, its opposite needs them lost; putting off needs no vote. */
export const bears = (rule: VotingRule, tally: Tally, result: OutcomeResult): boolean => {
  if (result === 'deferred' || result === 'referred_back' || result === 'noted') return true
  const isConsent = result === 'recommended' || result === 'approved' || result === 'approved_with_conditions'
  return isConsent ? isCarried(rule, tally) : tally.for + tally.against > 0 && !isCarried(rule, tally)
}
