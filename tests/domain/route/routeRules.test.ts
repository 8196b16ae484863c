import { expect, test } from 'vitest'
import type { Board, BoardFunction } from '../../../domain/board/board.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { messages } from '../../../domain/messages.ts'
import { nextStageOf } from '../../../domain/route/nextStageOf.ts'
import type { Route, RouteStage } from '../../../domain/route/route.ts'
import { routeProblemWords } from '../../../domain/route/routeProblemWords.ts'
import { checkRoute, type RouteFault, routeFaults } from '../../../domain/route/routeRules.ts'
import { shippedRoutes } from '../../../domain/route/shippedRoutes.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const from = calendarDay('2020-04-01')

const boardNamed = (name: string, functions: BoardFunction[], endedOn: string | null = null) => ({
  id: idOf(name),
  functions,
  endedOn: endedOn as Board['endedOn'],
  isRemoved: false,
})
const boards = [
  boardNamed('BCF', ['recommend']),
  boardNamed('ICE', ['approve', 'decide']),
  boardNamed('LIB', ['monitor']),
  boardNamed('ONE', ['recommend', 'approve', 'decide', 'monitor']),
  boardNamed('TWO', ['recommend', 'approve']),
  boardNamed('OLD', ['recommend'], '2020-03-31'),
]

const leedsRoutes = (): [Route, Route] => {
  let made = 0
  const ids = { betterCareFundBoard: idOf('BCF'), integratedCareExecutive: idOf('ICE'), informaticsBoard: idOf('LIB') }
  const newId = () => {
    made += 1
    return idOf(`S${made}`)
  }
  return shippedRoutes(ids, from, newId) as [Route, Route]
}
const [ofCases, ofRequests] = leedsRoutes()

const board = (act: RouteStage['act'], name: string): RouteStage => ({
  id: idOf(act),
  name: act,
  act,
  by: { kind: 'board', boardId: idOf(name) },
  deadlineWorkingDays: null,
})
const cases = (stages: RouteStage[], change: Partial<Route> = {}): Route => ({ ...ofCases, stages, ...change })
const faultsOf = (route: Route): string[] =>
  routeFaults(route, boards).map(({ stage, problem, act }) => `${stage} ${problem} ${act}`)

/** The route of requests with its stages in another order, by their acts; those left out are missing. */
const inOrder = (...acts: RouteStage['act'][]): Route => ({
  ...ofRequests,
  stages: acts.flatMap((act) => ofRequests.stages.filter((stage) => stage.act === act)),
})

test('the two routes of Leeds stand as they ship, in the order of law', () => {
  expect([
    faultsOf(ofCases),
    faultsOf(ofRequests),
    ofCases.stages.map(({ act }) => act),
    ofRequests.stages.map(({ act }) => act),
    ofRequests.monitoredBy,
  ]).toEqual([
    [],
    [],
    ['recommend', 'approve'],
    ['finance_check', 'legal_check', 'notice', 'report', 'decide', 'publish', 'call_in', 'in_force'],
    [idOf('LIB')],
  ])
})

test('the next stage is the one after those that were passed, and none once all were', () => {
  expect([0, 1, 2].map((passed) => nextStageOf(ofCases, passed)?.act)).toEqual(['recommend', 'approve', undefined])
})

test('a board acts only where it has the function, on the day on which the route begins', () => {
  expect([
    faultsOf(cases([board('recommend', 'ICE'), board('approve', 'ICE')])),
    faultsOf(cases([board('recommend', 'OLD'), board('approve', 'ICE')])),
    faultsOf(cases([board('recommend', 'NONE'), board('approve', 'ICE')])),
    faultsOf(cases([board('recommend', 'BCF'), board('approve', 'ICE')], { monitoredBy: [idOf('BCF')] })),
  ]).toEqual([
    ['0 board-function recommend', '1 same-board approve'],
    ['0 no-such-board recommend'],
    ['0 no-such-board recommend'],
    ['null board-function null'],
  ])
})

test('one body both recommends and approves only where the route says that there is a single board', () => {
  const single = [board('recommend', 'ONE'), board('approve', 'ONE')]
  expect([
    faultsOf(cases(single)),
    faultsOf(cases(single, { isSingleBoard: true })),
    faultsOf(cases([board('recommend', 'TWO'), board('approve', 'ONE')], { isSingleBoard: true })),
  ]).toEqual([['1 same-board approve'], [], ['null two-boards null']])
})

test('two boards may recommend one after the other, one of them not twice; the approval comes last and once', () => {
  expect([
    faultsOf(cases([board('recommend', 'BCF'), board('recommend', 'TWO'), board('approve', 'ICE')])),
    faultsOf(cases([board('recommend', 'BCF'), board('recommend', 'BCF'), board('approve', 'ICE')])),
    faultsOf(cases([board('approve', 'ICE'), board('recommend', 'BCF')])),
    faultsOf(cases([board('approve', 'ICE'), board('approve', 'ONE')])),
    faultsOf(cases([board('recommend', 'BCF')])),
  ]).toEqual([
    [],
    ['1 same-board recommend'],
    ['1 wrong-order recommend'],
    ['1 repeated-act approve'],
    ['null missing-act approve'],
  ])
})

test('the notice comes before the decision, the decision before its publication, and that before call-in and effect', () => {
  const checks = ['finance_check', 'legal_check'] as const
  expect([
    faultsOf(inOrder(...checks, 'decide', 'notice', 'publish', 'call_in', 'in_force')),
    faultsOf(inOrder(...checks, 'notice', 'publish', 'decide', 'call_in', 'in_force')),
    faultsOf(inOrder(...checks, 'notice', 'decide', 'call_in', 'publish', 'in_force')),
    faultsOf(inOrder(...checks, 'notice', 'decide', 'publish', 'in_force', 'call_in')),
    faultsOf(inOrder('notice', ...checks, 'decide', 'publish', 'call_in', 'in_force')),
  ]).toEqual([
    ['3 wrong-order notice'],
    ['4 wrong-order decide'],
    ['5 wrong-order publish'],
    ['6 wrong-order call_in'],
    ['1 wrong-order finance_check', '2 wrong-order legal_check'],
  ])
})

test('the report is local practice and may be left out; what law asks for may not', () => {
  expect([
    faultsOf(inOrder('finance_check', 'legal_check', 'notice', 'decide', 'publish', 'call_in', 'in_force')),
    faultsOf(inOrder('decide', 'in_force')),
  ]).toEqual([
    [],
    ['finance_check', 'legal_check', 'notice', 'publish', 'call_in'].map((act) => `null missing-act ${act}`),
  ])
})

test('the clock does call-in and effect and nothing else, and a role does what is its duty', () => {
  const given = (act: RouteStage['act'], by: RouteStage['by']): Route => ({
    ...ofRequests,
    stages: ofRequests.stages.map((stage) => (stage.act === act ? { ...stage, by } : stage)),
  })
  expect([
    faultsOf(given('decide', { kind: 'clock' })),
    faultsOf(given('in_force', { kind: 'role', role: 'decision_taker' })),
    faultsOf(given('decide', { kind: 'role', role: 'finance_officer' })),
    faultsOf(given('finance_check', { kind: 'board', boardId: idOf('ICE') })),
    faultsOf(given('decide', { kind: 'board', boardId: idOf('ICE') })),
  ]).toEqual([
    ['4 wrong-body decide'],
    ['7 wrong-body in_force'],
    ['4 wrong-body decide'],
    ['0 wrong-body finance_check'],
    [],
  ])
})

test('a kind of thing goes through its own acts only', () => {
  expect(faultsOf(cases([board('recommend', 'BCF'), board('decide', 'ICE'), board('approve', 'ICE')]))).toEqual([
    '1 foreign-act decide',
    '2 same-board approve',
  ])
})

test('a route that cannot stand is refused with the stage and the problem', () => {
  const route = cases([board('recommend', 'ONE'), board('approve', 'ONE')])
  expect([refusalOf(() => checkRoute(route, boards)), refusalOf(() => checkRoute(ofCases, boards))]).toEqual([
    { code: 'unlawful-route', detail: { problem: 'same-board', act: 'approve', stage: 'approve' } },
    undefined,
  ])
})

test('each problem has a sentence of its own that names the stage', () => {
  const faults: Pick<RouteFault, 'problem' | 'act'>[] = [
    { problem: 'foreign-act', act: 'decide' },
    { problem: 'wrong-body', act: 'finance_check' },
    { problem: 'no-such-board', act: 'recommend' },
    { problem: 'board-function', act: 'recommend' },
    { problem: 'repeated-act', act: 'approve' },
    { problem: 'wrong-order', act: 'notice' },
    { problem: 'same-board', act: 'approve' },
    { problem: 'missing-act', act: 'publish' },
    { problem: 'two-boards', act: null },
  ]
  const sentences = faults.map((fault) => routeProblemWords({ ...fault, stage: 'Stage A' }))
  expect([
    new Set(sentences).size,
    sentences.filter((words) => words.includes('Stage A')).length,
    messages['unlawful-route']({ problem: 'missing-act', act: 'publish', stage: null }),
  ]).toEqual([9, 7, 'Publication is missing. Add the stage'])
})
