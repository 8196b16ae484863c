import type { Reading } from '../../../../db/schema.ts'
import { accounts, boards, organisations } from '../../../../db/subjects.ts'
import { gapsOf } from '../../../../domain/board/quorum.ts'
import { nameGaps } from '../../../../domain/board/quorumInWords.ts'
import { seatsOn } from '../../../../domain/board/seatsOn.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'

/** Every board with its seats of a day by title, and whether all of them together would be a quorum. */
export const boardsList = async (db: Reading, day: CalendarDay) => {
  const people = await accounts.list(db)
  const known = await organisations.list(db)
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const list = (await boards.list(db)).map((board) => {
    const seats = seatsOn(board, day)
    return {
      ...board,
      lacks: nameGaps(
        gapsOf(
          board,
          seats.map((seat) => ({ seat })),
        ),
        names,
      ),
      members: seats.map((seat) => ({
        seatId: seat.id,
        title: titleOf(people, seat.accountId),
        organisation: seat.organisationId === null ? null : (names.get(seat.organisationId) ?? null),
        isChair: seat.isChair,
        alternates: seat.alternateIds.map((id) => titleOf(people, id)),
      })),
    }
  })
  return {
    day,
    boards: list,
    people: people.map(({ id, title, organisationId }) => ({ id, title, organisationId })),
    organisations: known.map(({ id, name }) => ({ id, name })),
  }
}
