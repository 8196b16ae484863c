import { z } from 'zod'
import { ChangeKind } from '../../../domain/change/changeRequest.ts'
import { StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'

/** What a new change begins with: a cell that it changes, a change that it copies, or the scenario in which it is tried. */
export const NewChangeSearch = z.object({
  kind: ChangeKind.optional().catch(undefined),
  at: z
    .string()
    .regex(/^(programme|theme|scheme)\.[0-9A-Z]{26}$/)
    .optional()
    .catch(undefined),
  year: z.coerce.number().pipe(StartYear).optional().catch(undefined),
  source: Id.optional().catch(undefined),
  copy: Id.optional().catch(undefined),
  /** The copy takes back what it copies. */
  opposite: z.enum(['yes']).optional().catch(undefined),
  scenario: Id.optional().catch(undefined),
  step: z.enum(['check']).optional().catch(undefined),
})
export type NewChangeSearch = z.infer<typeof NewChangeSearch>

export const ChangeSearch = z.object({ sent: z.enum(['yes']).optional().catch(undefined) })

export const ScenariosSearch = z.object({ id: Id.optional().catch(undefined) })
