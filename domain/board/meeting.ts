import { z } from 'zod'
import { CalendarDay, Instant } from '../calendarDay.ts'
import { Id } from '../id.ts'

const text = (limit: number) => z.string().trim().max(limit)

export const MeetingState = z.enum(['planned', 'agenda_published', 'confirmed', 'cancelled'])
export type MeetingState = z.infer<typeof MeetingState>

/** What a board did with an item. */
export const OutcomeResult = z.enum([
  'recommended',
  'not_recommended',
  'approved',
  'approved_with_conditions',
  'deferred',
  'refused',
  'referred_back',
  'noted',
])
export type OutcomeResult = z.infer<typeof OutcomeResult>

export const Vote = z.strictObject({
  seatId: Id,
  /** Who cast it: the member, or an alternate in their place. */
  accountId: Id,
  vote: z.enum(['for', 'against', 'abstain']),
  /** Why, in the member's own words. */
  note: text(2000),
})
export type Vote = z.infer<typeof Vote>

export const OutcomeCondition = z.strictObject({
  text: text(2000).min(1),
  owner: text(200).min(1),
  dueOn: CalendarDay,
  isAfterRelease: z.boolean(),
})
export type OutcomeCondition = z.infer<typeof OutcomeCondition>

export const Outcome = z.strictObject({
  result: OutcomeResult,
  wording: text(5000),
  /** For what is deferred, refused, referred back or not recommended. */
  reason: text(2000),
  conditions: z.array(OutcomeCondition).max(50),
  /** As events name them; the chair who confirms is somebody else. */
  recordedBy: text(100),
})
export type Outcome = z.infer<typeof Outcome>

export const AgendaItem = z.strictObject({
  id: Id,
  subjectKind: z.enum(['business_case', 'authority_request', 'other']),
  subjectId: Id.nullable(),
  title: text(300).min(1),
  /** Kept from the public, and from whoever has no part in it; the reason is empty where it is open to all. */
  isExempt: z.boolean(),
  exemptReason: text(500),
  /** The paper as it stood when the agenda was published. */
  paperId: Id.nullable(),
  votes: z.array(Vote).max(200),
  outcome: Outcome.nullable(),
  /** The chair has confirmed the record, and the outcome has taken effect. */
  isConfirmed: z.boolean(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const Attendance = z.strictObject({
  seatId: Id,
  /** Who sat there: the member or one of their alternates. */
  accountId: Id,
  presence: z.enum(['present', 'apologies', 'absent']),
})
export type Attendance = z.infer<typeof Attendance>

/** An interest that somebody has declared in an item of the agenda. */
export const Interest = z.strictObject({
  id: Id,
  itemId: Id,
  accountId: Id,
  kind: z.enum(['pecuniary', 'organisational', 'personal']),
  description: text(1000).min(1),
  withdrew: z.boolean(),
})
export type Interest = z.infer<typeof Interest>

export const MeetingAction = z.strictObject({
  id: Id,
  text: text(1000).min(1),
  owner: text(200).min(1),
  dueOn: CalendarDay.nullable(),
  doneOn: CalendarDay.nullable(),
})
export type MeetingAction = z.infer<typeof MeetingAction>

/** A meeting of a board, or a written procedure between meetings with the same quorum. */
export const Meeting = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  boardId: Id,
  kind: z.enum(['meeting', 'written_procedure']),
  /** For a written procedure the last day for answers. */
  heldOn: CalendarDay,
  venue: text(200),
  status: MeetingState,
  agendaPublishedAt: Instant.nullable(),
  items: z.array(AgendaItem).max(100),
  attendance: z.array(Attendance).max(200),
  interests: z.array(Interest).max(200),
  minutes: z.string().max(50_000),
  actions: z.array(MeetingAction).max(200),
})
export type Meeting = z.infer<typeof Meeting>
