import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { cheapestOrder, outcomeOf, planAsItStands, savingOver } from '../../../domain/funding/fundingPlan.ts'
import { type FundingSwap, swapLines, withSwaps } from '../../../domain/funding/fundingSwap.ts'
import type { Pot } from '../../../domain/funding/waterfall.ts'
import { pence, sum } from '../../../domain/money.ts'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import { need, plan, pot, programmeId, source, sourceId, swap, thousand } from './givenFunding.ts'

const loan = (name: string, interestRateBp: number | null, assetLifeYears: number | null, sort = 2) =>
  source(name, { category: 'departmental_borrowing', interestRateBp, assetLifeYears, sort })

const pots = [pot('Grant', 2020, 100), pot('Loan', 2021, 200)]

describe('a swap', () => {
  const faultsOf = (
    swaps: FundingSwap[],
    others: FundingSource[] = [],
    years: { startYear: number; status: 'closed' }[] = [],
  ) => withSwaps(swaps, { pots, sources: [source('Grant'), loan('Loan', 400, 10), ...others], years }).faults

  test('takes no more than the source has in the year, what was taken before it included', () => {
    expect(faultsOf([swap('Loan', 'Grant', 150), swap('Loan', 'Grant', 51)])).toEqual([
      null,
      { code: 'over-source', detail: { source: 'Loan', year: 2021, requested: thousand(51), available: thousand(50) } },
    ])
  })

  test('puts in no source that may not pay for it', () => {
    const day = (text: string) => text as CalendarDay
    const others = [
      source('Revenue', { restrictedTo: 'revenue' }),
      source('Retired', { retiredOn: day('2021-05-01') }),
      source('Refused', { securedStatus: 'refused' }),
      source('Late', { spendByOn: day('2021-03-31') }),
    ]
    const made = ['Revenue', 'Retired', 'Refused', 'Late', 'Loan'].map((to) => swap('Loan', to, 1))
    expect(faultsOf(made, others).map((fault) => [fault?.code, fault?.detail])).toEqual([
      ['wrong-nature', { source: 'Revenue', nature: 'capital' }],
      ['retired-source', { source: 'Retired', on: '2021-05-01' }],
      ['cannot-pay', { source: 'Refused', year: 2021, why: 'refused' }],
      ['cannot-pay', { source: 'Late', year: 2021, why: 'after-spend-by' }],
      ['cannot-pay', { source: 'Loan', year: 2021, why: 'same-source' }],
    ])
    expect(faultsOf([swap('Loan', 'Grant', 1)], [], [{ startYear: 2021, status: 'closed' }])).toEqual([
      { code: 'closed-year', detail: { year: 2021 } },
    ])
  })

  test('keeps every year’s allocation, whichever swaps are made', () => {
    const anySwap = fc
      .tuple(
        fc.constantFrom('Grant', 'Loan'),
        fc.constantFrom('Grant', 'Loan'),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(2020, 2021),
      )
      .map(([from, to, amount, startYear]) => swap(from, to, amount, { startYear }))
    fc.assert(
      fc.property(fc.array(anySwap, { maxLength: 6 }), (swaps) => {
        const after = withSwaps(swaps, { pots, sources: [source('Grant'), loan('Loan', 400, 10)], years: [] })
        const inYear = (all: readonly Pot[], year: number) =>
          sum(all.filter((each) => each.startYear === year).map(({ amount }) => amount))
        expect([2020, 2021].map((year) => inYear(after.pots, year))).toEqual([thousand(100), thousand(200)])
        const lines = swapLines(swaps, (id) => ({ kind: 'programme', id }), [])
        expect(sum(lines.map(({ amount }) => amount))).toBe(0)
      }),
    )
  })

  test('becomes one line for what is given and one for what is taken', () => {
    expect(
      swapLines([swap('Loan', 'Grant', 20), swap('Loan', 'Grant', 5)], (id) => ({ kind: 'programme', id }), []),
    ).toEqual(
      [
        ['Loan', -25],
        ['Grant', 25],
      ].map(([name, amount]) => ({
        level: 'allocation',
        place: { kind: 'programme', id: programmeId },
        startYear: 2021,
        sourceId: sourceId(String(name)),
        nature: 'capital',
        amount: thousand(Number(amount)),
      })),
    )
  })
})

describe('a plan of funding', () => {
  const sources = [
    source('Grant'),
    loan('Loan', 400, 10),
    source('Partner', { category: 'partner_contribution', securedStatus: 'indicative', sort: 3 }),
  ]
  const context = { sources, pots, needs: [need(2020, 100), need(2021, 200)], years: [], certainty: 'all' as const }

  test('is held against another in shares, cost and risks', () => {
    const asItStands = outcomeOf(planAsItStands(sources), context)
    const swapped = outcomeOf({ ...planAsItStands(sources), swaps: [swap('Loan', 'Partner', 50)] }, context)
    const facts = ({ borrowing, uncovered, dearest, interest, risks, isLawful }: typeof swapped) => ({
      borrowing,
      uncovered,
      dearest: dearest?.total,
      interest,
      risks,
      isLawful,
    })
    expect([facts(asItStands), facts(swapped)]).toEqual([
      {
        borrowing: thousand(200),
        uncovered: 0,
        dearest: thousand(28),
        interest: thousand(44),
        risks: [],
        isLawful: true,
      },
      {
        borrowing: thousand(150),
        uncovered: 0,
        dearest: thousand(21),
        interest: thousand(33),
        risks: [{ kind: 'unsecured', sourceId: sourceId('Partner'), amount: thousand(50) }],
        isLawful: true,
      },
    ])
    expect(savingOver(asItStands, swapped)).toBe(thousand(61))
  })

  test('says what a grant that comes a year late leaves uncovered and what lapses', () => {
    const dated = source('Grant', { spendByOn: '2021-03-31' as CalendarDay })
    const given = { ...context, sources: [dated, loan('Loan', 400, 10)], needs: [need(2020, 80), need(2021, 200)] }
    const facts = (late: string[]) => {
      const { uncovered, risks } = outcomeOf(plan(['Grant', 'Loan'], { lateSourceIds: late.map(sourceId) }), given)
      return { uncovered, risks: risks.map(({ kind, amount }) => [kind, amount]) }
    }
    expect([facts([]), facts(['Grant'])]).toEqual([
      {
        uncovered: 0,
        risks: [
          ['lapses', thousand(20)],
          ['near-spend-by', thousand(80)],
        ],
      },
      { uncovered: thousand(80), risks: [] },
    ])
  })

  test('has no cost where the terms of a loan are not recorded, and no saving over another', () => {
    const unknown = outcomeOf(plan(['Grant', 'Loan']), {
      ...context,
      sources: [source('Grant'), loan('Loan', 400, null)],
    })
    expect(unknown).toMatchObject({ costByYear: null, dearest: null, interest: null })
    expect(savingOver(outcomeOf(plan(['Grant', 'Loan']), context), unknown)).toBeNull()
  })

  test('costs least with what is free first, soonest to be spent before the rest, and dear loans last', () => {
    const spendBy = (name: string, day: string | null) =>
      source(name, { spendByOn: day as CalendarDay | null, sort: 9 })
    const given = [
      loan('Unknown', null, 5),
      loan('Dear', 500, 20),
      loan('Cheap', 300, 5),
      spendBy('Free', null),
      spendBy('Soon', '2021-03-31'),
      spendBy('Later', '2022-03-31'),
    ]
    const named = new Map(given.map(({ id, name }) => [id, name]))
    expect(cheapestOrder(given).map((id) => named.get(id))).toEqual([
      'Soon',
      'Later',
      'Free',
      'Cheap',
      'Dear',
      'Unknown',
    ])
  })

  test('in the cheapest order never borrows more than in another', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 6, maxLength: 6 })
    const order = fc.shuffledSubarray(['Grant', 'Loan', 'Partner'], { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(amounts, order, (given, names) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = given
        const any = {
          ...context,
          pots: [pot('Grant', 2020, a), pot('Loan', 2020, b), pot('Partner', 2020, c), pot('Loan', 2021, d)],
          needs: [need(2020, e), need(2021, f)],
        }
        const borrowed = (ids: typeof names) => outcomeOf(plan(ids), any).borrowing
        const best = outcomeOf({ order: cheapestOrder(sources), swaps: [], lateSourceIds: [] }, any).borrowing
        expect(pence(Math.min(best, borrowed(names)))).toBe(best)
      }),
    )
  })
})
