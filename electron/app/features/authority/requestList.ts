import { z } from 'zod'
import { type ListedRequest, listRequests } from '../../../../db/queries/listRequests.ts'
import type { Reading } from '../../../../db/schema.ts'
import { ruleValues } from '../../../../db/subjects.ts'
import { RequestState } from '../../../../domain/authority/authorityRequest.ts'
import { keyDecision } from '../../../../domain/authority/keyDecision.ts'
import { addDays, type CalendarDay } from '../../../../domain/calendarDay.ts'
import { Id } from '../../../../domain/id.ts'

export const RequestListInput = z.strictObject({
  /** Only these states; null for all. */
  statuses: z.array(RequestState).max(20).nullable(),
  /** The last id of the page before; null for the first. */
  after: Id.nullable(),
})

const PAGE = 50

/** A page of requests, the newest first, each with whether its decision is a key one. */
export const requestList = async (db: Reading, input: z.infer<typeof RequestListInput>, today: CalendarDay) => {
  const found = await listRequests(db, { ...input, limit: PAGE + 1 })
  const isKey = await keyOn(db, today)
  const requests = found.slice(0, PAGE).map((request) => ({ ...request, isKey: isKey(request) }))
  return { requests, next: found.length > PAGE ? (requests.at(-1)?.id ?? null) : null }
}

/** What is still before its decision, or decided and not yet on the register. */
const planned: readonly RequestState[] = RequestState.options.filter(
  (state) => state !== 'draft' && state !== 'superseded' && state !== 'withdrawn' && state !== 'effective',
)

/** The forward plan of key decisions, in the columns of the council's own list, and the newest notices. */
export const forwardPlan = async (db: Reading, after: Id | null, today: CalendarDay) => {
  const found = await listRequests(db, { statuses: planned, after, limit: PAGE + 1 })
  const isKey = await keyOn(db, today)
  const shown = found.slice(0, PAGE)
  const decisions = shown.filter(isKey).map((request) => ({
    id: request.id,
    title: request.title,
    reference: request.reference,
    noticePublishedOn: request.noticePublishedOn,
    /** While there is none: the last day on which it can be published for the decision to be made when it is due. */
    noticeDueBy:
      request.noticePublishedOn === null && request.decisionDueOn ? addDays(request.decisionDueOn, -29) : null,
    isUrgent: request.noticeRoute !== null && request.noticeRoute !== 'notice',
    status: request.status,
    decisionDueOn: request.decisionDueOn,
    decisionTaker: request.decisionTaker,
    amount: request.amount,
  }))
  const noticed = await listRequests(db, { statuses: null, after: null, limit: PAGE, withNotice: true })
  const notices = noticed.map(({ id, reference, title, noticePublishedOn, noticeRoute, decisionDueOn, status }) => ({
    id,
    reference,
    title,
    publishedOn: noticePublishedOn,
    route: noticeRoute,
    decisionDueOn,
    status,
  }))
  return { decisions, notices, next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
}

const keyOn = async (db: Reading, today: CalendarDay) => {
  const own = await ruleValues.list(db)
  return ({ amount, isSignificantForWards, decisionDueOn }: ListedRequest): boolean =>
    keyDecision(amount, isSignificantForWards, decisionDueOn ?? today, own).isKey
}
