import type { BankHoliday } from '../bankHolidays.ts'
import { addDays, type CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { type Pence, pence, sum } from '../money.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { Decision } from '../programme/decision.ts'
import { callInDeadline } from '../workingDays.ts'
import type { AuthorityRequest, CallIn, RequestContents, RequestDecision, RequestLine } from './authorityRequest.ts'
import { earliestAfter, notBeforeLastStep, type RequestActing } from './requestLifecycle.ts'
import { checkDoer, type OnRoute, type RequestStage, reachStage } from './requestStages.ts'

/** What a request asks for, in pence: what it adds, or what it takes back where that is more. */
export const requestAmount = (lines: readonly Pick<RequestLine, 'amount'>[]): Pence => {
  const added = sum(lines.map(({ amount }) => Math.max(amount, 0)))
  const taken = sum(lines.map(({ amount }) => Math.max(-amount, 0)))
  return pence(Math.max(added, taken))
}

/** Up to what amount whoever decides may do so, and by which office; null where nobody signs in. */
export interface DecisionTaker {
  title: string
  /** Pence; null for a role that decides no money. */
  limit: Pence | null
}

export type DecisionGiven = Pick<RequestDecision, 'outcome' | 'wording' | 'reason' | 'paperId'>

/**
 * The decision of an officer. Throws `too-little-notice` before notice has run, `own-item` for who wrote it,
 * `not-decision-taker` and `over-limit` for another office or more than the limit of that day (R16), `reason-missing`
 * for a deferral or a refusal without one, and what every step throws. What is approved as amended is amendRequest's.
 */
export const decideRequest = (
  request: AuthorityRequest,
  given: DecisionGiven,
  acting: RequestActing,
  route: OnRoute,
  taker: DecisionTaker | null,
): AuthorityRequest => {
  const { stage, passed } = reachStage(request, 'decide', route)
  checkDoer(stage, 'requests.decide', acting.role)
  if (taker) checkTaker(request, taker)
  return decided(request, given, acting, { passed, isKey: route.isKey })
}

/** The request as decided on, by an officer or a board. */
export const decided = (
  request: AuthorityRequest,
  given: DecisionGiven,
  acting: Pick<RequestActing, 'actor' | 'on'>,
  { passed, isKey }: { passed: number; isKey: boolean },
): AuthorityRequest => {
  separateDuties(request.writers, [acting.actor], 'decide')
  notBeforeLastStep(request, acting.on)
  if (isKey && request.notice) {
    const earliest = earliestAfter(request.notice)
    if (acting.on < earliest) fail('too-little-notice', { route: request.notice.route, earliest })
  }
  const decision: RequestDecision = { ...given, madeOn: acting.on, by: acting.actor }
  const next = { ...request, decision, revision: request.revision + 1 }
  if (given.outcome === 'approved') return { ...next, status: 'approved', stagesPassed: passed, reason: '' }
  if (given.outcome === 'approved_as_amended') return { ...next, status: 'superseded' }
  if (given.reason.trim() === '') fail('reason-missing', { act: given.outcome === 'deferred' ? 'defer' : 'refuse' })
  return { ...next, status: given.outcome, reason: given.reason.trim() }
}

/** Throws `not-decision-taker` and `over-limit`. */
export const checkTaker = (request: AuthorityRequest, { title, limit }: DecisionTaker): void => {
  if (title !== request.decisionTaker) fail('not-decision-taker', { decisionTaker: request.decisionTaker })
  const amount = requestAmount(request.lines)
  const mayDecide = limit ?? pence(0)
  if (amount > mayDecide) fail('over-limit', { limit: mayDecide, amount })
}

/**
 * The next version, approved, of a request that was approved as amended: what was asked for stays as it was (R31).
 * Throws `over-request` for more in a year than was asked, which needs a new version of its own.
 */
export const amendRequest = (
  request: AuthorityRequest,
  amended: Pick<RequestContents, 'lines' | 'funding'>,
  { id, passed }: { id: Id; passed: number },
): AuthorityRequest => {
  for (const startYear of yearsOf([...request.lines, ...amended.lines])) {
    const inYear = (lines: readonly RequestLine[]) =>
      requestAmount(lines.filter((line) => line.startYear === startYear))
    const [approved, asked] = [inYear(amended.lines), inYear(request.lines)]
    if (approved > asked) fail('over-request', { startYear, approved, asked })
  }
  return {
    ...request,
    ...amended,
    id,
    revision: 1,
    version: request.version + 1,
    supersedesId: request.id,
    status: 'approved',
    stagesPassed: passed,
  }
}

export const yearsOf = (lines: readonly { startYear: StartYear }[]): StartYear[] =>
  [...new Set(lines.map(({ startYear }) => startYear))].sort((a, b) => a - b)

/** Whether scrutiny may call the decision in: by its cover, and by its route. */
export const isOpenToCallIn = (request: Pick<AuthorityRequest, 'cover'>, stages: readonly RequestStage[]): boolean =>
  request.cover.isCallInEligible && stages.some(({ act }) => act === 'call_in')

/** Publishes the decision, which begins the call-in window. Throws `own-item` for who wrote the request. */
export const publishDecision = (
  request: AuthorityRequest,
  decisionId: Id,
  acting: RequestActing,
  { stages }: OnRoute,
): AuthorityRequest => {
  if (request.status !== 'approved') fail('wrong-status', { is: request.status, needs: 'approved' })
  const index = stages.findIndex(({ act }) => act === 'publish')
  const stage = stages[index]
  if (!stage) return fail('not-next', { act: 'publish', next: null })
  checkDoer(stage, 'requests.publishDecision', acting.role)
  separateDuties(request.writers, [acting.actor], 'publish')
  notBeforeLastStep(request, acting.on)
  return {
    ...request,
    status: 'published',
    stagesPassed: index + 1,
    publishedOn: acting.on,
    decisionId,
    callIn: null,
    revision: request.revision + 1,
  }
}

/** The days by which the window of a published decision is counted. */
export interface CallInWindow {
  workingDays: number
  holidays: readonly BankHoliday[]
}

/** The last day on which a published decision can be called in. */
export const callInClosesOn = (publishedOn: CalendarDay, { workingDays, holidays }: CallInWindow): CalendarDay =>
  callInDeadline(publishedOn, workingDays, holidays)

/** The same as it was counted at the publication: what becomes of holidays and rules since moves the effect no more, and so not the window. */
export const windowClosedOn = ({ effectiveOn }: Pick<Decision, 'effectiveOn'>): CalendarDay => addDays(effectiveOn, -1)

/**
 * Calls a published decision in, up to the last day of its window. Throws `not-open-to-call-in`, `call-in-closed` after
 * that day, also where the decision has had effect meanwhile, and `wrong-status`.
 */
export const callInRequest = (
  request: AuthorityRequest,
  given: Pick<CallIn, 'receivedOn' | 'signatories' | 'grounds' | 'scrutinyBoard' | 'hearingOn'>,
  { stages }: OnRoute,
  closedOn: CalendarDay,
): AuthorityRequest => {
  const { status, publishedOn } = request
  if (publishedOn === null || (status !== 'published' && status !== 'effective')) {
    return fail('wrong-status', { is: status, needs: 'published' })
  }
  if (!isOpenToCallIn(request, stages)) fail('not-open-to-call-in', {})
  // Once is enough: what scrutiny has released is not called in again.
  if (request.callIn) fail('wrong-status', { is: 'released', needs: 'published' })
  if (given.receivedOn < publishedOn) fail('date-order', { earlier: publishedOn, later: given.receivedOn })
  if (status === 'effective' || given.receivedOn > closedOn) fail('call-in-closed', { closedOn })
  const callIn: CallIn = { ...given, outcome: null, outcomeOn: null, note: '' }
  return { ...request, status: 'called_in', callIn, revision: request.revision + 1 }
}

/**
 * What scrutiny did: released the decision, referred it back to who made it, or sent it to full council, which releases it
 * or refers it back in its turn. Throws `wrong-status`, `own-item` for who wrote the request, `own-decision` for who made the
 * decision, `date-order`, and `reason-missing` for a referral without one.
 */
export const scrutinise = (
  request: AuthorityRequest,
  given: { outcome: NonNullable<CallIn['outcome']>; on: CalendarDay; actor: string; note: string },
  { stages }: OnRoute,
): AuthorityRequest => {
  const { callIn } = request
  if (request.status !== 'called_in' || callIn === null) {
    return fail('wrong-status', { is: request.status, needs: 'called_in' })
  }
  if (callIn.outcome === 'full_council' && given.outcome === 'full_council') {
    fail('wrong-status', { is: 'before full council', needs: 'before scrutiny' })
  }
  separateDuties(request.writers, [given.actor], 'scrutinise')
  if (request.decision?.by === given.actor) fail('own-decision', {})
  notBeforeLastStep(request, given.on)
  const after: AuthorityRequest = {
    ...request,
    callIn: { ...callIn, outcome: given.outcome, outcomeOn: given.on, note: given.note },
    revision: request.revision + 1,
  }
  if (given.outcome === 'full_council') return after
  if (given.outcome === 'released') return { ...after, status: 'published' }
  if (given.note.trim() === '') fail('reason-missing', { act: 'refer_back' })
  // A threshold may have come since by which the next decision is a key one, and no notice was given of it.
  const next = request.notice === null && stages.some(({ act }) => act === 'notice') ? 'notice' : 'decide'
  const stagesPassed = stages.findIndex(({ act }) => act === next)
  return { ...after, status: 'referred_back', stagesPassed, decisionId: null, reason: given.note.trim() }
}

/** The request once its decision has had effect. */
export const takeRequestEffect = (request: AuthorityRequest, { stages }: OnRoute): AuthorityRequest => {
  if (request.status !== 'published') fail('wrong-status', { is: request.status, needs: 'published' })
  return { ...request, status: 'effective', stagesPassed: stages.length, revision: request.revision + 1 }
}
