import type { CalendarDay } from '../calendarDay.ts'
import { Failure, type FailureCode, type Failures, fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import { type Duty, mayDo, type Role } from '../roles.ts'
import type { AuthorityRequest } from './authorityRequest.ts'
import { callInRequest, publishDecision, scrutinise } from './requestDecision.ts'
import {
  clearRequest,
  earliestAfter,
  makeReady,
  nextVersion,
  publishReport,
  withdrawRequest,
} from './requestLifecycle.ts'
import { checkDoer, type OnRoute, reachStage } from './requestStages.ts'

export type RequestAct =
  | 'leave'
  | 'validate'
  | 'financeCheck'
  | 'legalCheck'
  | 'publishNotice'
  | 'publishReport'
  | 'decide'
  | 'publishDecision'
  | 'callIn'
  | 'scrutinyOutcome'
  | 'withdraw'
  | 'newVersion'

/** The duty that each act needs, as the operations of that name ask for it. */
export const dutyOf: Record<RequestAct, Duty> = {
  leave: 'request',
  validate: 'request',
  financeCheck: 'financeCheck',
  legalCheck: 'legalCheck',
  publishNotice: 'notice',
  publishReport: 'notice',
  decide: 'decide',
  publishDecision: 'notice',
  callIn: 'callIn',
  scrutinyOutcome: 'callIn',
  withdraw: 'request',
  newVersion: 'request',
}

/** Whether an act is open to somebody today, and the first reason why not, as a refusal would give it. */
export interface ActOpen {
  act: RequestAct
  isOpen: boolean
  why: { [Code in FailureCode]: { code: Code; detail: Failures[Code] } }[FailureCode] | null
}

/** What somebody may do with a request today, by the very rules that will be held to it. */
export const requestActs = (
  request: AuthorityRequest,
  who: { actor: string; role: Role; title: string | null; today: CalendarDay },
  route: OnRoute,
  /** The last day on which it can be called in; null before it is published. */
  closesOn: CalendarDay | null,
): ActOpen[] => {
  const at = { actor: who.actor, role: who.role, on: who.today }
  const guards: Record<RequestAct, () => unknown> = {
    leave: () => request.status === 'draft' || fail('wrong-status', { is: request.status, needs: 'draft' }),
    validate: () => makeReady(request, { routeId: null, actor: who.actor, on: who.today }),
    financeCheck: () => clearRequest(request, 'finance_check', { ...at, note: '' }, route),
    legalCheck: () => clearRequest(request, 'legal_check', { ...at, note: '' }, route),
    publishNotice: () => checkDoer(reachStage(request, 'notice', route).stage, 'requests.publishNotice', who.role),
    publishReport: () => publishReport(request, at, route),
    decide: () => checkDeciding(request, who, route),
    publishDecision: () => publishDecision(request, request.id, at, route),
    callIn: () =>
      callInRequest(
        request,
        { receivedOn: who.today, signatories: '', grounds: '', scrutinyBoard: '', hearingOn: null },
        route,
        closesOn ?? who.today,
      ),
    scrutinyOutcome: () => scrutinise(request, { ...at, outcome: 'released', note: '' }, route),
    withdraw: () => withdrawRequest(request, 'open'),
    newVersion: () => nextVersion(request, { id: request.id as Id, actor: who.actor }),
  }
  return (Object.keys(guards) as RequestAct[]).map((act): ActOpen => {
    try {
      guards[act]()
      if (!mayDo(who.role, dutyOf[act])) fail('not-permitted', { operation: `requests.${act}`, role: who.role })
      return { act, isOpen: true, why: null }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return { act, isOpen: false, why: { code: error.code, detail: error.detail } as ActOpen['why'] }
    }
  })
}

const checkDeciding = (
  request: AuthorityRequest,
  { actor, role, title, today }: { actor: string; role: Role; title: string | null; today: CalendarDay },
  route: OnRoute,
): void => {
  const { stage } = reachStage(request, 'decide', route)
  checkDoer(stage, 'requests.decide', role)
  separateDuties(request.writers, [actor], 'decide')
  if (route.isKey && request.notice) {
    const earliest = earliestAfter(request.notice)
    if (today < earliest) fail('too-little-notice', { route: request.notice.route, earliest })
  }
  if (title !== null && title !== request.decisionTaker) {
    fail('not-decision-taker', { decisionTaker: request.decisionTaker })
  }
}
