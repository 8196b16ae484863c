import { fail } from '../errors.ts'
import type { Role } from '../roles.ts'
import type { Route, RouteStage, StageAct } from '../route/route.ts'
import type { AuthorityRequest, RequestState } from './authorityRequest.ts'

/** A stage of a request; where `by` is null everybody who has the duty may do it. */
export interface RequestStage {
  act: StageAct
  name: string
  by: RouteStage['by'] | null
}

/** What has to be known of a request's route: its stages, and whether the decision is a key one. */
export interface OnRoute {
  stages: readonly RequestStage[]
  isKey: boolean
}

/** The order of law, for a programme that has laid down no route of its own. */
export const lawfulStages: readonly RequestStage[] = [
  { act: 'finance_check', name: 'Finance check', by: null },
  { act: 'legal_check', name: 'Legal and equality check', by: null },
  { act: 'notice', name: 'Notice of the key decision', by: null },
  { act: 'report', name: 'Report published', by: null },
  { act: 'decide', name: 'Decision', by: null },
  { act: 'publish', name: 'Decision published', by: null },
  { act: 'call_in', name: 'Call-in window', by: { kind: 'clock' } },
  { act: 'in_force', name: 'In force', by: { kind: 'clock' } },
]

/** The stages of the route that was fixed when the request was made ready. */
export const stagesOf = (
  request: Pick<AuthorityRequest, 'routeId'>,
  routes: readonly Route[],
): readonly RequestStage[] => routes.find((route) => route.id === request.routeId)?.stages ?? lawfulStages

/** The states of a request that is on its way to its decision. */
export const onItsWay: readonly RequestState[] = [
  'ready',
  'finance_cleared',
  'cleared',
  'recommended',
  'notice_published',
  'report_published',
  'deferred',
  'referred_back',
]

/** What is asked for and not in force, and still may come to be. */
export const openStates: readonly RequestState[] = ['draft', ...onItsWay, 'approved', 'published', 'called_in']

/** Only a key decision has a notice and a report that is open to the public before it. */
const forKeyDecisions: readonly StageAct[] = ['notice', 'report']

interface StageReached {
  stage: RequestStage
  /** How many stages are passed once it is done. */
  passed: number
}

/** What comes next on the route; undefined once everything has been done. */
export const nextStage = (
  { stagesPassed }: Pick<AuthorityRequest, 'stagesPassed'>,
  { stages, isKey }: OnRoute,
): StageReached | undefined => {
  const index = stages.findIndex((each, at) => at >= stagesPassed && (isKey || !forKeyDecisions.includes(each.act)))
  const stage = stages[index]
  return stage && { stage, passed: index + 1 }
}

/**
 * The stage that an act does, once it is next. Throws `wrong-status` for a request that is not on its way, and `not-next`
 * for what the route does not have, or not yet.
 */
export const reachStage = (request: AuthorityRequest, act: StageAct, route: OnRoute): StageReached => {
  if (!onItsWay.includes(request.status)) fail('wrong-status', { is: request.status, needs: stateBefore(act) })
  const next = nextStage(request, route)
  if (!next || next.stage.act !== act) return fail('not-next', { act, next: next?.stage.name ?? null })
  return next
}

/** Throws `not-permitted` for another role than the one that the route names, `board-decides` where a board does it. */
export const checkDoer = ({ by, name }: RequestStage, operation: string, role: Role): void => {
  if (by?.kind === 'board') fail('board-decides', { stage: name })
  if (by?.kind === 'role' && by.role !== role) fail('not-permitted', { operation, role })
}

const statesBefore: Partial<Record<StageAct, RequestState>> = {
  publish: 'approved',
  call_in: 'published',
  in_force: 'published',
}

const stateBefore = (act: StageAct): RequestState => statesBefore[act] ?? 'ready'
