import { z } from 'zod'
import type { Change } from '../../../../db/change.ts'
import type { Reading } from '../../../../db/schema.ts'
import { authorityRequests, routes } from '../../../../db/subjects.ts'
import { type AuthorityRequest, KeyDecisionNotice } from '../../../../domain/authority/authorityRequest.ts'
import { requestChecks, stopsOf } from '../../../../domain/authority/requestChecks.ts'
import {
  clearRequest,
  makeReady,
  publishNotice,
  publishReport,
  withdrawRequest,
} from '../../../../domain/authority/requestLifecycle.ts'
import { CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { routeInForce } from '../../../../domain/route/routeInForce.ts'
import type { Acting, Outcome, Service } from '../../command.ts'
import { checkContext } from './checkContext.ts'
import { dayOfAct, dueDay, requestAt, routeOf } from './requestAt.ts'

const Seen = z.strictObject({ id: Id, revision: z.int().min(1) })
/** The day on which it was really done; null for today. */
const on = CalendarDay.nullable()

/** Saves what an act made of a request, with the step that it took. */
export const saveRequest = async (
  change: Change,
  before: AuthorityRequest,
  after: AuthorityRequest,
  detail: Record<string, unknown> = {},
): Promise<Outcome<AuthorityRequest>> => ({
  subject: { kind: 'authority_request', id: after.id },
  transition: `${before.status} → ${after.status}`,
  value: await authorityRequests.save(change, after),
  detail: { reference: after.reference, ...detail },
})

/** What nothing can be said of until it is there. */
const missingIn = (request: AuthorityRequest): string[] => [
  ...(request.decisionTaker.trim() === '' ? ['decisionTaker'] : []),
  ...(request.decisionDueOn === null ? ['decisionDueOn'] : []),
  ...(request.lines.every(({ amount }) => amount === 0) ? ['lines'] : []),
  ...(request.cover.hasEqualityImplications === null ? ['hasEqualityImplications'] : []),
  ...(request.narrative.recommendations.trim() === '' ? ['recommendations'] : []),
]

export const Validation = Seen

/** Sends a draft on its way, by the route in force. Throws `request-incomplete`, and `checks-stop` with what stops it. */
export const validateRequest: Service<z.infer<typeof Validation>, AuthorityRequest> = async (change, input, acting) => {
  const before = await requestAt(change.tx, input)
  const today = dayInLondon(acting.clock())
  const route = routeInForce(await routes.list(change.tx), 'authority_request', today)
  const after = makeReady(before, { routeId: route?.id ?? null, actor: acting.actor, on: today })
  const missing = missingIn(before)
  if (missing.length > 0) fail('request-incomplete', { fields: missing })
  const db = change.tx as unknown as Reading
  const rules = stopsOf(
    requestChecks(await checkContext(db, before, { day: dueDay(before, today), today })),
    'validate',
  )
  if (rules.length > 0) fail('checks-stop', { rules })
  return await saveRequest(change, before, after, { route: route?.name ?? null })
}

export const RequestCheckGiven = Seen.extend({ on, note: z.string().trim().max(2000) })

const checkBy =
  (check: 'finance_check' | 'legal_check'): Service<z.infer<typeof RequestCheckGiven>, AuthorityRequest> =>
  async (change, input, acting) => {
    const { before, at, route } = await reached(change, input, acting)
    return await saveRequest(change, before, clearRequest(before, check, { ...at, note: input.note }, route))
  }

export const financeCheck = checkBy('finance_check')
export const legalCheck = checkBy('legal_check')

export const NoticeGiven = Seen.extend({
  on,
  notice: KeyDecisionNotice.omit({ publishedOn: true, by: true }),
})

/** Publishes the notice of a key decision, or what stands in its place where 28 clear days are impracticable. */
export const publishNoticeOf: Service<z.infer<typeof NoticeGiven>, AuthorityRequest> = async (
  change,
  input,
  acting,
) => {
  const { before, at, route } = await reached(change, input, acting)
  const after = publishNotice(before, input.notice, at, route)
  return await saveRequest(change, before, after, { route: input.notice.route, publishedOn: at.on })
}

export const ReportGiven = Seen.extend({ on })

export const publishReportOf: Service<z.infer<typeof ReportGiven>, AuthorityRequest> = async (
  change,
  input,
  acting,
) => {
  const { before, at, route } = await reached(change, input, acting)
  return await saveRequest(change, before, publishReport(before, at, route), { publishedOn: at.on })
}

export const RequestWithdrawal = Seen.extend({ reason: z.string().trim().max(2000) })

export const withdraw: Service<z.infer<typeof RequestWithdrawal>, AuthorityRequest> = async (change, input) => {
  const before = await requestAt(change.tx, input)
  return await saveRequest(change, before, withdrawRequest(before, input.reason), { reason: input.reason })
}

/** The request that somebody has seen, who acts on it and when, and its route for the day on which it is due. */
const reached = async (change: Change, input: { id: Id; revision: number; on: CalendarDay | null }, acting: Acting) => {
  const before = await requestAt(change.tx, input)
  const at = { actor: acting.actor, role: acting.role, on: dayOfAct(input.on, acting) }
  return { before, at, route: await routeOf(change.tx, before, dueDay(before, dayInLondon(acting.clock()))) }
}
