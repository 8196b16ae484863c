import { subjectEvents } from '../../../../db/queries/subjectEvents.ts'
import type { Reading, Tx } from '../../../../db/schema.ts'
import { authorityRequests, boards, businessCases, routes, ruleValues } from '../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import { keyDecisionOf } from '../../../../domain/authority/keyDecision.ts'
import { lastDayOf } from '../../../../domain/authority/requestLifecycle.ts'
import { nextStage, type OnRoute, onItsWay, stagesOf } from '../../../../domain/authority/requestStages.ts'
import type { AgendaItem } from '../../../../domain/board/meeting.ts'
import type { BoardAct } from '../../../../domain/board/recordOutcome.ts'
import type { BusinessCase } from '../../../../domain/businessCase/businessCase.ts'
import { statusesBefore } from '../../../../domain/businessCase/caseLifecycle.ts'
import { type CalendarDay, dayInLondon } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { nextStageOf } from '../../../../domain/route/nextStageOf.ts'
import type { RouteStage } from '../../../../domain/route/route.ts'
import type { PaperSubject } from '../papers.ts'

/** What an item of an agenda is about, as a board needs to know it. */
export interface AgendaSubject {
  /** The thing itself, as a paper of it would be frozen. */
  of: PaperSubject
  title: string
  revision: number
  writers: readonly string[]
  /** What its route asks for next, in words. */
  next: string
  /** The board that is asked, and for what; null where no board is asked now. */
  asks: { boardId: Id; act: Exclude<BoardAct, 'note'> } | null
  /** The last day on which something was done with it that comes before a board. */
  readyOn: CalendarDay | null
  /** Conditions of an earlier stage that nobody has discharged. */
  hasOpenConditions: boolean
}

/** The subject of an item as it is now; null for an item that is about nothing of the programme. Throws `not-found`. */
export const subjectOf = async (
  db: Reading | Tx,
  { subjectKind, subjectId }: Pick<AgendaItem, 'subjectKind' | 'subjectId'>,
  day: CalendarDay,
): Promise<AgendaSubject | null> => {
  if (subjectId === null || subjectKind === 'other') return null
  return subjectKind === 'business_case' ? await caseSubject(db, subjectId) : await requestSubject(db, subjectId, day)
}

const caseSubject = async (db: Reading | Tx, id: Id): Promise<AgendaSubject> => {
  const value = await businessCases.get(db, id)
  const { title, revision, writers, status, routeId, stagesPassed, submittedOn, recommendedOn, conditions } = value
  const route = routeId === null ? undefined : await routes.find(db, routeId)
  const stage = route && nextStageOf(route, stagesPassed)
  const isLive = statusesBefore('recommend').includes(status)
  return {
    of: { kind: 'business_case', value },
    title,
    revision,
    writers,
    next: isLive ? (stage?.name ?? 'nothing') : `the business case is ${status.replaceAll('_', ' ')}`,
    asks: isLive && stage ? asked(stage) : null,
    readyOn: submittedOn === null ? await enteredOn(db, value) : (recommendedOn ?? submittedOn),
    hasOpenConditions: conditions.some(({ dischargedBy }) => dischargedBy === null),
  }
}

/** What was entered as recommended before is approved here and not before it was entered. */
const enteredOn = async (db: Reading | Tx, { id, recommendedOn }: BusinessCase): Promise<CalendarDay | null> => {
  const first = (await subjectEvents(db as Reading, 'business_case', id))[0]?.recordedAt
  return first === undefined ? recommendedOn : dayInLondon(first)
}

const requestSubject = async (db: Reading | Tx, id: Id, day: CalendarDay): Promise<AgendaSubject> => {
  const request = await authorityRequests.get(db, id)
  const reached = onItsWay.includes(request.status) ? nextStage(request, await onRoute(db, request, day)) : undefined
  return {
    of: { kind: 'authority_request', value: request },
    title: request.title,
    revision: request.revision,
    writers: request.writers,
    next: reached?.stage.name ?? `the request is ${request.status.replaceAll('_', ' ')}`,
    asks: reached ? asked(reached.stage) : null,
    readyOn: lastDayOf(request),
    hasOpenConditions: false,
  }
}

/** The route of a request on the day on which it is decided. */
export const onRoute = async (db: Reading | Tx, request: AuthorityRequest, day: CalendarDay): Promise<OnRoute> => ({
  stages: stagesOf(request, await routes.list(db)),
  isKey: keyDecisionOf(request, day, await ruleValues.list(db)).isKey,
})

const asked = ({ by, act }: Pick<RouteStage, 'act'> & { by: RouteStage['by'] | null }): AgendaSubject['asks'] =>
  by?.kind === 'board' && (act === 'recommend' || act === 'approve' || act === 'decide')
    ? { boardId: by.boardId, act }
    : null

/** What the board is asked about a subject. Throws `not-this-board` where its route leads elsewhere now. */
export const askedOf = async (
  db: Reading | Tx,
  subject: AgendaSubject,
  boardId: Id,
): Promise<NonNullable<AgendaSubject['asks']>> => {
  if (subject.asks?.boardId === boardId) return subject.asks
  const { name } = await boards.get(db, boardId)
  return fail('not-this-board', { board: name, next: subject.next })
}

/** Throws `date-order` for a meeting before the day on which its item was ready for it. */
export const refuseEarlier = (subject: AgendaSubject | null, heldOn: CalendarDay): void => {
  if (subject?.readyOn && heldOn < subject.readyOn) fail('date-order', { earlier: subject.readyOn, later: heldOn })
}
