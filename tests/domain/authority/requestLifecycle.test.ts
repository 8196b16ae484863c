import { expect, test } from 'vitest'
import { applyBoardOutcome } from '../../../domain/authority/applyBoardOutcome.ts'
import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import { amendRequest, callInRequest, decideRequest, scrutinise } from '../../../domain/authority/requestDecision.ts'
import { clearRequest } from '../../../domain/authority/requestLifecycle.ts'
import { lawfulStages, nextStage, type RequestStage } from '../../../domain/authority/requestStages.ts'
import { isRequestStep } from '../../../domain/authority/requestSteps.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { pence } from '../../../domain/money.ts'
import { idOf, placeOf, requestNamed } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const line = (pounds: number) => ({
  place: placeOf('scheme', 'S'),
  startYear: 2020,
  sourceId: null,
  nature: 'capital' as const,
  amount: pence(pounds * 100),
})

const requestOf = (change: Partial<AuthorityRequest> = {}): AuthorityRequest =>
  requestNamed('R', {
    status: 'cleared',
    writers: ['author'],
    stagesPassed: 2,
    decisionDueOn: calendarDay('2020-10-01'),
    lines: [line(100)],
    ...change,
  })

const on = calendarDay('2020-10-01')
const taker = { actor: 'director', role: 'decision_taker' as const, on }
const given = { outcome: 'approved' as const, wording: '', reason: '', paperId: null }
const route = { stages: lawfulStages, isKey: false }
const boardId = idOf('B')
const byBoard: RequestStage[] = [
  { act: 'finance_check', name: 'Finance check', by: { kind: 'role', role: 'finance_officer' } },
  { act: 'recommend', name: 'Recommendation of the board', by: { kind: 'board', boardId } },
  { act: 'decide', name: 'Decision of the board', by: { kind: 'board', boardId } },
  { act: 'publish', name: 'Decision published', by: null },
]

test('a decision that is no key one is made without notice or report', () => {
  expect(decideRequest(requestOf(), given, taker, route, null)).toMatchObject({ status: 'approved', stagesPassed: 5 })
})

test('only the office that the request names decides, and only up to its limit on that day', () => {
  const decide = (title: string, pounds: number | null) =>
    refusalOf(() =>
      decideRequest(requestOf(), given, taker, route, { title, limit: pounds === null ? null : pence(pounds * 100) }),
    )
  expect([
    decide('Director of Adults', 1_000),
    decide('Director of Resources', 99),
    decide('Director of Resources', null),
    decide('Director of Resources', 100),
  ]).toEqual([
    { code: 'not-decision-taker', detail: { decisionTaker: 'Director of Resources' } },
    { code: 'over-limit', detail: { limit: 99_00, amount: 100_00 } },
    { code: 'over-limit', detail: { limit: 0, amount: 100_00 } },
    undefined,
  ])
})

test('a refusal or a deferral has a reason', () => {
  const decide = (outcome: 'refused' | 'deferred') =>
    refusalOf(() => decideRequest(requestOf(), { ...given, outcome }, taker, route, null))
  expect([decide('refused'), decide('deferred')]).toEqual([
    { code: 'reason-missing', detail: { act: 'refuse' } },
    { code: 'reason-missing', detail: { act: 'defer' } },
  ])
})

test('approved as amended makes the next version, and never for more than was asked', () => {
  const amend = (pounds: number) =>
    amendRequest(requestOf(), { lines: [line(pounds)], funding: [] }, { id: idOf('N'), passed: 5 })
  expect(amend(80)).toMatchObject({ version: 2, supersedesId: idOf('R'), status: 'approved', lines: [line(80)] })
  expect(refusalOf(() => amend(101))).toEqual({
    code: 'over-request',
    detail: { startYear: 2020, approved: 101_00, asked: 100_00 },
  })
})

test('a route names who does a step, and what a board does nobody else does', () => {
  const boards = { stages: byBoard, isKey: false }
  const check = (role: 's151_officer' | 'finance_officer') =>
    refusalOf(() =>
      clearRequest(
        requestOf({ status: 'ready', stagesPassed: 0 }),
        'finance_check',
        { actor: 'f', role, on, note: '' },
        boards,
      ),
    )
  expect([check('s151_officer'), check('finance_officer')]).toEqual([
    { code: 'not-permitted', detail: { operation: 'requests.financeCheck', role: 's151_officer' } },
    undefined,
  ])
  expect(refusalOf(() => decideRequest(requestOf(), given, taker, boards, null))).toEqual({
    code: 'board-decides',
    detail: { stage: 'Decision of the board' },
  })
})

test('a board recommends and then decides, by its chair, who did not write the request', () => {
  const boards = { stages: byBoard, isKey: false }
  const at = (actor: string) => ({ boardId, on, actor, paperId: null })
  const outcome = (result: 'recommended' | 'approved' | 'deferred' | 'noted', reason = '') => ({
    result,
    wording: 'As asked',
    reason,
    conditions: [],
  })
  const before = requestOf({ status: 'finance_cleared', stagesPassed: 1 })
  const recommended = applyBoardOutcome(before, outcome('recommended'), at('chair'), boards)
  const approved = applyBoardOutcome(recommended, outcome('approved'), at('chair'), boards)
  expect([recommended.status, approved.status, approved.decision?.outcome]).toEqual([
    'recommended',
    'approved',
    'approved',
  ])
  expect([
    refusalOf(() => applyBoardOutcome(before, outcome('approved'), at('chair'), boards)),
    refusalOf(() => applyBoardOutcome(before, outcome('recommended'), at('author'), boards)),
    refusalOf(() => applyBoardOutcome(before, outcome('deferred'), at('chair'), boards)),
    refusalOf(() => applyBoardOutcome(before, outcome('noted'), at('chair'), boards)),
    refusalOf(() => applyBoardOutcome(before, outcome('recommended'), { ...at('chair'), boardId: idOf('X') }, boards)),
  ]).toMatchObject([
    { code: 'not-next' },
    { code: 'own-item' },
    { code: 'reason-missing' },
    { code: 'wrong-outcome' },
    { code: 'not-next' },
  ])
})

test('a decision that is not open to call-in is not called in', () => {
  const { cover } = requestOf()
  const published = requestOf({
    status: 'published',
    publishedOn: on,
    cover: { ...cover, isCallInEligible: false, callInExemption: 'Urgent' },
  })
  const received = { receivedOn: on, signatories: '', grounds: '', scrutinyBoard: '', hearingOn: null }
  expect(refusalOf(() => callInRequest(published, received, route, on))).toEqual({
    code: 'not-open-to-call-in',
    detail: {},
  })
})

test('what is referred back without a notice waits for one where the decision has become a key one', () => {
  const calledIn = requestOf({
    status: 'called_in',
    stagesPassed: 6,
    publishedOn: on,
    callIn: {
      receivedOn: on,
      signatories: '',
      grounds: '',
      scrutinyBoard: '',
      hearingOn: null,
      outcome: null,
      outcomeOn: null,
      note: '',
    },
  })
  const given = { outcome: 'referred_back' as const, on, actor: 'scrutiny_officer', note: 'Why' }
  const back = scrutinise(calledIn, given, route)
  expect([true, false].map((isKey) => nextStage(back, { ...route, isKey })?.stage.act)).toEqual(['notice', 'decide'])
})

test('no step leads from a draft to effect, nor out of effect', () => {
  expect([
    isRequestStep('decisions.takeEffect', 'published', 'effective'),
    isRequestStep('decisions.takeEffect', 'draft', 'effective'),
    isRequestStep('requests.withdraw', 'effective', 'withdrawn'),
  ]).toEqual([true, false, false])
})
