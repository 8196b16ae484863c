import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { checkChange } from '../../../domain/change/checkChange.ts'
import { checkMovement, type LedgerContext } from '../../../domain/ledger/movementRules.ts'
import { type Pence, pence, sum } from '../../../domain/money.ts'
import { carriedBySource, carryForward, requestLines } from '../../../domain/period/carryForward.ts'
import { outturn } from '../../../domain/period/outturn.ts'
import { nextToClose, openPeriodsOf } from '../../../domain/period/periodActs.ts'
import { testSpendBy } from '../../../domain/period/testSpendBy.ts'
import type { Underspend } from '../../../domain/period/underspend.ts'
import { yearEndLines, yearEndObstacles } from '../../../domain/period/yearEndLines.ts'
import type { BalanceLine } from '../../../domain/programme/facts.ts'
import { balanceOf, idOf, membershipOf, placeOf, programmeOf, schemeNamed, sourceNamed, themeNamed } from '../given.ts'

const [grant, loan] = [idOf('GRANT'), idOf('LOAN')]
const programme = placeOf('programme', 'P')
const [portal, sensors] = [placeOf('scheme', 'A'), placeOf('scheme', 'B')]

const contextOf = (balances: BalanceLine[], spendByOn: string | null = null): LedgerContext => ({
  balances,
  programmes: [programmeOf()],
  themes: [themeNamed('T')],
  schemes: [schemeNamed('A'), schemeNamed('B')],
  memberships: [membershipOf(portal.id, idOf('T')), membershipOf(sensors.id, idOf('T'))],
  sources: [
    sourceNamed('GRANT', { sort: 1, spendByOn: spendByOn === null ? null : calendarDay(spendByOn) }),
    sourceNamed('LOAN', { sort: 2, category: 'departmental_borrowing' }),
  ],
  years: [],
  periods: [],
  day: calendarDay('2021-04-20'),
})

const explained = (change: Partial<Underspend>): Underspend => ({
  id: idOf('U'),
  revision: 1,
  isRemoved: false,
  startYear: 2020,
  place: portal,
  sourceId: null,
  nature: 'capital',
  slippage: pence(0),
  saving: pence(0),
  notReceived: pence(0),
  error: pence(0),
  reason: 'Late delivery',
  profile: [],
  fundingSourceId: null,
  ...change,
})

const carried = (context: LedgerContext, explanations: Underspend[]) =>
  carryForward(yearEndLines(context.balances, 2020, explanations, []), 2020, context)

const given: BalanceLine[] = [
  balanceOf('plan', portal, 2020, 100),
  balanceOf('actual', portal, 2020, 70),
  balanceOf('allocation', programme, 2020, 20, { sourceId: grant }),
  balanceOf('allocation', programme, 2020, 80, { sourceId: loan }),
  balanceOf('authority', programme, 2020, 100),
]

describe('the outturn of a year', () => {
  test('compares sources only where budget and spend state them', () => {
    const sourced = { sourceId: grant }
    const lines = outturn(
      [
        balanceOf('plan', portal, 2020, 100, sourced),
        balanceOf('plan', portal, 2020, 50, { sourceId: loan }),
        balanceOf('actual', portal, 2020, 80, sourced),
        balanceOf('plan', sensors, 2020, 40, sourced),
        balanceOf('actual', sensors, 2020, 45),
        balanceOf('plan', portal, 2021, 10),
      ],
      2020,
    )
    expect(
      lines.map(({ place, sourceId, budget, outturn: spent, underspend }) => [
        place,
        sourceId,
        budget,
        spent,
        underspend,
      ]),
    ).toEqual([
      [portal, grant, 100_00, 80_00, 20_00],
      [portal, loan, 50_00, 0, 50_00],
      [sensors, null, 40_00, 45_00, -5_00],
    ])
  })

  test('is not known while nothing is spent', () => {
    expect(outturn([balanceOf('plan', portal, 2020, 100)], 2020)).toEqual([])
  })

  test('still counts as budget what was carried forward', () => {
    const lines = outturn([balanceOf('plan', portal, 2020, 80), balanceOf('actual', portal, 2020, 70)], 2020, [
      balanceOf('plan', portal, 2020, -20),
    ])
    expect(lines.map(({ budget, carried: gone, underspend }) => [budget, gone, underspend])).toEqual([
      [100_00, 20_00, 30_00],
    ])
  })
})

test('what is explained too little and too much stands in the way apart, and hides nothing by adding up to nought', () => {
  const lines = yearEndLines(
    [
      balanceOf('plan', portal, 2020, 100),
      balanceOf('actual', portal, 2020, 70),
      balanceOf('plan', sensors, 2020, 100),
      balanceOf('actual', sensors, 2020, 90),
    ],
    2020,
    [explained({ saving: pence(20_00) }), { ...explained({ saving: pence(20_00) }), place: sensors }],
    [],
  )
  expect(yearEndObstacles(lines, [], [], [])).toEqual([
    { kind: 'unexplained', count: 1, amount: 10_00 },
    { kind: 'unexplained', count: 1, amount: -10_00 },
  ])
})

describe('carrying forward', () => {
  test('moves first the money that can still be spent then, in the order of sources', () => {
    const parts = (spendByOn: string | null) =>
      carried(contextOf(given, spendByOn), [explained({ slippage: pence(30_00) })]).map(({ funding }) =>
        funding.map(({ sourceId, amount, spendBy }) => [sourceId, amount, spendBy]),
      )
    expect([parts(null), parts('2021-03-31')]).toEqual([
      [
        [
          [grant, 20_00, 'not-recorded'],
          [loan, 10_00, 'no-date'],
        ],
      ],
      [[[loan, 30_00, 'no-date']]],
    ])
  })

  test('takes the source that is named, and says what it cannot pay', () => {
    const [line] = carried(contextOf(given), [explained({ slippage: pence(30_00), fundingSourceId: grant })])
    expect([line?.funding.map(({ sourceId, amount }) => [sourceId, amount]), line?.unfunded]).toEqual([
      [[grant, 20_00]],
      10_00,
    ])
  })

  test('asks apart for what states a source and for what does not', () => {
    const balances = [
      ...given,
      balanceOf('plan', sensors, 2020, 10, { sourceId: grant }),
      balanceOf('actual', sensors, 2020, 4, { sourceId: grant }),
    ]
    const parts = carriedBySource(
      carried(contextOf(balances), [
        explained({ slippage: pence(10_00) }),
        explained({ place: sensors, sourceId: grant, slippage: pence(6_00) }),
      ]),
    )
    expect(parts.map((each) => each.map(({ line, amount }) => [line.place, amount]))).toEqual([
      [[portal, 10_00]],
      [[sensors, 6_00]],
    ])
  })

  test('nets to nothing at every level and is taken by the ledger, whatever slips and to whichever years', () => {
    const amounts = fc.record({
      slippage: fc.integer({ min: 1, max: 30_00 }),
      later: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 0, maxLength: 3 }),
      grant: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(amounts, ({ slippage, later, grant: share }) => {
        const whole = sum(later)
        const profile = later.flatMap((each, index) =>
          index === 0 ? [] : [{ startYear: 2021 + index, amount: pence(each) }],
        )
        const first = pence(Math.max(0, slippage - sum(profile.map(({ amount }) => amount))))
        const isFull = whole > 0 && sum(profile.map(({ amount }) => amount)) <= slippage
        const context = contextOf([
          balanceOf('plan', portal, 2020, 100),
          balanceOf('actual', portal, 2020, 70),
          balanceOf('allocation', programme, 2020, share, { sourceId: grant }),
          balanceOf('allocation', programme, 2020, 100 - share, { sourceId: loan }),
          balanceOf('authority', programme, 2020, 100),
        ])
        const lines = requestLines(
          carried(context, [
            explained({
              slippage: pence(slippage),
              profile: isFull ? [{ startYear: 2021, amount: first }, ...profile] : [],
            }),
          ]),
        )
        checkChange('slippage', lines)
        const byLevel = Map.groupBy(lines, ({ level }) => level)
        expect([...byLevel.values()].map((each) => sum(each.map(({ amount }) => amount)))).toEqual([0, 0, 0])
        const out = lines.filter(({ level, amount }) => level === 'plan' && amount < 0)
        expect(sum(out.map(({ amount }) => amount))).toBe(-slippage)
        checkMovement(
          {
            id: idOf('M'),
            kind: 'reprofile',
            reason: 'Carried forward',
            decisionId: idOf('D'),
            reversesId: null,
            entries: lines.map((line) => ({
              ...line,
              period: 0,
              effectiveOn: calendarDay('2021-04-20'),
              ledgerRef: null,
            })),
          },
          context,
        )
      }),
      { numRuns: 200 },
    )
  })
})

test('a spend-by date is tested for the year to which the money moves', () => {
  const source = (spendByOn: string | null, category: 'grant' | 'prudential_borrowing' = 'grant') => ({
    spendByOn: spendByOn === null ? null : calendarDay(spendByOn),
    category,
  })
  expect(
    [
      source('2021-03-31'),
      source('2021-04-01'),
      source('2022-04-01'),
      source(null),
      source(null, 'prudential_borrowing'),
    ].map((each) => testSpendBy(each, 2021).spendBy),
  ).toEqual(['too-late', 'within-the-year', 'in-time', 'not-recorded', 'no-date'])
})

test('the parts of an explanation and what is left of the underspend add up to it', () => {
  const parts = fc.tuple(fc.nat(30_00), fc.nat(30_00), fc.nat(30_00), fc.nat(30_00))
  fc.assert(
    fc.property(parts, ([slippage, saving, notReceived, error]) => {
      const all = { slippage, saving, notReceived, error } as unknown as Record<string, Pence>
      const [line] = yearEndLines(given, 2020, [explained(all)], [])
      expect(slippage + saving + notReceived + error + (line?.unexplained ?? 0)).toBe(30_00)
    }),
  )
})

test('the period to be closed next is the first open one whose month is over', () => {
  const closed = [1, 2].map((period) => ({ startYear: 2020, period, status: 'closed' as const }))
  expect([
    nextToClose(closed, 2020, calendarDay('2020-07-01')),
    nextToClose(closed, 2020, calendarDay('2020-06-30')),
    openPeriodsOf([], 2020, false),
    openPeriodsOf(closed, 2020, false),
    openPeriodsOf([], 2020, true).length,
  ]).toEqual([3, null, [], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], 13])
})
