import type { Change } from '../../../../db/change.ts'
import { authorityRequests, changeRequests, routes } from '../../../../db/subjects.ts'
import { takeRequestEffect } from '../../../../domain/authority/requestDecision.ts'
import { stagesOf } from '../../../../domain/authority/requestStages.ts'
import { postChange } from '../../../../domain/change/changeSteps.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'

/** Says of the request or the change that a decision is about that it has had effect, within the change that posts it. */
export const saveEffect = async (change: Change, { about }: Decision): Promise<void> => {
  if (about?.kind === 'change_request') {
    await changeRequests.save(change, postChange(await changeRequests.get(change.tx, about.id)))
    return
  }
  if (about?.kind !== 'authority_request') return
  const request = await authorityRequests.get(change.tx, about.id)
  const stages = stagesOf(request, await routes.list(change.tx))
  await authorityRequests.save(change, takeRequestEffect(request, { stages, isKey: true }))
}
