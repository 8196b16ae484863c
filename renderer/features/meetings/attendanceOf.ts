import type { Attendance } from '../../../domain/board/meeting.ts'
import type { Id } from '../../../domain/id.ts'

type Presence = Attendance['presence']

/** The attendance with what is now said of a seat; null says nothing of it. */
export const withPresence = (
  attendance: readonly Attendance[],
  seatId: Id,
  accountId: Id,
  presence: Presence | null,
): Attendance[] => {
  const rest = attendance.filter((each) => each.seatId !== seatId)
  return presence === null ? rest : [...rest, { seatId, accountId, presence }]
}

/** Everybody present who has not sent apologies, each seat by who was named for it or its member. */
export const everybodyPresent = (
  attendance: readonly Attendance[],
  seats: readonly { id: Id; accountId: Id }[],
): Attendance[] =>
  seats.map((seat) => {
    const known = attendance.find(({ seatId }) => seatId === seat.id)
    if (known?.presence === 'apologies') return known
    return { seatId: seat.id, accountId: known?.accountId ?? seat.accountId, presence: 'present' as const }
  })
