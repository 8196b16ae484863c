import type { Reading } from '../../../../db/schema.ts'
import { boards, meetings } from '../../../../db/subjects.ts'
import { noticeOf } from '../../../../domain/board/agendaNotice.ts'
import { quorumOf } from '../../../../domain/board/quorum.ts'
import { nameGaps } from '../../../../domain/board/quorumInWords.ts'
import { holdersOf, seatsOn } from '../../../../domain/board/seatsOn.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import type { Withheld } from '../exempt/withheld.ts'
import { describeItem, isItemWithheld, namesFor } from './describeItem.ts'
import { readyItems } from './readyItems.ts'

/** A meeting as whoever looks at it can act in it: its items with quorum and votes, who sits there, and what could come. */
export const meetingScreen = async (
  db: Reading,
  id: Id,
  { day, actor, withheld }: { day: CalendarDay; actor: Actor; withheld: Withheld },
) => {
  const meeting = await meetings.get(db, id)
  const board = await boards.get(db, meeting.boardId)
  const names = await namesFor(db)
  const { title } = names
  const items = []
  for (const item of meeting.items) items.push(await describeItem(db, board, meeting, item, { names, withheld }))
  const quorum = quorumOf(board, meeting, null, meeting.heldOn)
  const isOpen = meeting.status === 'planned' || meeting.status === 'agenda_published'
  const hidden = new Set(meeting.items.filter((item) => isItemWithheld(withheld, item)).map((item) => item.id))
  const interests = meeting.interests.filter(({ itemId }) => !hidden.has(itemId))
  return {
    // Minutes and actions are of the whole meeting, and nobody can tell which of their words are of the exempt items.
    meeting: { ...meeting, items, interests, ...(hidden.size > 0 ? { minutes: '', actions: [] } : {}) },
    areMinutesWithheld: hidden.size > 0,
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
    /** The cases and requests that could come to this agenda. */
    ready: isOpen ? await readyItems(db, board.id, meeting.heldOn) : [],
    actor: actor.id,
    day,
  }
}
