import type { Outcome } from '../board/meeting.ts'
import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { AuthorityRequest } from './authorityRequest.ts'
import { decided } from './requestDecision.ts'
import { notBeforeLastStep } from './requestLifecycle.ts'
import { type OnRoute, reachStage } from './requestStages.ts'

export interface BoardOnRequest {
  boardId: Id
  on: CalendarDay
  /** Who confirmed the record, as events name them. */
  actor: string
  /** The paper that was before the board. */
  paperId: Id | null
}

/**
 * The request after what a board did with it, once its chair has confirmed the record: a board that recommends sends it
 * on, one that decides takes the decision. Throws `wrong-outcome` for what such a board cannot do, `not-next` for a board
 * that is not next on its route, `own-item`, `reason-missing`, `too-little-notice` and `date-order`.
 */
export const applyBoardOutcome = (
  request: AuthorityRequest,
  outcome: Pick<Outcome, 'result' | 'wording' | 'reason' | 'conditions'>,
  board: BoardOnRequest,
  route: OnRoute,
): AuthorityRequest => {
  const { result } = outcome
  const decides = result === 'approved' || result === 'approved_with_conditions' || result === 'refused'
  const recommends = result === 'recommended' || result === 'not_recommended'
  const act = decides ? 'decide' : recommends ? 'recommend' : boardActNext(request, route)
  if (result === 'noted') return fail('wrong-outcome', { act: 'recommend', result })
  const { stage, passed } = reachStage(request, act, route)
  if (stage.by?.kind !== 'board' || stage.by.boardId !== board.boardId) {
    return fail('not-next', { act, next: stage.name })
  }
  separateDuties(request.writers, [board.actor], act === 'decide' ? 'decide' : 'recommend')
  notBeforeLastStep(request, board.on)

  if (result === 'recommended') {
    return { ...request, status: 'recommended', stagesPassed: passed, reason: '', revision: request.revision + 1 }
  }
  if (act === 'decide' && decides) {
    const conditions = outcome.conditions.map(({ text }) => text)
    const given = {
      outcome: result === 'refused' ? ('refused' as const) : ('approved' as const),
      wording: [outcome.wording, ...conditions].filter((text) => text !== '').join('\n'),
      reason: outcome.reason,
      paperId: board.paperId,
    }
    return decided(request, given, board, { passed, isKey: route.isKey })
  }
  if (outcome.reason.trim() === '') fail('reason-missing', { act: result })
  const status = result === 'not_recommended' ? 'refused' : result === 'deferred' ? 'deferred' : 'referred_back'
  return { ...request, status, reason: outcome.reason.trim(), revision: request.revision + 1 }
}

const boardActNext = (request: AuthorityRequest, { stages }: OnRoute): 'recommend' | 'decide' =>
  stages.some((stage, at) => at >= request.stagesPassed && stage.act === 'recommend') ? 'recommend' : 'decide'
