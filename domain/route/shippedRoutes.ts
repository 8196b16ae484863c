import type { CalendarDay } from '../calendarDay.ts'
import type { Id } from '../id.ts'
import type { Route, RouteStage, StageAct } from './route.ts'

interface LeedsBoards {
  /** Considers and recommends. */
  betterCareFundBoard: Id
  /** Approves. */
  integratedCareExecutive: Id
  /** Watches, and assures the technology. */
  informaticsBoard: Id
}

/** The two routes of Leeds: a business case by two boards, and authority to spend by an officer in the order of law. */
export const shippedRoutes = (boards: LeedsBoards, fromOn: CalendarDay, newId: () => Id): Route[] => {
  const stage = (
    act: StageAct,
    name: string,
    by: RouteStage['by'],
    deadlineWorkingDays: number | null = null,
  ): RouteStage => ({ id: newId(), name, act, by, deadlineWorkingDays })
  const board = (boardId: Id): RouteStage['by'] => ({ kind: 'board', boardId })
  const clock: RouteStage['by'] = { kind: 'clock' }
  const route = (subjectKind: Route['subjectKind'], name: string, stages: RouteStage[]): Route => ({
    id: newId(),
    revision: 1,
    isRemoved: false,
    subjectKind,
    name,
    version: 1,
    stages,
    monitoredBy: [boards.informaticsBoard],
    isSingleBoard: false,
    fromOn,
  })
  return [
    route('business_case', 'Business case', [
      stage('recommend', 'Recommendation of the Better Care Fund Board', board(boards.betterCareFundBoard)),
      stage('approve', 'Approval by the Integrated Care Executive', board(boards.integratedCareExecutive)),
    ]),
    route('authority_request', 'Authority to spend', [
      stage('finance_check', 'Finance check', { kind: 'role', role: 'finance_officer' }),
      stage('legal_check', 'Legal and equality check', { kind: 'role', role: 's151_officer' }),
      stage('notice', 'Notice of the key decision', { kind: 'role', role: 'programme_director' }),
      stage('report', 'Report published', { kind: 'role', role: 'programme_director' }),
      stage('decide', 'Decision of the Director of Resources', { kind: 'role', role: 'decision_taker' }),
      stage('publish', 'Decision published', { kind: 'role', role: 'board_secretary' }),
      stage('call_in', 'Call-in window', clock),
      stage('in_force', 'In force', clock),
    ]),
  ]
}
