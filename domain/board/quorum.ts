import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import type { Board } from './board.ts'
import { isConflicted } from './conflicts.ts'
import type { AgendaItem, Meeting } from './meeting.ts'
import { presentAt, type Sitting } from './present.ts'

/** What a quorum lacks: so many members more, so many of an organisation, or a chair. */
export type QuorumGap =
  | { kind: 'members'; more: number }
  | { kind: 'organisation'; organisationId: Id; more: number }
  | { kind: 'chair' }

export interface Quorum {
  isQuorate: boolean
  /** How many count towards it. */
  present: number
  missing: QuorumGap[]
}

/** Whether enough of the right people take part in an item, or, for null, in the meeting as a whole (R15). */
export const quorumOf = (board: Board, meeting: Meeting, item: AgendaItem | null, day: CalendarDay): Quorum => {
  const present = presentAt(board, meeting, item, day)
  const counting =
    item === null || board.quorum.countsConflicted
      ? present
      : present.filter(({ seat, accountId }) => !isConflicted(meeting, item, seat, accountId))
  const missing = gapsOf(board, counting)
  return { isQuorate: missing.length === 0, present: counting.length, missing }
}

/** What the quorum of a board lacks where these people count. */
export const gapsOf = ({ quorum }: Pick<Board, 'quorum'>, counting: readonly Pick<Sitting, 'seat'>[]): QuorumGap[] => {
  const gaps: QuorumGap[] = []
  if (counting.length < quorum.minMembers) gaps.push({ kind: 'members', more: quorum.minMembers - counting.length })
  for (const { organisationId, min } of quorum.perOrganisation) {
    const of = counting.filter(({ seat }) => seat.organisationId === organisationId).length
    if (of < min) gaps.push({ kind: 'organisation', organisationId, more: min - of })
  }
  if (quorum.isChairRequired && !counting.some(({ seat }) => seat.isChair)) gaps.push({ kind: 'chair' })
  return gaps
}
