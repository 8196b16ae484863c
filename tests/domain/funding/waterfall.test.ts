import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { yearOf } from '../../../domain/financialYear.ts'
import { type Certainty, isSecured, type Need, type Pot, waterfall } from '../../../domain/funding/waterfall.ts'
import type { Nature } from '../../../domain/ledger/entry.ts'
import { pence, sum } from '../../../domain/money.ts'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import { need, pot, programmeId, schemeId, source, sourceId, thousand } from './givenFunding.ts'

const borrowing = { category: 'departmental_borrowing' as const, sort: 2 }

/** What each year is paid from, in thousands, by the name of the source. */
const paidIn = (sources: FundingSource[], pots: Pot[], needs: Need[], certainty?: Certainty) =>
  waterfall(sources, pots, needs, certainty).years.map(({ startYear, paid, uncovered }) => ({
    [startYear]: Object.fromEntries([
      ...sources.map(({ name }, at) => [name, (paid[at] ?? 0) / 100_000] as const).filter(([, amount]) => amount !== 0),
      ...(uncovered === 0 ? [] : [['uncovered', uncovered / 100_000]]),
    ]),
  }))

test('the sources pay in their order, and the plan of the Leeds report lacks £65,000 in its second year', () => {
  expect(
    paidIn(
      [source('Grant'), source('Loan', borrowing)],
      [pot('Grant', 2020, 1228), pot('Grant', 2021, 37.6), pot('Loan', 2021, 1783.4)],
      [need(2020, 1228), need(2021, 1886)],
    ),
  ).toEqual([{ 2020: { Grant: 1228 } }, { 2021: { Grant: 37.6, Loan: 1783.4, uncovered: 65 } }])
})

test('what a year does not use pays in a later one, and no year is paid from a later allocation', () => {
  expect(
    paidIn([source('Grant')], [pot('Grant', 2021, 100)], [need(2020, 40), need(2021, 30), need(2022, 50)]),
  ).toEqual([{ 2020: { uncovered: 40 } }, { 2021: { Grant: 30 } }, { 2022: { Grant: 50 } }])
})

test('what a later year takes back is not used before', () => {
  expect(paidIn([source('Grant')], [pot('Grant', 2020, 100), pot('Grant', 2021, -60)], [need(2020, 100)])).toEqual([
    { 2020: { Grant: 40, uncovered: 60 } },
    { 2021: {} },
  ])
})

test('nothing is paid after the spend-by day, and what is left of its years lapses', () => {
  const sources = [source('Grant', { spendByOn: '2021-03-31' as CalendarDay }), source('Loan', borrowing)]
  const found = waterfall(
    sources,
    [pot('Grant', 2020, 100), pot('Grant', 2021, 7), pot('Loan', 2021, 50)],
    [need(2020, 70), need(2021, 40)],
  )
  expect(found.years.map(({ paid }) => paid)).toEqual([
    [thousand(70), 0],
    [0, thousand(40)],
  ])
  expect(found.sources).toEqual([
    {
      sourceId: sourceId('Grant'),
      allocated: thousand(107),
      paid: thousand(70),
      left: thousand(37),
      lapsing: thousand(30),
      excluded: null,
    },
    {
      sourceId: sourceId('Loan'),
      allocated: thousand(50),
      paid: thousand(40),
      left: thousand(10),
      lapsing: 0,
      excluded: null,
    },
  ])
})

test('capital pays for capital and revenue for revenue, and a restricted source only for its own (R19)', () => {
  expect(
    paidIn(
      [source('Grant', { restrictedTo: 'capital' }), source('Reserve')],
      [
        pot('Grant', 2020, 100),
        pot('Grant', 2020, 9, { nature: 'revenue' }),
        pot('Reserve', 2020, 5, { nature: 'revenue' }),
      ],
      [need(2020, 20), need(2020, 20, { nature: 'revenue' })],
    ),
  ).toEqual([{ 2020: { Grant: 20, Reserve: 5, uncovered: 15 } }])
})

test('what was refused pays for nothing, and what is not secured only where it is counted', () => {
  const sources = [
    source('Refused', { securedStatus: 'refused' }),
    source('Hoped for', { securedStatus: 'indicative' }),
    source('Loan', borrowing),
  ]
  const pots = [pot('Refused', 2020, 100), pot('Hoped for', 2020, 30), pot('Loan', 2020, 50)]
  expect(paidIn(sources, pots, [need(2020, 100)])).toEqual([{ 2020: { 'Hoped for': 30, Loan: 50, uncovered: 20 } }])
  expect(paidIn(sources, pots, [need(2020, 100)], 'secured')).toEqual([{ 2020: { Loan: 50, uncovered: 50 } }])
  expect(waterfall(sources, pots, [need(2020, 100)]).years[0]).toMatchObject({
    borrowing: thousand(50),
    unsecured: thousand(30),
  })
})

test('money kept for one scheme pays there first and nowhere else', () => {
  const own = { placeId: schemeId }
  const ofScheme = { path: [schemeId, programmeId] }
  expect(
    paidIn(
      [source('Grant'), source('Section 106')],
      [pot('Grant', 2020, 50), pot('Section 106', 2020, 80, own)],
      [need(2020, 60, ofScheme), need(2020, 40)],
    ),
  ).toEqual([{ 2020: { Grant: 40, 'Section 106': 60 } }])
})

const names = ['A', 'B', 'C', 'D'] as const
const nature = fc.constantFrom<Nature>('capital', 'revenue')
const year = fc.integer({ min: 2019, max: 2023 })
const anySources = fc.tuple(
  ...names.map((name, at) =>
    fc
      .record({
        restrictedTo: fc.constantFrom<FundingSource['restrictedTo']>(null, null, 'capital', 'revenue'),
        spendByOn: fc.constantFrom(null, null, '2021-03-31' as CalendarDay, '2022-09-30' as CalendarDay),
        securedStatus: fc.constantFrom<FundingSource['securedStatus']>('secured', 'not_stated', 'refused'),
        category: fc.constantFrom<FundingSource['category']>('grant', 'departmental_borrowing'),
      })
      .map((said) => source(name, { ...said, sort: at })),
  ),
)
const anyPots = fc.array(
  fc.record({
    placeId: fc.constantFrom(programmeId, schemeId),
    sourceId: fc.constantFrom(...names).map(sourceId),
    startYear: year,
    nature,
    amount: fc.integer({ min: -5_000, max: 20_000 }).map(pence),
  }),
  { maxLength: 20 },
)
const anyNeeds = fc.array(
  fc.record({
    path: fc.constantFrom([programmeId], [schemeId, programmeId]),
    startYear: year,
    nature,
    amount: fc.integer({ min: 0, max: 20_000 }).map(pence),
  }),
  { maxLength: 20 },
)
const money = fc.record({
  sources: anySources,
  pots: anyPots,
  needs: anyNeeds,
  certainty: fc.constantFrom<Certainty>('all', 'secured'),
})
const runs = { numRuns: 300 }

test('a source never pays more than it has, through any year, nor what it may not', () => {
  fc.assert(
    fc.property(money, ({ sources, pots, needs, certainty }) => {
      const { payments } = waterfall(sources, pots, needs, certainty)
      for (const { id, restrictedTo, spendByOn, securedStatus } of sources) {
        const own = payments.filter((payment) => payment.sourceId === id)
        if (own.length === 0) continue
        expect(own.every((payment) => payment.amount > 0)).toBe(true)
        expect(securedStatus !== 'refused' && (certainty === 'all' || isSecured({ securedStatus }))).toBe(true)
        expect(own.every((payment) => restrictedTo === null || payment.nature === restrictedTo)).toBe(true)
        expect(own.every((payment) => spendByOn === null || payment.startYear <= yearOf(spendByOn))).toBe(true)
        const purses = Map.groupBy(
          pots.filter((each) => each.sourceId === id),
          (each) => `${each.placeId} ${each.nature}`,
        )
        for (const { startYear } of own) {
          const through = sum(own.filter((payment) => payment.startYear <= startYear).map(({ amount }) => amount))
          // Purses that are overdrawn have nothing to give; they take nothing from the others.
          const had = [...purses.values()].map((lines) =>
            Math.max(0, sum(lines.filter((line) => line.startYear <= startYear).map(({ amount }) => amount))),
          )
          expect(through).toBeLessThanOrEqual(sum(had))
        }
      }
    }),
    runs,
  )
})

test('the parts of a year add up to what it needs less what is left uncovered', () => {
  fc.assert(
    fc.property(money, ({ sources, pots, needs, certainty }) => {
      for (const { startYear, need: needed, paid, uncovered } of waterfall(sources, pots, needs, certainty).years) {
        const asked = sum(needs.filter((each) => each.startYear === startYear).map(({ amount }) => amount))
        expect({ needed, paid: sum(paid), isOver: uncovered < 0 }).toEqual({
          needed: asked,
          paid: needed - uncovered,
          isOver: false,
        })
      }
    }),
    runs,
  )
})

test('a source pays only when those before it in the order have nothing left that may pay', () => {
  const atProgramme = money.map(({ pots, needs, ...rest }) => ({
    ...rest,
    // One place and one nature: then every earlier source could have paid for what a later one did.
    pots: pots.map((each) => ({
      ...each,
      placeId: programmeId,
      nature: 'capital' as const,
      amount: pence(Math.abs(each.amount)),
    })),
    needs: needs.map((each) => ({ ...each, path: [programmeId], nature: 'capital' as const })),
  }))
  fc.assert(
    fc.property(atProgramme, ({ sources, pots, needs, certainty }) => {
      const { years, payments } = waterfall(sources, pots, needs, certainty)
      const mayPay = ({ restrictedTo, spendByOn, securedStatus }: FundingSource, startYear: number) =>
        restrictedTo !== 'revenue' &&
        (spendByOn === null || startYear <= yearOf(spendByOn)) &&
        securedStatus !== 'refused' &&
        (certainty === 'all' || isSecured({ securedStatus }))
      for (const { startYear, paid, uncovered } of years) {
        for (const [at, one] of sources.entries()) {
          const isPassed = uncovered > 0 || paid.slice(at + 1).some((amount) => amount > 0)
          if (!isPassed || !mayPay(one, startYear)) continue
          const upTo = (lines: readonly { sourceId: string; startYear: number; amount: number }[]) =>
            sum(
              lines
                .filter((line) => line.sourceId === one.id && line.startYear <= startYear)
                .map(({ amount }) => amount),
            )
          expect(upTo(payments)).toBe(upTo(pots))
        }
      }
    }),
    runs,
  )
})
