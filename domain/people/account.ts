import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'
import { Pence } from '../money.ts'
import { Role } from '../roles.ts'

/** A role that a person holds from a day on, where it counts, and up to what amount they may decide by it. */
export const RoleAssignment = z.strictObject({
  role: Role,
  /** The whole programme, or one theme, scheme or board; the id is null for the programme. */
  scope: z.strictObject({ kind: z.enum(['programme', 'theme', 'scheme', 'board']), id: Id.nullable() }),
  fromOn: CalendarDay,
  /** The last day, null while it lasts. */
  toOn: CalendarDay.nullable(),
  /** Pence; null where the role decides no money. */
  delegationLimit: Pence.nullable(),
})
export type RoleAssignment = z.infer<typeof RoleAssignment>

/** A person at the desk. The title is an office, never a person's name; passwords stand apart and in no event. */
export const Account = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  /** What is typed to sign in, unique in the programme whatever its capitals. */
  signInName: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  organisationId: Id.nullable(),
  assignments: z.array(RoleAssignment).max(100),
  /** The last day on which they may sign in, null while it lasts. */
  endedOn: CalendarDay.nullable(),
})
export type Account = z.infer<typeof Account>

/** A sign-in name as it is compared: whatever its capitals and however its letters are put together. */
export const nameAsTyped = (signInName: string): string => signInName.trim().normalize('NFKC').toLowerCase()
