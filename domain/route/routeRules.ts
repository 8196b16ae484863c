import type { Board, BoardFunction } from '../board/board.ts'
import { fail } from '../errors.ts'
import type { Id } from '../id.ts'
import { type Duty, mayDo } from '../roles.ts'
import type { Route, RouteStage, StageAct } from './route.ts'

/** What keeps a route from being one that law and the separation of duties allow. */
export type RouteProblem =
  | 'foreign-act'
  | 'wrong-body'
  | 'no-such-board'
  | 'board-function'
  | 'repeated-act'
  | 'wrong-order'
  | 'same-board'
  | 'missing-act'
  | 'two-boards'

/** Where it lies: a stage by its place in the order, or null for the route as a whole. */
export interface RouteFault {
  stage: number | null
  problem: RouteProblem
  act: StageAct | null
}

type Stage = Omit<RouteStage, 'id'>
type Planned = Pick<Route, 'subjectKind' | 'isSingleBoard' | 'monitoredBy' | 'fromOn'> & { stages: readonly Stage[] }
type Boards = readonly Pick<Board, 'id' | 'functions' | 'endedOn' | 'isRemoved'>[]

/**
 * The acts of a request in law's order: the notice before the decision (SI 2012/2089 regulation 9), its publication after
 * it, then call-in, and only then effect. The two checks come before the notice, as the notice tells what will be decided.
 */
const lawsOrder: Record<Route['subjectKind'], readonly StageAct[]> = {
  business_case: ['recommend', 'approve'],
  authority_request: [
    'finance_check',
    'legal_check',
    'recommend',
    'notice',
    'report',
    'decide',
    'publish',
    'call_in',
    'in_force',
  ],
}

/** Left out by a place whose practice is without it: no statute asks for it. */
const optional: readonly StageAct[] = ['recommend', 'report']

/** Who can do an act: a board of a function, everybody with a duty, or time alone. */
const doers: Record<StageAct, { board?: BoardFunction; duty?: Duty; byClock?: true }> = {
  recommend: { board: 'recommend' },
  approve: { board: 'approve' },
  finance_check: { duty: 'financeCheck' },
  legal_check: { duty: 'legalCheck' },
  notice: { duty: 'notice' },
  report: { duty: 'notice' },
  decide: { board: 'decide', duty: 'decide' },
  publish: { duty: 'notice' },
  call_in: { byClock: true },
  in_force: { byClock: true },
}

/** The acts that a kind of thing can go through, in the order of law. */
export const actsOf = (subjectKind: Route['subjectKind']): readonly StageAct[] => lawsOrder[subjectKind]

/** Who may be given an act. */
export const doersOf = (act: StageAct) => doers[act]

/** Everything that keeps a route from standing; none where it may. */
export const routeFaults = (route: Planned, boards: Boards): RouteFault[] => {
  const order = lawsOrder[route.subjectKind]
  const acts = route.stages.map(({ act }) => act)
  const ofStages = route.stages.flatMap((stage, index): RouteFault[] => {
    const at = (problem: RouteProblem): RouteFault[] => [{ stage: index, problem, act: stage.act }]
    if (!order.includes(stage.act)) return at('foreign-act')
    const body = bodyProblem(stage, route, boards)
    if (body) return at(body)
    // Two boards may recommend one after the other; everything else is done once.
    if (stage.act !== 'recommend' && acts.indexOf(stage.act) < index) return at('repeated-act')
    if (acts.slice(0, index).some((before) => order.indexOf(before) > order.indexOf(stage.act)))
      return at('wrong-order')
    return hasActedBefore(route, index) ? at('same-board') : []
  })
  const missing = order.filter((act) => !optional.includes(act) && !acts.includes(act))
  const isDivided = route.isSingleBoard && new Set(boardsOf(route.stages)).size > 1
  return [
    ...ofStages,
    ...missing.map((act): RouteFault => ({ stage: null, problem: 'missing-act', act })),
    ...(isDivided ? [{ stage: null, problem: 'two-boards' as const, act: null }] : []),
    ...(route.monitoredBy.every((id) => isMonitor(id, route, boards))
      ? []
      : [{ stage: null, problem: 'board-function' as const, act: null }]),
  ]
}

/** Throws `unlawful-route` with the first thing that keeps it from standing. */
export const checkRoute = (route: Planned, boards: Boards): void => {
  const [fault] = routeFaults(route, boards)
  if (!fault) return
  fail('unlawful-route', {
    problem: fault.problem,
    act: fault.act,
    stage: fault.stage === null ? null : (route.stages[fault.stage]?.name ?? null),
  })
}

const bodyProblem = ({ act, by }: Stage, route: Planned, boards: Boards): RouteProblem | null => {
  const { board: needed, duty, byClock = false } = doers[act]
  if (by.kind === 'clock') return byClock ? null : 'wrong-body'
  if (by.kind === 'role') return duty && mayDo(by.role, duty) ? null : 'wrong-body'
  if (!needed) return 'wrong-body'
  const board = boardInForce(by.boardId, route, boards)
  if (!board) return 'no-such-board'
  return board.functions.includes(needed) ? null : 'board-function'
}

/** A board that has ended before the route begins does nothing in it. */
const boardInForce = (id: Id, { fromOn }: Planned, boards: Boards) =>
  boards.find((each) => each.id === id && !each.isRemoved && (each.endedOn === null || each.endedOn >= fromOn))

const isMonitor = (id: Id, route: Planned, boards: Boards): boolean => {
  const functions = boardInForce(id, route, boards)?.functions ?? []
  return functions.includes('monitor') || functions.includes('receive')
}

/** R14: what one board has recommended another approves or decides, but where the route says that there is one only. */
const hasActedBefore = ({ stages, isSingleBoard }: Planned, index: number): boolean => {
  const by = stages[index]?.by
  if (by?.kind !== 'board' || isSingleBoard) return false
  return boardsOf(stages.slice(0, index)).includes(by.boardId)
}

const boardsOf = (stages: readonly Stage[]): Id[] =>
  stages.flatMap(({ by }) => (by.kind === 'board' ? [by.boardId] : []))
