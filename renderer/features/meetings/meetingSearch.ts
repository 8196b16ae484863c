import { z } from 'zod'
import { Id } from '../../../domain/id.ts'

export const meetingParts = ['agenda', 'papers', 'attendance', 'interests', 'record', 'minutes'] as const
export type MeetingPart = (typeof meetingParts)[number]

export const partWords: Record<MeetingPart, string> = {
  agenda: 'Agenda',
  papers: 'Papers',
  attendance: 'Attendance',
  interests: 'Interests',
  record: 'Record',
  minutes: 'Minutes and actions',
}

/** Which part of a meeting is shown. It stands in the address; without it, the part whose turn it is. */
export const MeetingSearch = z.object({ part: z.enum(meetingParts).optional().catch(undefined) })
export type MeetingSearch = z.infer<typeof MeetingSearch>

/** Which board's meetings are listed, and which page of them. */
export const MeetingsSearch = z.object({
  board: Id.optional().catch(undefined),
  page: z.coerce.number<number>().int().min(1).max(10_000).optional().catch(undefined),
})
export type MeetingsSearch = z.infer<typeof MeetingsSearch>
