import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

/** What a board may do with what comes before it. Different acts belong to different bodies. */
export const BoardFunction = z.enum(['recommend', 'approve', 'decide', 'monitor', 'receive'])
export type BoardFunction = z.infer<typeof BoardFunction>

/** A place on a board, who holds it, and who may stand in for them. */
export const Seat = z.strictObject({
  id: Id,
  accountId: Id,
  organisationId: Id.nullable(),
  /** Boards of two organisations have two chairs. */
  isChair: z.boolean(),
  alternateIds: z.array(Id).max(10),
  fromOn: CalendarDay,
  /** The last day, null while it lasts. */
  toOn: CalendarDay.nullable(),
})
export type Seat = z.infer<typeof Seat>

export const QuorumRule = z.strictObject({
  minMembers: z.int().min(1).max(100),
  perOrganisation: z.array(z.strictObject({ organisationId: Id, min: z.int().min(1).max(100) })).max(20),
  isChairRequired: z.boolean(),
  /** Whether somebody with an interest in the item counts towards its quorum. */
  countsConflicted: z.boolean(),
})
export type QuorumRule = z.infer<typeof QuorumRule>

export const VotingRule = z.strictObject({
  needs: z.enum(['simple_majority', 'two_thirds', 'unanimous']),
  /** With votes equal the chair's vote counts again. */
  hasCastingVote: z.boolean(),
})
export type VotingRule = z.infer<typeof VotingRule>

/** A body that recommends, approves, decides, monitors or receives. */
export const Board = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  name: z.string().trim().min(1).max(200),
  organisationIds: z.array(Id).max(20),
  functions: z.array(BoardFunction).min(1).max(5),
  parentId: Id.nullable(),
  seats: z.array(Seat).max(200),
  quorum: QuorumRule,
  voting: VotingRule,
  /** How often it meets, in words. */
  cadence: z.string().trim().max(200),
  endedOn: CalendarDay.nullable(),
})
export type Board = z.infer<typeof Board>
