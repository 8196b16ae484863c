import { readyCases } from '../../../../db/queries/agenda.ts'
import type { Reading } from '../../../../db/schema.ts'
import { boards, meetings } from '../../../../db/subjects.ts'
import { noticeOf } from '../../../../domain/board/agendaNotice.ts'
import { quorumOf } from '../../../../domain/board/quorum.ts'
import { nameGaps } from '../../../../domain/board/quorumInWords.ts'
import { holdersOf, seatsOn } from '../../../../domain/board/seatsOn.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { describeItem, namesFor } from './describeItem.ts'

const READY = 50

/** A meeting as whoever looks at it can act in it: its items with quorum and votes, who sits there, and what could come. */
export const meetingScreen = async (db: Reading, id: Id, day: CalendarDay, actor: Actor) => {
  const meeting = await meetings.get(db, id)
  const board = await boards.get(db, meeting.boardId)
  const names = await namesFor(db)
  const { title } = names
  const items = []
  for (const item of meeting.items) items.push(await describeItem(db, board, meeting, item, names))
  const quorum = quorumOf(board, meeting, null, meeting.heldOn)
  const isOpen = meeting.status === 'planned' || meeting.status === 'agenda_published'
  return {
    meeting: { ...meeting, items },
    board: { id: board.id, name: board.name, quorum: board.quorum, voting: board.voting },
    seats: seatsOn(board, meeting.heldOn).map((seat) => ({
      ...seat,
      title: title(seat.accountId),
      organisation: seat.organisationId === null ? null : (names.organisations.get(seat.organisationId) ?? null),
      alternates: seat.alternateIds.map((accountId) => ({ accountId, title: title(accountId) })),
      isOwn: actor.account !== null && holdersOf(seat).includes(actor.account.id),
    })),
    quorum: { ...quorum, missing: nameGaps(quorum.missing, names.organisations) },
    notice: noticeOf(meeting, day),
    /** The cases that could come to this agenda. */
    ready: isOpen ? await readyCases(db, board.id, READY) : [],
    actor: actor.id,
    day,
  }
}
