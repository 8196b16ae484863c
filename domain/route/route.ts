import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { Role } from '../roles.ts'

/** What a stage of a route does. The clock does the last two. */
export const StageAct = z.enum([
  'recommend',
  'approve',
  'finance_check',
  'legal_check',
  'notice',
  'report',
  'decide',
  'publish',
  'call_in',
  'in_force',
])
export type StageAct = z.infer<typeof StageAct>

export const RouteStage = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(200),
  act: StageAct,
  /** A board, everybody with a role, or time itself. */
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('board'), boardId: Id }),
    z.strictObject({ kind: z.literal('role'), role: Role }),
    z.strictObject({ kind: z.literal('clock') }),
  ]),
  /** In how many working days it should be done; null where nothing is said. */
  deadlineWorkingDays: z.int().min(1).max(400).nullable(),
})
export type RouteStage = z.infer<typeof RouteStage>

/** The stages that a kind of thing goes through, in order, from a day on. A newer version takes its place; nothing is overwritten. */
export const Route = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  subjectKind: z.enum(['business_case', 'authority_request']),
  name: z.string().trim().min(1).max(200),
  version: z.int().min(1),
  stages: z.array(RouteStage).min(1).max(20),
  /** Boards that are told and give no consent. */
  monitoredBy: z.array(Id).max(20),
  /** One body does what others leave to two, as in a place with a single digital board. */
  isSingleBoard: z.boolean(),
  fromOn: CalendarDay,
})
export type Route = z.infer<typeof Route>
