import { keyDecision } from '../authority/keyDecision.ts'
import { nextStage, onItsWay, type RequestStage, stagesOf } from '../authority/requestStages.ts'
import { CLEAR_DAYS } from '../board/agendaNotice.ts'
import { mayRelease } from '../businessCase/conditions.ts'
import { addDays, type CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import { certifiers, issuers } from '../report/reportLifecycle.ts'
import type { Duty } from '../roles.ts'
import { nextStageOf } from '../route/nextStageOf.ts'
import type { Route, RouteStage, StageAct } from '../route/route.ts'
import type { DatedRuleValue } from '../route/ruleValue.ts'
import type { Task, TaskAct, TaskFor } from './task.ts'
import type {
  CaseWork,
  ChangeWork,
  ClosureWork,
  ItemWork,
  MeetingWork,
  OpenWork,
  ReportWork,
  RequestWork,
} from './work.ts'

export interface WorkContext {
  routes: readonly Route[]
  ruleValues: readonly DatedRuleValue[]
  day: CalendarDay
}

/** Everything that waits for somebody, each thing once for each whose turn it is. */
export const tasksOf = (work: OpenWork, context: WorkContext): Task[] => {
  const placed = new Map<Id, { meeting: MeetingWork; item: ItemWork }>()
  for (const meeting of work.meetings) {
    for (const item of meeting.items) {
      if (item.subjectId !== null && !item.isConfirmed) placed.set(item.subjectId, { meeting, item })
    }
  }
  const routes = new Map(context.routes.map((route) => [route.id, route]))
  return [
    ...work.cases.flatMap((each) => caseTasks(each, routes.get(each.routeId as Id), placed.get(each.id), context)),
    ...work.requests.flatMap((each) => requestTasks(each, placed.get(each.id), context)),
    ...work.meetings.flatMap((each) => meetingTasks(each, context)),
    ...work.waivers.map((each) =>
      task({ kind: 'waiver', id: each.id }, 'waive', duty('waive'), {
        notBy: [each.askedBy],
        dueOn: each.expiresOn,
        schemeId: each.subjectKind === 'scheme' ? each.subjectId : null,
      }),
    ),
    ...work.proposals.map((each) =>
      task({ kind: 'proposal', id: each.id }, 'accept_change', duty('acceptRules'), {
        notBy: [each.proposedBy],
        dueOn: each.fromOn,
      }),
    ),
    ...work.changes.flatMap(changeTasks),
    ...work.reopenings.map(({ id, askedBy, askedOn }) =>
      task({ kind: 'period_status', id }, 'reopen_period', duty('period'), { notBy: [askedBy], since: askedOn }),
    ),
    ...work.closures.flatMap(closureTasks),
    ...work.reports.map(reportTask),
    ...work.doubleCounts.map(({ id, schemeId, askedBy, askedOn }) =>
      task({ kind: 'benefit', id }, 'answer_double_count', duty('checks'), {
        notBy: [askedBy],
        schemeId,
        since: askedOn,
      }),
    ),
    // What is approved and may be released, and is not, waits for authority.
    ...work.releases
      .filter((each) => mayRelease(each) && !each.isAskedFor && each.since <= context.day)
      .map(({ caseId, schemeId, since }) =>
        task({ kind: 'business_case', id: caseId }, 'ask_for_authority', duty('request'), { schemeId, since }),
      ),
  ]
}

/** The next step of a closure; none once the scheme is closed. */
const closureTasks = ({ schemeId, status, writers, boardId, reviewDueOn, since }: ClosureWork): Task[] => {
  const of = (act: TaskAct, whose: TaskFor, rest: Partial<Task> = {}) => [
    task({ kind: 'closure', id: schemeId }, act, whose, { schemeId, since, ...rest }),
  ]
  switch (status) {
    case 'completion_reported':
      return of('agree_account', duty('money'), { notBy: writers })
    case 'account_agreed':
    case 'residual_released':
      return of('report_closure', duty('delivery'))
    case 'reported':
      return boardId === null ? [] : of('accept_closure', { kind: 'chairs', boardId }, { notBy: writers })
    case 'accepted':
      return of('hand_over', duty('delivery'))
    case 'handed_over':
      return of('review_scheme', duty('delivery'), { dueOn: reviewDueOn })
    case 'closed':
      return []
  }
}

/** The offices that approve changes, the lowest first. */
const offices = ['programme_director', 's151_officer', 'decision_taker'] as const

/**
 * A change waits for the office that its route names and for the next above it, where the first has written it itself; or
 * for whoever puts a decision on record.
 */
const changeTasks = ({ id, approver, writers, schemeId, sentOn }: ChangeWork): Task[] => {
  const rest = { notBy: writers, schemeId, since: sentOn }
  const subject = { kind: 'change_request' as const, id }
  if (approver === 'decision') return [task(subject, 'record_decision', duty('notice'), rest)]
  const first = offices.indexOf(approver)
  return offices
    .slice(first, first + 2)
    .map((role) => task(subject, 'approve_change', duty('approveChange', { role }), rest))
}

/** Whoever wrote or prepared a report does not certify it (R14); they may issue what somebody else certified. */
const reportTask = ({ id, report, status, writers, preparedBy, since }: ReportWork): Task => {
  const subject = { kind: 'report_draft' as const, id }
  if (status === 'certified') {
    return task(subject, 'issue_report', { kind: 'roles', roles: issuers(report) }, { since })
  }
  const notBy = [...writers, ...(preparedBy === null ? [] : [preparedBy])]
  return task(subject, 'certify_report', { kind: 'roles', roles: certifiers(report) }, { notBy, since })
}

type Placed = { meeting: MeetingWork; item: ItemWork } | undefined

const task = (subject: Task['subject'], act: TaskAct, whose: TaskFor, rest: Partial<Task> = {}): Task => ({
  subject,
  act,
  for: whose,
  notBy: [],
  doneBy: [],
  schemeId: null,
  since: null,
  deadlineWorkingDays: null,
  dueOn: null,
  meeting: null,
  ...rest,
})

const duty = (name: Duty, rest: Partial<Extract<TaskFor, { kind: 'duty' }>> = {}): TaskFor => ({
  kind: 'duty',
  duty: name,
  role: null,
  boardId: null,
  ...rest,
})

const caseTasks = (each: CaseWork, route: Route | undefined, placed: Placed, context: WorkContext): Task[] => {
  const { id, status, writers, schemeId, since } = each
  const subject = { kind: 'business_case' as const, id }
  const of = (act: TaskAct, whose: TaskFor, rest: Partial<Task> = {}) =>
    task(subject, act, whose, { schemeId, since, ...rest })
  if (status === 'draft') return [of('write', { kind: 'writers' }, { notBy: writers })]
  if (status === 'submitted') return [of('accept', duty('handleCase'), { notBy: writers })]
  if (status === 'returned' || status === 'not_recommended') {
    return each.hasNext ? [] : [of('change', { kind: 'writers' }, { notBy: writers })]
  }
  if (status === 'in_review' || status === 'recommended' || status === 'deferred') {
    const stage = route && nextStageOf(route, each.stagesPassed)
    return stage ? boardTasks(subject, stage, placed, { notBy: writers, schemeId, since }, context) : []
  }
  if (status !== 'approved_with_conditions') return []
  return each.conditions
    .filter(({ dischargedBy }) => dischargedBy === null)
    .map(({ owner, dueOn, metBy }) =>
      metBy === null
        ? of('meet_condition', { kind: 'office', title: owner, duty: 'writeCase' }, { notBy: writers, dueOn })
        : of('discharge', duty('handleCase'), { notBy: [...writers, metBy], dueOn }),
    )
}

/** What a stage of a board asks: its secretary for a place on an agenda, and its members for their part. */
const boardTasks = (
  subject: Task['subject'],
  { by, act, deadlineWorkingDays }: Pick<RouteStage, 'by' | 'act'> & { deadlineWorkingDays?: number | null },
  placed: Placed,
  rest: Partial<Task>,
  { day }: WorkContext,
): Task[] => {
  if (by.kind !== 'board' || (act !== 'recommend' && act !== 'approve' && act !== 'decide')) return []
  const { boardId } = by
  const since = { ...rest, deadlineWorkingDays: deadlineWorkingDays ?? null }
  const members: TaskFor = { kind: 'members', boardId }
  if (!placed) {
    return [
      task(subject, 'put_on_agenda', duty('meeting', { boardId }), { ...since, notBy: [] }),
      task(subject, act, members, since),
    ]
  }
  const { meeting, item } = placed
  const isInTime = meeting.kind === 'written_procedure' ? day <= meeting.heldOn : day >= meeting.heldOn
  return [
    task(subject, act, members, {
      ...rest,
      doneBy: item.voted,
      dueOn: meeting.heldOn,
      meeting: {
        id: meeting.id,
        heldOn: meeting.heldOn,
        itemId: item.id,
        paperId: item.paperId,
        isAnswerable: meeting.isPublished && isInTime,
      },
    }),
  ]
}

const dutyOf: Partial<Record<StageAct, Duty>> = {
  finance_check: 'financeCheck',
  legal_check: 'legalCheck',
  notice: 'notice',
  report: 'notice',
  decide: 'decide',
  publish: 'notice',
}

const requestTasks = (each: RequestWork, placed: Placed, context: WorkContext): Task[] => {
  const { id, status, writers, since, decisionDueOn, decisionTaker, decidedBy } = each
  const subject = { kind: 'authority_request' as const, id }
  const of = (act: TaskAct, whose: TaskFor, rest: Partial<Task> = {}) =>
    task(subject, act, whose, { since, notBy: writers, dueOn: decisionDueOn, ...rest })
  if (status === 'draft') return [of('write', { kind: 'writers' })]
  if (status === 'called_in') {
    const notBy = [...writers, ...(decidedBy === null ? [] : [decidedBy])]
    return [of('scrutinise', duty('callIn'), { notBy, dueOn: each.hearingOn })]
  }
  const stages = stagesOf(each, context.routes)
  if (status === 'approved') {
    const stage = stages.find(({ act }) => act === 'publish')
    return stage ? [of('publish', roleOf(stage, 'notice'))] : []
  }
  if (!onItsWay.includes(status)) return []
  const { isKey } = keyDecision(each.amount, each.isForWards, decisionDueOn ?? context.day, context.ruleValues)
  const stage = nextStage(each, { stages, isKey })?.stage
  if (!stage) return []
  const { by, act } = stage
  if (by?.kind === 'board') return boardTasks(subject, { by, act }, placed, { notBy: writers, since }, context)
  const needed = dutyOf[act]
  if (needed === undefined || by?.kind === 'clock') return []
  if (act === 'decide') return [of(act, { kind: 'office', title: decisionTaker, duty: needed })]
  // Whoever wrote it may publish its notice and its report: they judge nothing.
  const notBy = act === 'notice' || act === 'report' ? [] : writers
  return [of(act as TaskAct, roleOf(stage, needed), { notBy })]
}

const roleOf = ({ by }: RequestStage, needed: Duty): TaskFor =>
  duty(needed, { role: by?.kind === 'role' ? by.role : null })

/** What a meeting asks of its secretary before and on its day, and of a chair once there is something to confirm. */
const meetingTasks = (meeting: MeetingWork, { day }: WorkContext): Task[] => {
  const { id, boardId, kind, heldOn, items } = meeting
  const subject = { kind: 'meeting' as const, id }
  const secretary = duty('meeting', { boardId })
  if (!meeting.isPublished) {
    const dueOn = kind === 'meeting' ? addDays(heldOn, -CLEAR_DAYS - 1) : heldOn
    return [task(subject, 'publish_agenda', secretary, { dueOn })]
  }
  const isOver = kind === 'meeting' ? day >= heldOn : day > heldOn
  const recorded = items.filter(({ result, isConfirmed }) => result !== null && !isConfirmed)
  const tasks: Task[] = []
  if (isOver && items.some(({ result }) => result === null)) {
    tasks.push(task(subject, 'record_outcome', secretary, { dueOn: heldOn }))
  }
  if (recorded.length > 0 || (isOver && items.every(({ result }) => result !== null))) {
    const notBy = recorded.flatMap(({ recordedBy }) => (recordedBy === null ? [] : [recordedBy]))
    tasks.push(task(subject, 'confirm', { kind: 'chairs', boardId }, { dueOn: heldOn, notBy }))
  }
  return tasks
}
