import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

export const OrganisationType = z.enum([
  'local_authority',
  'nhs_commissioner',
  'nhs_provider',
  'primary_care',
  'third_sector',
  'private',
  'service',
])

/** A council, an NHS body or a partner. `predecessorIds` keeps the line from an abolished body to its successor. */
export const Organisation = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(200),
  type: OrganisationType,
  validFromOn: CalendarDay.nullable(),
  validToOn: CalendarDay.nullable(),
  predecessorIds: z.array(Id).max(20),
  isAccountableBody: z.boolean(),
  note: z.string().max(1000),
})
export type Organisation = z.infer<typeof Organisation>
