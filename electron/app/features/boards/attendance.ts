import { z } from 'zod'
import { apologise, declareInterest, recordAttendance } from '../../../../domain/board/attendance.ts'
import { Attendance, Interest, type Meeting } from '../../../../domain/board/meeting.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { mayDo } from '../../../../domain/roles.ts'
import type { Service } from '../../command.ts'
import { meetingAt, meetingOf, saveMeeting, seatOf } from './meetingOf.ts'

export const AttendanceRecord = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  attendance: z.array(Attendance).max(200),
})

export const recordMeetingAttendance: Service<z.infer<typeof AttendanceRecord>, Meeting> = async (
  change,
  input,
  acting,
) => {
  const { meeting, board, today } = await meetingAt(change, input, acting)
  const next = recordAttendance(meeting, board, input.attendance, today)
  const present = input.attendance.filter(({ presence }) => presence === 'present').length
  return await saveMeeting(change, next, 'attendance recorded', { present })
}

export const Apologies = z.strictObject({ id: Id })

/** A member's own apologies. Throws `wrong-status` once they are recorded as present. */
export const sendApologies: Service<z.infer<typeof Apologies>, Meeting> = async (change, input, acting) => {
  const { meeting, board, today } = await meetingOf(change, input.id, acting)
  const { seat, accountId } = seatOf(board, meeting.heldOn, acting.account?.id ?? null)
  const known = meeting.attendance.find(({ seatId }) => seatId === seat.id)
  if (known?.presence === 'present') fail('wrong-status', { is: 'present', needs: 'expected' })
  if (known?.presence === 'apologies') return null
  const next = recordAttendance(meeting, board, apologise(meeting, seat.id, accountId), today)
  return await saveMeeting(change, next, 'apologies sent')
}

export const InterestDeclaration = z.strictObject({
  id: Id,
  ...Interest.pick({ itemId: true, kind: true, description: true, withdrew: true }).shape,
  /** Whose interest it is, where the secretary takes it down; null for one's own. */
  accountId: Id.nullable(),
})

/** An interest of one's own, or one that the secretary takes down for a member. */
export const declareMeetingInterest: Service<z.infer<typeof InterestDeclaration>, Meeting> = async (
  change,
  input,
  acting,
) => {
  const { meeting, board } = await meetingOf(change, input.id, acting)
  const { id: _, accountId: given, ...interest } = input
  const own = acting.account?.id ?? null
  const isForAnother = given !== null && given !== own
  if (isForAnother && !mayDo(acting.role, 'meeting')) {
    fail('outside-scope', { role: acting.role })
  }
  const { accountId } = seatOf(board, meeting.heldOn, given ?? own)
  const next = declareInterest(meeting, board, { ...interest, accountId, id: acting.newId() })
  const title = meeting.items.find(({ id }) => id === input.itemId)?.title
  return await saveMeeting(change, next, 'interest declared', { title, accountId, withdrew: input.withdrew })
}
