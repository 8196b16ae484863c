import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../domain/board/meeting.ts'
import { applyOutcome, type BoardAct } from '../../../domain/businessCase/applyOutcome.ts'
import { type BusinessCase, CaseState } from '../../../domain/businessCase/businessCase.ts'
import {
  acceptCase,
  caseSteps,
  lapse,
  returnCase,
  submitCase,
  supersede,
  withdrawCase,
} from '../../../domain/businessCase/caseLifecycle.ts'
import { dischargeCondition, mayRelease, meetCondition } from '../../../domain/businessCase/conditions.ts'
import { nextVersion } from '../../../domain/businessCase/nextVersion.ts'
import { refusalOf } from '../refusalOf.ts'
import { benefit, businessCase, cost, id, ids, on } from './given.ts'

const condition = (change: object = {}) => ({
  text: 'Name a supplier',
  owner: 'Scheme lead',
  dueOn: on('2020-12-01'),
  isAfterRelease: false,
  ...change,
})

const byBoard = (
  before: BusinessCase,
  act: BoardAct,
  outcome: Partial<Outcome> & Pick<Outcome, 'result'>,
  change: { on?: string; actor?: string } = {},
) =>
  applyOutcome(
    before,
    { conditions: [], reason: '', ...outcome },
    { act, on: on(change.on ?? '2020-09-10'), actor: change.actor ?? 'chair', newId: ids(), validityMonths: 24 },
  )

const inState = (status: CaseState, change: Partial<BusinessCase> = {}) =>
  businessCase({ status, submittedOn: on('2020-09-01'), ...change })

const acts: Record<string, (before: BusinessCase) => BusinessCase> = {
  submit: (before) => submitCase(before, { on: on('2020-09-01'), actor: 'writer', routeId: id('route') }),
  accept: (before) => acceptCase(before, { on: on('2020-09-02'), actor: 'secretary' }),
  return: (before) => returnCase(before, { on: on('2020-09-02'), actor: 'secretary', reason: 'Say more' }),
  withdraw: (before) => withdrawCase(before, { reason: 'Not now' }),
  supersede,
  lapse: (before) =>
    lapse({ ...before, validUntilOn: on('2020-01-01') }, { on: on('2020-09-01'), hasAuthority: false }),
  recommend: (before) => byBoard(before, 'recommend', { result: 'recommended' }),
  not_recommend: (before) => byBoard(before, 'recommend', { result: 'not_recommended', reason: 'Too dear' }),
  defer: (before) => byBoard(before, 'recommend', { result: 'deferred', reason: 'Wait' }),
  approve: (before) => byBoard(before, 'approve', { result: 'approved' }),
  approve_with_conditions: (before) =>
    byBoard(before, 'approve', { result: 'approved_with_conditions', conditions: [condition()] }),
  refuse: (before) => byBoard(before, 'approve', { result: 'refused', reason: 'Too dear' }),
  refer_back: (before) => byBoard(before, 'approve', { result: 'referred_back', reason: 'Say more' }),
}

describe('a business case', () => {
  test.each(Object.entries(acts))('takes the step %s from the states of the table, and from no other', (event, act) => {
    const reached = CaseState.options.map((from) => {
      const before = inState(from)
      const refusal = refusalOf(() => act(before))
      return refusal ? { from, event, to: refusal.code } : { from, event, to: act(before).status }
    })
    const wanted = CaseState.options.map(
      (from) =>
        caseSteps.find((step) => step.from === from && step.event === event) ?? { from, event, to: 'wrong-status' },
    )
    expect(reached).toEqual(wanted)
  })

  test.each(CaseState.options)('in the state %s can be reached from a draft', (wanted) => {
    const reached = new Set<CaseState>(['draft'])
    for (let before = 0; before < reached.size; ) {
      before = reached.size
      for (const { from, to } of caseSteps) if (reached.has(from)) reached.add(to)
    }
    expect([...reached]).toContain(wanted)
  })

  test('that is approved holds what it asks for, and how long authority may take', () => {
    const before = inState('recommended', { costs: [cost(2020, 100, id('grant')), cost(2021, 0, id('grant'))] })
    const { approved, approvedOn, validUntilOn, stagesPassed, revision } = byBoard(before, 'approve', {
      result: 'approved',
    })
    expect({ approved, approvedOn, validUntilOn, stagesPassed, revision }).toEqual({
      approved: [cost(2020, 100, id('grant'))],
      approvedOn: '2020-09-10',
      validUntilOn: '2022-09-10',
      stagesPassed: 1,
      revision: 2,
    })
  })

  test('that was recommended under a condition is approved under it', () => {
    const recommended = byBoard(inState('in_review'), 'recommend', { result: 'recommended', conditions: [condition()] })
    const { status, conditions } = byBoard(recommended, 'approve', { result: 'approved' })
    expect([status, conditions.map(({ text }) => text)]).toEqual(['approved_with_conditions', ['Name a supplier']])
  })

  test('is decided on neither by who wrote it, nor without a reason or a condition, nor before it was submitted', () => {
    const before = inState('in_review')
    expect([
      refusalOf(() => byBoard(before, 'recommend', { result: 'recommended' }, { actor: 'writer' })),
      refusalOf(() => byBoard(before, 'recommend', { result: 'deferred' })),
      refusalOf(() => byBoard(before, 'approve', { result: 'approved_with_conditions' })),
      refusalOf(() => byBoard(before, 'recommend', { result: 'approved' })),
      refusalOf(() => byBoard(before, 'recommend', { result: 'recommended' }, { on: '2020-08-31' })),
    ]).toEqual([
      { code: 'own-item', detail: { act: 'recommend' } },
      { code: 'reason-missing', detail: { act: 'defer' } },
      { code: 'condition-missing', detail: {} },
      { code: 'wrong-outcome', detail: { act: 'recommend', result: 'approved' } },
      { code: 'date-order', detail: { earlier: '2020-09-01', later: '2020-08-31' } },
    ])
  })

  test('lapses only when it is over and no authority has followed it', () => {
    const before = inState('approved', { validUntilOn: on('2020-09-10') })
    const lapsing = (day: string, hasAuthority: boolean) => () => lapse(before, { on: on(day), hasAuthority })
    expect([
      refusalOf(lapsing('2020-09-10', false))?.code,
      refusalOf(lapsing('2020-09-11', true))?.code,
      lapsing('2020-09-11', false)().status,
    ]).toEqual(['wrong-status', 'wrong-status', 'lapsed'])
  })

  test('comes back as a next version with its writers and all that it says, and asks for interests anew', () => {
    const before = inState('returned', { hasInterest: true, interests: 'A share in the supplier' })
    const next = nextVersion(before, { id: id('next'), actor: 'another', version: 2, reference: 'BJC 1.2' })
    expect(next).toEqual({
      ...businessCase({ hasInterest: null }),
      id: id('next'),
      version: 2,
      reference: 'BJC 1.2',
      supersedesId: before.id,
      writers: ['writer', 'another'],
    })
  })
})

describe('money', () => {
  const approved = (change: object) =>
    byBoard(inState('recommended'), 'approve', {
      result: 'approved_with_conditions',
      conditions: [condition(change), condition({ isAfterRelease: true })],
    })

  test('may be released when all conditions are discharged but those that may be met afterwards', () => {
    const before = approved({})
    const conditionId = before.conditions[0]?.id ?? id('none')
    const met = meetCondition(before, { conditionId, evidence: 'The contract', actor: 'writer' })
    const after = dischargeCondition(met, { conditionId, on: on('2020-10-01'), actor: 'secretary' })
    expect([
      mayRelease(before),
      mayRelease(after),
      after.status,
      mayRelease(approved({ isAfterRelease: true })),
    ]).toEqual([false, true, 'approved_with_conditions', true])
  })

  test('is waited for by a condition that was never met, and one is discharged once', () => {
    const before = approved({})
    const conditionId = before.conditions[0]?.id ?? id('none')
    const discharge = (given: BusinessCase) =>
      dischargeCondition(given, { conditionId, on: on('2020-10-01'), actor: 'secretary' })
    const met = meetCondition(before, { conditionId, evidence: 'The contract', actor: 'writer' })
    expect([
      refusalOf(() => discharge(before))?.code,
      refusalOf(() => discharge(discharge(met)))?.code,
      refusalOf(() => meetCondition(before, { conditionId: id('none'), evidence: 'Seen', actor: 'writer' }))?.code,
    ]).toEqual(['evidence-missing', 'wrong-status', 'not-found'])
  })
})

test('a full business case is approved with benefits that say whose they are and from where to where by when alone (R33)', () => {
  const full = (benefits: BusinessCase['benefits']) => inState('recommended', { stage: 'fbc', benefits })
  const approve = (before: BusinessCase) => refusalOf(() => byBoard(before, 'approve', { result: 'approved' }))
  const refused = (benefits: string[]) => ({ code: 'benefits-incomplete', detail: { benefits } })
  expect([
    approve(full([benefit, { ...benefit, name: 'Less post', targetYear: null }])),
    approve(full([{ ...benefit, name: '' }])),
    approve(full([])),
    approve(full([benefit])),
    approve(inState('recommended', { benefits: [] })),
    refusalOf(() => byBoard(full([]), 'approve', { result: 'deferred', reason: 'Not ready' })),
  ]).toEqual([refused(['Less post']), refused(['benefit 1']), refused([]), undefined, undefined, undefined])
})
