import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alike } from '../../../domain/benefit/alike.ts'
import type { Benefit, YearQuantity } from '../../../domain/benefit/benefit.ts'
import {
  answerDoubleCount,
  askDoubleCount,
  benefitFromCase,
  changeBenefit,
  moveBenefit,
  setActuals,
  setTargets,
} from '../../../domain/benefit/benefitActs.ts'
import { progress } from '../../../domain/benefit/progress.ts'
import { type Quantity, readQuantity, writeQuantity } from '../../../domain/benefit/quantity.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { benefit as caseBenefit } from '../businessCase/given.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const origin = { caseId: idOf('C'), lineId: idOf('L') }
const year = (startYear: number, units: number): YearQuantity => ({
  startYear: startYear as YearQuantity['startYear'],
  quantity: (units * 1000) as Quantity,
})
/** Calls from 400 to 100 in 2021/22, agreed with a full case. */
const agreed = benefitFromCase(idOf('B'), { schemeId: idOf('S'), stage: 'fbc', benefit: caseBenefit, origin })
const baselined: Benefit = { ...agreed, status: 'baselined' }

describe('an amount of a benefit', () => {
  test('is read as people type it and written as they read it', () => {
    expect(['7,000', ' 2.5 ', '(12)', '-3', '0.125', '', '£40', '0'].map((text) => readQuantity(text))).toEqual([
      7_000_000,
      2500,
      -12_000,
      -3000,
      125,
      null,
      40_000,
      0,
    ])
    expect([7_000_000, 2500, -12_000, 0].map((each) => writeQuantity(each as Quantity))).toEqual([
      '7,000',
      '2.5',
      '(12)',
      '0',
    ])
  })

  test.each(['many', '1.2345', '(5', '5)', '1e9'])('is refused as bad-quantity where it is %s', (text) => {
    expect(refusalOf(() => readQuantity(text))).toEqual({ code: 'bad-quantity', detail: { text } })
  })

  test('that is written is read as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (amount) => {
        expect(readQuantity(writeQuantity(amount as Quantity))).toBe(amount)
      }),
    )
  })
})

describe('a benefit', () => {
  test('of a full case comes with its target agreed, of another baselined, and with gaps as identified', () => {
    const from = (stage: 'fbc' | 'obc', change = {}) =>
      benefitFromCase(idOf('B'), { schemeId: idOf('S'), stage, benefit: { ...caseBenefit, ...change }, origin })
    const facts = [from('fbc'), from('obc'), from('fbc', { owner: '' }), from('fbc', { target: 'fewer' })]
    expect(facts.map(({ status, targets }) => [status, targets])).toEqual([
      ['target_agreed', [year(2021, 100)]],
      ['baselined', [year(2021, 100)]],
      ['identified', [year(2021, 100)]],
      ['baselined', []],
    ])
    expect([from('fbc', { baseline: 'over 7,000 (2020)' }), from('fbc', { baseline: '3 to 5' })]).toMatchObject([
      { baseline: 'over 7,000 (2020)', baselineQuantity: 7_000_000 },
      { baseline: '3 to 5', baselineQuantity: null },
    ])
  })

  test('is baselined with owner, measure, unit and baseline, and agreed with a target year', () => {
    const blank: Benefit = { ...agreed, status: 'identified', owner: '', unit: '', targets: [] }
    expect([
      refusalOf(() => moveBenefit(blank, 'baseline', '')),
      refusalOf(() => moveBenefit({ ...baselined, targets: [] }, 'agree', '')),
      moveBenefit(baselined, 'agree', '').status,
    ]).toEqual([
      { code: 'benefit-lacks', detail: { benefit: 'Fewer calls', lacks: ['owner', 'unit'] } },
      { code: 'benefit-lacks', detail: { benefit: 'Fewer calls', lacks: ['target year'] } },
      'target_agreed',
    ])
  })

  test('keeps what was agreed until it is opened again with a reason', () => {
    const { name: _, ...rest } = agreed
    const attributes = { ...rest, name: 'Renamed' }
    expect(changeBenefit(agreed, attributes)).toEqual({ ...agreed, name: 'Renamed', revision: 2 })
    expect([
      refusalOf(() => changeBenefit(agreed, { ...agreed, unit: 'calls' })),
      refusalOf(() => setTargets(agreed, [year(2022, 5)])),
      refusalOf(() => moveBenefit(agreed, 'open_again', ' '))?.code,
    ]).toEqual([
      { code: 'targets-locked', detail: { benefit: 'Fewer calls' } },
      { code: 'targets-locked', detail: { benefit: 'Fewer calls' } },
      'reason-missing',
    ])
    const open = moveBenefit(agreed, 'open_again', 'New full case')
    expect(setTargets(open, [year(2022, 5), year(2021, 7), year(2022, 6)]).targets).toEqual([
      year(2021, 7),
      year(2022, 6),
    ])
  })

  test('is tracked from its first actual, and ends by evidence', () => {
    const tracked = setActuals(agreed, [year(2021, 250)])
    expect([tracked.status, progress(tracked), progress(agreed)]).toEqual([
      'tracking',
      { startYear: 2021, target: 100_000, actual: 250_000, shareBp: 5000 },
      { startYear: 2021, target: 100_000, actual: null, shareBp: null },
    ])
    expect([
      refusalOf(() => setActuals(baselined, [year(2021, 1)]))?.code,
      refusalOf(() => moveBenefit(tracked, 'realise', ''))?.code,
      moveBenefit({ ...tracked, evidence: 'Call log' }, 'realise', '').status,
      moveBenefit(tracked, 'fail', 'Phones were kept').status,
      refusalOf(() => moveBenefit(agreed, 'close', ''))?.code,
    ]).toEqual(['wrong-status', 'benefit-lacks', 'realised', 'not_realised', 'wrong-status'])
  })

  test('that may be counted twice is asked about by one and answered by another', () => {
    const other: Benefit = { ...agreed, id: idOf('O'), schemeId: idOf('T'), name: ' fewer  CALLS' }
    expect(alike([agreed, other]).map(({ one, other: second }) => [one.id, second.id])).toEqual([[agreed.id, other.id]])
    const query = { withId: other.id, question: 'Same calls?', askedBy: 'finance', askedOn: calendarDay('2020-09-01') }
    const asked = askDoubleCount(agreed, query)
    const answer = { answer: 'counted_once' as const, answerNote: 'Other phones', actor: 'lead' }
    expect(answerDoubleCount(asked, answer).doubleCount).toEqual({
      ...query,
      answer: 'counted_once',
      answerNote: 'Other phones',
      answeredBy: 'lead',
    })
    expect([
      refusalOf(() => askDoubleCount(agreed, { ...query, withId: agreed.id })),
      refusalOf(() => answerDoubleCount(asked, { ...answer, actor: 'finance' })),
      refusalOf(() => answerDoubleCount(agreed, answer))?.code,
    ]).toEqual([
      { code: 'own-benefit', detail: { benefit: 'Fewer calls' } },
      { code: 'own-item', detail: { act: 'check' } },
      'wrong-status',
    ])
  })
})
