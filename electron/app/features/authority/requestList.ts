import { z } from 'zod'
import { type ListedRequest, listRequests } from '../../../../db/queries/listRequests.ts'
import type { Reading } from '../../../../db/schema.ts'
import { routes, ruleValues } from '../../../../db/subjects.ts'
import { RequestState } from '../../../../domain/authority/authorityRequest.ts'
import { keyDecision } from '../../../../domain/authority/keyDecision.ts'
import { nextStage, onItsWay, stagesOf } from '../../../../domain/authority/requestStages.ts'
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

/** What is still before its decision, or decided and not yet in force. */
const planned: readonly RequestState[] = [...onItsWay, 'approved', 'published', 'called_in']

export const ForwardPlanInput = z.strictObject({
  /** The last ids of the pages before, of the key decisions and of the notices; null for the first pages. */
  after: Id.nullable(),
  noticesAfter: Id.nullable(),
})

/** The forward plan of key decisions, in the columns of the council's own list, and the notices; the newest first. */
export const forwardPlan = async (db: Reading, input: z.infer<typeof ForwardPlanInput>, today: CalendarDay) => {
  const keyDecisions = pageOf(await listKeyDecisions(db, input.after, today))
  const wanted = { statuses: null, after: input.noticesAfter, limit: PAGE + 1, withNotice: true }
  const noticed = pageOf(await listRequests(db, wanted))
  const known = await routes.list(db)
  const notices = noticed.shown.map((request) => ({
    id: request.id,
    reference: request.reference,
    title: request.title,
    publishedOn: request.noticePublishedOn,
    route: request.noticeRoute,
    decisionDueOn: request.decisionDueOn,
    status: request.status,
  }))
  const decisions = keyDecisions.shown.map((request) => ({
    id: request.id,
    title: request.title,
    reference: request.reference,
    noticePublishedOn: request.noticePublishedOn,
    /** While there is none: the last day on which it can be published for the decision to be made when it is due. */
    noticeDueBy:
      request.noticePublishedOn === null && request.decisionDueOn ? addDays(request.decisionDueOn, -29) : null,
    /** The notice is what comes next on its route. */
    isNoticeNext:
      onItsWay.includes(request.status) &&
      nextStage(request, { stages: stagesOf(request, known), isKey: true })?.stage.act === 'notice',
    isUrgent: request.noticeRoute !== null && request.noticeRoute !== 'notice',
    status: request.status,
    decisionDueOn: request.decisionDueOn,
    decisionTaker: request.decisionTaker,
    amount: request.amount,
  }))
  return { decisions, next: keyDecisions.next, notices, nextNotices: noticed.next }
}

const pageOf = (found: readonly ListedRequest[]) => {
  const shown = found.slice(0, PAGE)
  return { shown, next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
}

/** A page of the planned decisions that are key ones, and one more; whether a decision is one is known only once it is read. */
const listKeyDecisions = async (db: Reading, after: Id | null, today: CalendarDay): Promise<ListedRequest[]> => {
  const isKey = await keyOn(db, today)
  const found: ListedRequest[] = []
  for (let from = after; ; ) {
    const read = await listRequests(db, { statuses: planned, after: from, limit: PAGE + 1 })
    found.push(...read.filter(isKey))
    const last = read.at(-1)
    if (found.length > PAGE || read.length <= PAGE || !last) return found
    from = last.id
  }
}

const keyOn = async (db: Reading, today: CalendarDay) => {
  const own = await ruleValues.list(db)
  return ({ keyAmount, isSignificantForWards, decisionDueOn }: ListedRequest): boolean =>
    keyDecision(keyAmount, isSignificantForWards, decisionDueOn ?? today, own).isKey
}
