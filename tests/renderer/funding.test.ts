import { describe, expect, test } from 'vitest'
import { outcomeOf, planAsItStands } from '../../domain/funding/fundingPlan.ts'
import { moved } from '../../renderer/features/funding/moved.ts'
import type { PlannerFacts } from '../../renderer/features/funding/plannerFacts.ts'
import { potsOf, readSwap } from '../../renderer/features/funding/swapDraft.ts'
import { waterfallNextStep } from '../../renderer/features/funding/waterfallNextStep.ts'
import { need, pot, source, sourceId, swap } from '../domain/funding/givenFunding.ts'
import { factsOf } from '../domain/given.ts'

const loan = source('Loan', { category: 'departmental_borrowing', sort: 2 })

const facts = (said: Partial<PlannerFacts> = {}): PlannerFacts => {
  const { asAt, programme } = factsOf({})
  return {
    asAt,
    programme,
    sources: [source('Grant'), loan],
    years: [],
    places: [],
    pots: [pot('Grant', 2020, 100), pot('Loan', 2021, 150), pot('Loan', 2021, 50)],
    needs: { plan: [need(2020, 100), need(2021, 200)], authority: [] },
    withoutSource: [],
    ...said,
  }
}

describe('a swap that is entered', () => {
  const read = (draft: { from?: string; toSourceId?: string; amount?: string }) =>
    readSwap(
      { from: '1', toSourceId: sourceId('Grant'), amount: '20', ...draft },
      { facts: facts(), unit: '£000', prefix: 'x' },
    )

  test('takes from what a source has in a year, added up', () => {
    expect(potsOf(facts()).map(({ startYear, amount }) => [startYear, amount / 100_000])).toEqual([
      [2020, 100],
      [2021, 200],
    ])
    expect(read({})).toEqual({ value: swap('Loan', 'Grant', 20) })
  })

  test('says what is missing at its field', () => {
    const ids = (draft: Parameters<typeof read>[0]) => read(draft).errors?.map(({ fieldId }) => fieldId)
    expect([ids({ from: '' }), ids({ toSourceId: '' }), ids({ amount: 'x' }), ids({ amount: '0' })]).toEqual([
      ['x-from'],
      ['x-to'],
      ['x-amount'],
      ['x-amount'],
    ])
  })
})

test('a source moves by one place, and not past the ends', () => {
  expect([moved(['a', 'b', 'c'], 'b', 1), moved(['a', 'b'], 'a', -1), moved(['a', 'b'], 'b', 1)]).toEqual([
    ['a', 'c', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ])
})

test('what happens next is the gap first, then what lapses, then what is not known, then the planner', () => {
  const next = (given: PlannerFacts, certainty: 'all' | 'secured' = 'all') =>
    waterfallNextStep(
      given,
      outcomeOf(planAsItStands(given.sources), { ...given, needs: given.needs.plan, certainty }),
      'plan',
    )
  const dated = source('Grant', { spendByOn: '2021-03-31' as never })
  const known = { ...loan, interestRateBp: 400, assetLifeYears: 10 }
  const needs = (...plan: ReturnType<typeof need>[]) => ({ plan, authority: [] })
  expect([
    next(facts({ sources: [] })),
    next(facts({ needs: needs() })),
    next(facts({ needs: needs(need(2020, 130), need(2021, 265)) })),
    next(facts({ sources: [{ ...loan, securedStatus: 'indicative' }], needs: needs(need(2021, 65)) }), 'secured'),
    next(facts({ sources: [dated, known], needs: needs(need(2020, 60)) })),
    next(facts()),
    next(facts({ sources: [source('Grant'), known] })),
  ]).toEqual([
    'add the sources that fund the programme.',
    'plan the schemes, so that there is something to pay for.',
    'nothing pays for £30,000 of 2020/21 and £65,000 of 2021/22. Find funding for it, or lower the plan.',
    'nothing that is secured pays for £65,000 of 2021/22. Record under Terms that Loan is secured once it is.',
    '£40,000 of Grant would be left at its spend-by date. Bring spending forward, or put it earlier in the policy order.',
    'a finance officer records the interest rate and the asset life of Loan, so that the yearly cost of borrowing is known.',
    'every year is paid for. Try another mix in the swap planner, or put the tables into the report.',
  ])
})
