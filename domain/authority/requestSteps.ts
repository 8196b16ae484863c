import type { RequestState } from './authorityRequest.ts'
import { onItsWay } from './requestStages.ts'

/** A step that a request can take, by the operation that its event names. A null state is before it is begun. */
export interface RequestStep {
  operation: string
  from: RequestState | null
  to: RequestState
}

const steps = (operation: string, from: readonly (RequestState | null)[], to: RequestState): RequestStep[] =>
  from.map((each) => ({ operation, from: each, to }))

/** What a board decided has effect when its chair confirms the item alone, or the record of the meeting. */
const boardSteps: readonly RequestStep[] = ['meetings.confirmItem', 'meetings.confirmRecord'].flatMap((operation) =>
  (['recommended', 'approved', 'deferred', 'refused', 'referred_back'] as const).flatMap((to) =>
    steps(operation, onItsWay, to),
  ),
)

/**
 * Every step of a request for authority to spend (domain A3.3). In which order a request passes its checks, its notice and
 * its boards is for its route, which requestStages.ts holds it to by the stages that it has passed.
 */
export const requestSteps: readonly RequestStep[] = [
  ...steps('requests.start', [null], 'draft'),
  ...steps('requests.newVersion', [null], 'draft'),
  ...steps('requests.newVersion', ['deferred', 'referred_back'], 'superseded'),
  ...steps('requests.newVersion', ['refused', 'withdrawn'], 'superseded'),
  ...steps('requests.leave', ['draft'], 'draft'),
  ...steps('requests.validate', ['draft'], 'ready'),
  ...steps('requests.financeCheck', onItsWay, 'finance_cleared'),
  ...steps('requests.legalCheck', onItsWay, 'cleared'),
  ...steps('requests.publishNotice', onItsWay, 'notice_published'),
  ...steps('requests.publishReport', onItsWay, 'report_published'),
  ...steps('requests.decide', onItsWay, 'approved'),
  // Approved as amended: the next version is what was approved.
  ...steps('requests.decide', onItsWay, 'superseded'),
  ...steps('requests.decide', [null], 'approved'),
  ...steps('requests.decide', onItsWay, 'deferred'),
  ...steps('requests.decide', onItsWay, 'refused'),
  ...boardSteps,
  ...steps('requests.publishDecision', ['approved'], 'published'),
  ...steps('requests.callIn', ['published'], 'called_in'),
  ...steps('requests.scrutinyOutcome', ['called_in'], 'published'),
  ...steps('requests.scrutinyOutcome', ['called_in'], 'called_in'),
  ...steps('requests.scrutinyOutcome', ['called_in'], 'referred_back'),
  ...steps('decisions.takeEffect', ['published'], 'effective'),
  ...steps('requests.withdraw', ['draft', ...onItsWay, 'approved'], 'withdrawn'),
]

/** Whether an operation can take a request from one state to another. */
export const isRequestStep = (operation: string, from: RequestState | null, to: RequestState): boolean =>
  requestSteps.some((step) => step.operation === operation && step.from === from && step.to === to)
