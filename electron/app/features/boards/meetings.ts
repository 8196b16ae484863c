import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import { boards, meetings } from '../../../../db/subjects.ts'
import { isUnderWay } from '../../../../domain/board/agenda.ts'
import { cancelMeeting as calledOff } from '../../../../domain/board/cancelMeeting.ts'
import { Meeting } from '../../../../domain/board/meeting.ts'
import { stepMeeting } from '../../../../domain/board/meetingSteps.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import type { Service } from '../../command.ts'
import { refuseEarlier, subjectOf } from './agendaSubject.ts'
import { meetingAt, refuseOutside, saveMeeting } from './meetingOf.ts'

export const NewMeeting = Meeting.pick({ boardId: true, kind: true, heldOn: true, venue: true })

/** Plans a meeting, or a written procedure with its last day for answers; one that was held on paper has a day that is past. */
export const planMeeting: Service<z.infer<typeof NewMeeting>, Meeting> = async (change, input, acting) => {
  const board = await boards.get(change.tx, input.boardId)
  refuseOutside(acting, board.id)
  await refuseEnded(change, input.boardId, input.heldOn)
  // Pressed twice, it is one meeting.
  const known = await meetings.list(change.tx, { boardId: board.id })
  if (known.some((each) => each.revision === 1 && isSameAs(each, input))) return null
  const meeting: Meeting = {
    ...input,
    id: acting.newId(),
    revision: 1,
    isRemoved: false,
    status: 'planned',
    agendaPublishedAt: null,
    items: [],
    attendance: [],
    interests: [],
    minutes: '',
    actions: [],
  }
  await meetings.insert(change, meeting)
  return {
    subject: { kind: 'meeting', id: meeting.id },
    transition: 'planned',
    value: meeting,
    detail: { board: board.name, heldOn: meeting.heldOn },
  }
}

const isSameAs = (meeting: Meeting, given: z.infer<typeof NewMeeting>): boolean =>
  meeting.kind === given.kind && meeting.heldOn === given.heldOn && meeting.venue === given.venue

export const MeetingChange = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  ...Meeting.pick({ heldOn: true, venue: true }).shape,
})

/** Moves a meeting to another day or place, until somebody is present, has voted or has recorded an outcome. */
export const changeMeeting: Service<z.infer<typeof MeetingChange>, Meeting> = async (change, input, acting) => {
  const { meeting } = await meetingAt(change, input, acting)
  const next = { ...stepMeeting(meeting, 'change'), heldOn: input.heldOn, venue: input.venue }
  refuseBegun(meeting)
  await refuseEnded(change, meeting.boardId, input.heldOn)
  for (const item of meeting.items) refuseEarlier(await subjectOf(change.tx, item, input.heldOn), input.heldOn)
  const moved = meeting.heldOn === input.heldOn ? {} : { from: meeting.heldOn, to: input.heldOn }
  return await saveMeeting(change, next, 'changed', moved)
}

export const MeetingCancellation = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  reason: z.string().trim().min(1).max(500),
})

/** Calls a meeting off, unless a quorum has voted on what its board is still asked about. */
export const cancelMeeting: Service<z.infer<typeof MeetingCancellation>, Meeting> = async (change, input, acting) => {
  const { meeting, board } = await meetingAt(change, input, acting)
  const asked = new Set<Id>()
  for (const item of meeting.items) {
    const subject = await subjectOf(change.tx, item, meeting.heldOn)
    if (subject === null || subject.asks?.boardId === board.id) asked.add(item.id)
  }
  const next = calledOff(meeting, board, asked)
  return await saveMeeting(change, next, `${meeting.status} → cancelled`, { reason: input.reason })
}

const refuseBegun = (meeting: Meeting): void => {
  if (isUnderWay(meeting)) fail('wrong-status', { is: 'under way', needs: 'planned' })
}

/** Throws `wrong-status` for a day on which the board is no more. */
const refuseEnded = async ({ tx }: Change, boardId: Id, day: CalendarDay): Promise<void> => {
  const { endedOn } = await boards.get(tx, boardId)
  if (endedOn !== null && endedOn < day) fail('wrong-status', { is: 'ended', needs: 'in use' })
}
