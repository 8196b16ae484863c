import { z } from 'zod'
import type { Tx } from '../../../../db/schema.ts'
import { businessCases } from '../../../../db/subjects.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'

/** A case at the revision that the caller has read. */
export const CaseAt = z.strictObject({ id: Id, revision: z.int().min(1) })

/** Throws `not-found` for what has been removed, and `stale` where somebody saved since. */
export const caseAt = async (tx: Tx, { id, revision }: z.infer<typeof CaseAt>): Promise<BusinessCase> => {
  const found = await businessCases.get(tx, id)
  return found.revision === revision ? found : fail('stale', { entity: 'business_case', id })
}
