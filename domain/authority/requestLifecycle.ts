import { addDays, type CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { separateDuties } from '../people/separateDuties.ts'
import type { Role } from '../roles.ts'
import { earliestDecision } from '../workingDays.ts'
import type { AuthorityRequest, KeyDecisionNotice } from './authorityRequest.ts'
import { notYetActedOn } from './notYetActedOn.ts'
import { checkDoer, type OnRoute, onItsWay, reachStage } from './requestStages.ts'

/** Who acts, as events name them, in which role, and on which day. */
export interface RequestActing {
  actor: string
  role: Role
  on: CalendarDay
}

/** The last day on which something was done to the request; nothing later is dated before it. */
export const lastDayOf = (request: AuthorityRequest): CalendarDay | null =>
  [
    request.readyOn,
    request.financeCheck?.on,
    request.legalCheck?.on,
    request.notice?.publishedOn,
    request.reportPublishedOn,
    request.decision?.madeOn,
    request.publishedOn,
    request.callIn?.receivedOn,
    request.callIn?.outcomeOn,
  ].reduce<CalendarDay | null>((last, day) => (day && (last === null || day > last) ? day : last), null)

/** Throws `date-order` for a day before the last step. */
export const notBeforeLastStep = (request: AuthorityRequest, on: CalendarDay): void => {
  const earlier = lastDayOf(request)
  if (earlier !== null && on < earlier) fail('date-order', { earlier, later: on })
}

/**
 * Sends a draft on its way, by the route in force; what its checks say of it is requestChecks.ts. Whoever asks is one of its
 * writers, with or without a word of theirs in it (R14). Throws `wrong-status`.
 */
export const makeReady = (
  request: AuthorityRequest,
  { routeId, actor, on }: { routeId: Id | null; actor: string; on: CalendarDay },
): AuthorityRequest => {
  if (request.status !== 'draft') fail('wrong-status', { is: request.status, needs: 'draft' })
  const writers = [...new Set([...request.writers, actor])]
  const revision = request.revision + 1
  return { ...request, status: 'ready', writers, routeId, stagesPassed: 0, readyOn: on, reason: '', revision }
}

/**
 * The finance check, or the legal and equality check, by somebody who did not write the request. Throws `own-item`,
 * `not-next`, `not-permitted`, `wrong-status` and `date-order`.
 */
export const clearRequest = (
  request: AuthorityRequest,
  check: 'finance_check' | 'legal_check',
  acting: RequestActing & { note: string },
  route: OnRoute,
): AuthorityRequest => {
  const { stage, passed } = reachStage(request, check, route)
  checkDoer(stage, check === 'finance_check' ? 'requests.financeCheck' : 'requests.legalCheck', acting.role)
  separateDuties(request.writers, [acting.actor], 'check')
  notBeforeLastStep(request, acting.on)
  const clearance = { by: acting.actor, on: acting.on, note: acting.note }
  const next = { ...request, stagesPassed: passed, revision: request.revision + 1 }
  return check === 'finance_check'
    ? { ...next, status: 'finance_cleared', financeCheck: clearance }
    : { ...next, status: 'cleared', legalCheck: clearance }
}

/** What the public is told, (a) to (h) of regulation 9; that a key decision is to be made (a) is what the notice is. */
export type NoticeParticulars = Omit<KeyDecisionNotice, 'publishedOn' | 'by'>

const particulars = [
  'matter',
  'decisionTaker',
  'decisionDue',
  'documents',
  'copiesFrom',
  'requestDocumentsFrom',
] as const

/**
 * Publishes the notice of a key decision. Throws `notice-incomplete` with what regulation 9 still asks for, for the two
 * exceptions `agreement-missing`, and as for every step `not-next`, `not-permitted`, `wrong-status` and `date-order`.
 */
export const publishNotice = (
  request: AuthorityRequest,
  given: NoticeParticulars,
  acting: RequestActing,
  route: OnRoute,
): AuthorityRequest => {
  const { stage, passed } = reachStage(request, 'notice', route)
  checkDoer(stage, 'requests.publishNotice', acting.role)
  notBeforeLastStep(request, acting.on)
  const missing = particulars.filter((field) => given[field].trim() === '')
  if (missing.length > 0) fail('notice-incomplete', { fields: missing })
  if (given.route !== 'notice') checkAgreement(given, acting.on)
  const notice = { ...given, publishedOn: acting.on, by: acting.actor }
  return { ...request, status: 'notice_published', stagesPassed: passed, notice, revision: request.revision + 1 }
}

/** Regulations 10 and 11: who was told or agreed, when, and why it is impracticable to wait. */
const checkAgreement = ({ agreedBy, agreedOn, reason }: NoticeParticulars, publishedOn: CalendarDay): void => {
  if (agreedBy.trim() === '' || agreedOn === null || reason.trim() === '') fail('agreement-missing', {})
  else if (agreedOn > publishedOn) fail('date-order', { earlier: agreedOn, later: publishedOn })
}

/** SI 2012/2089 regulation 10: clear days between the notice to scrutiny and the decision. */
const CLEAR_DAYS_OF_EXCEPTION = 5

/** The first day on which a key decision can be made after its notice, by the way in which notice was given. */
export const earliestAfter = ({
  route,
  publishedOn,
}: Pick<KeyDecisionNotice, 'route' | 'publishedOn'>): CalendarDay => {
  if (route === 'notice') return earliestDecision(publishedOn)
  return route === 'general_exception' ? addDays(publishedOn, CLEAR_DAYS_OF_EXCEPTION + 1) : publishedOn
}

/** Publishes the report that the decision will be made on; where the route does not name it, once the notice is out. */
export const publishReport = (request: AuthorityRequest, acting: RequestActing, route: OnRoute): AuthorityRequest => {
  const isStage = route.stages.some(({ act }) => act === 'report')
  const reached = isStage ? reachStage(request, 'report', route) : null
  if (reached) checkDoer(reached.stage, 'requests.publishReport', acting.role)
  else if (request.status !== 'notice_published')
    fail('wrong-status', { is: request.status, needs: 'notice_published' })
  notBeforeLastStep(request, acting.on)
  return {
    ...request,
    status: 'report_published',
    stagesPassed: reached?.passed ?? request.stagesPassed,
    reportPublishedOn: acting.on,
    revision: request.revision + 1,
  }
}

/** Takes back a request before its decision is published. Throws `wrong-status` afterwards, and `reason-missing`. */
export const withdrawRequest = (request: AuthorityRequest, reason: string): AuthorityRequest => {
  const isLive = request.status === 'draft' || request.status === 'approved' || onItsWay.includes(request.status)
  if (!isLive) fail('wrong-status', { is: request.status, needs: 'not yet published' })
  if (reason.trim() === '') fail('reason-missing', { act: 'withdraw' })
  return { ...request, status: 'withdrawn', reason: reason.trim(), revision: request.revision + 1 }
}

/** What a next version begins with, and the version whose place it takes. Throws `wrong-status` for one that is live. */
export const nextVersion = (
  request: AuthorityRequest,
  { id, actor }: { id: Id; actor: string },
): { before: AuthorityRequest; next: AuthorityRequest } => {
  const ended = ['deferred', 'refused', 'referred_back', 'withdrawn'] as const
  if (!ended.some((each) => each === request.status)) {
    fail('wrong-status', { is: request.status, needs: 'deferred, refused, referred back or withdrawn' })
  }
  const next: AuthorityRequest = {
    ...request,
    id,
    revision: 1,
    version: request.version + 1,
    supersedesId: request.id,
    ...notYetActedOn,
    // What somebody else wrote before is still theirs (R14).
    writers: [...new Set([...request.writers, actor])],
  }
  return { before: { ...request, status: 'superseded', revision: request.revision + 1 }, next }
}
