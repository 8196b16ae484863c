import type { Change } from '../../../../db/change.ts'
import { authorityRequests, routes } from '../../../../db/subjects.ts'
import { takeRequestEffect } from '../../../../domain/authority/requestDecision.ts'
import { stagesOf } from '../../../../domain/authority/requestStages.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'

/** Says of the request that a decision is about that it has had effect, within the change that posts the decision. */
export const saveEffect = async (change: Change, { about }: Decision): Promise<void> => {
  if (about?.kind !== 'authority_request') return
  const request = await authorityRequests.get(change.tx, about.id)
  const stages = stagesOf(request, await routes.list(change.tx))
  await authorityRequests.save(change, takeRequestEffect(request, { stages, isKey: true }))
}
