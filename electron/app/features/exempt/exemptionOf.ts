import type { Reading } from '../../../../db/schema.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Exempt } from '../../../../domain/report/exempt.ts'
import { exemptOfReason } from '../../../../domain/report/exemptOfReason.ts'
import { exemptReasonOf } from './withheld.ts'

/** Why a case or a request is kept from the public; null where it is open to all, or where there is none. */
export const exemptionOf = async (db: Reading, subjectId: Id | null): Promise<Exempt | null> => {
  const reason = subjectId === null ? null : await exemptReasonOf(db, subjectId)
  return reason === null ? null : exemptOfReason(reason)
}
