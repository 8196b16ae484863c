import type { Reading } from '../../../../db/schema.ts'
import { decisions } from '../../../../db/subjects.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Exempt } from '../../../../domain/report/exempt.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import { exemptionOf } from './exemptionOf.ts'

type About = Pick<ReportOrder, 'report' | 'scope'>

/** Why a report is exempt as a whole, by what is exempt now; null for one whose subject is open to all. */
export const exemptionOfScope = async (db: Reading, about: About): Promise<Exempt | null> =>
  await exemptionOf(db, await exemptibleOf(db, about))

/**
 * The case or request that a report is about. A notice of a key decision is public whatever it is about (2012
 * Regulations, 9).
 */
export const exemptibleOf = async (db: Reading, { report, scope }: About): Promise<Id | null> => {
  if (report === 'key-decision-notice') return null
  if (scope.kind === 'request' || scope.kind === 'case') return scope.id
  if (scope.kind !== 'decision') return null
  return (await decisions.find(db, scope.id))?.about?.id ?? null
}
