import { z } from 'zod'
import { StartYear } from '../financialYear.ts'
import { Id } from '../id.ts'
import { LARGEST_AMOUNT } from '../money.ts'

/** The one programme of a file. `capitalSchemeNumber` is the council's parent number, `NNNNN/NNN/NNN` at Leeds. */
export const Programme = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  name: z.string().trim().min(1).max(200),
  capitalSchemeNumber: z.string().trim().max(40),
  accountableOrganisationId: Id.nullable(),
  partnerOrganisationId: Id.nullable(),
  startYear: StartYear,
  endYear: StartYear,
  isSample: z.boolean(),
  /** What the reader should know of where the figures come from. */
  note: z.string().max(2000),
  /** Where the money allocated per year is stated; null when it is not. Pence. */
  annualAllocation: z.int().min(0).max(LARGEST_AMOUNT).nullable(),
})
export type Programme = z.infer<typeof Programme>
