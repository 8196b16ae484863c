import { authorityRequests, ruleValues } from '../../../../../db/subjects.ts'
import { keyDecisionOf } from '../../../../../domain/authority/keyDecision.ts'
import { forwardPlan } from '../../../../../reports/forwardPlan/report.ts'
import { dueDay } from '../../authority/requestAt.ts'
import type { MakeReport } from '../reportContext.ts'

/** Every request that has left its draft and is a key decision, or of which notice was given. */
export const makeForwardPlan: MakeReport = async ({ facts, db, narrative, figures }) => {
  const own = await ruleValues.list(db)
  const listed = (await authorityRequests.list(db)).filter((request) => {
    if (request.status === 'superseded') return false
    if (request.notice !== null) return true
    return request.status !== 'draft' && keyDecisionOf(request, dueDay(request, facts.asAt.day), own).isKey
  })
  return forwardPlan(listed, { narrative, figures })
}
