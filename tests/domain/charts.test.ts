import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { type Pence, pence, sum } from '../../domain/money.ts'
import { type Cell, cellsOf } from '../../domain/portfolio/cell.ts'
import { fundingMix } from '../../domain/portfolio/fundingMix.ts'
import { authorityWaterfall, moneyWaterfall, type WaterfallBar } from '../../domain/portfolio/moneyWaterfall.ts'
import { planAgainstAuthority } from '../../domain/portfolio/planAgainstAuthority.ts'
import { portfolio } from '../../domain/portfolio/portfolio.ts'
import { schemeMoney } from '../../domain/portfolio/schemeMoney.ts'
import { type CurveEntries, spendCurve } from '../../domain/portfolio/spendCurve.ts'
import { thin } from '../../domain/portfolio/thin.ts'
import { leedsFacts, leedsId } from '../support/leedsFacts.ts'
import { balanceOf, factsOf, idOf, placeOf, schemeNamed, sourceNamed, themeNamed } from './given.ts'

const years = { from: 2020, to: 2021 }
const at = placeOf('programme', 'P')

/** A bar as one reads it: what it stands for, and the amount in pounds. */
const read = ({ meaning, amount, isMissing }: WaterfallBar): [string, number | 'none'] => {
  const shown = isMissing ? 'none' : amount / 100
  switch (meaning.kind) {
    case 'level':
      return [meaning.level, shown]
    case 'less':
      return [`less ${meaning.what}`, shown]
    case 'less-authority':
      return [`less ${meaning.reference}`, shown]
    case 'less-earlier-authority':
      return [`less ${meaning.decisions} earlier`, shown]
  }
}

describe('the funding mix', () => {
  test('of the Leeds sample is all grant in 2020/21, and borrowing but for a fiftieth in 2021/22', () => {
    const { balances, sources } = leedsFacts()
    expect(fundingMix(balances, sources, years)).toEqual({
      parts: [
        { sourceId: leedsId('GRANT'), name: 'Government Grant', members: [] },
        { sourceId: leedsId('BORROWING'), name: 'Dept Borrowing', members: [] },
      ],
      years: [
        { startYear: 2020, amounts: [1_228_000_00, null], total: 1_228_000_00, borrowing: 0 },
        { startYear: 2021, amounts: [37_600_00, 1_783_400_00], total: 1_821_000_00, borrowing: 1_783_400_00 },
      ],
      outside: 1_800_000_00,
    })
  })

  test('has grants at the bottom and borrowing above, and on top what states no source, whatever their order', () => {
    const sources = [
      sourceNamed('LOAN', { category: 'prudential_borrowing', sort: 1 }),
      sourceNamed('SALES', { category: 'capital_receipts', sort: 2 }),
      sourceNamed('GRANT', { sort: 3 }),
    ]
    const lines = [null, idOf('LOAN'), idOf('GRANT'), idOf('SALES')].map((sourceId) =>
      balanceOf('allocation', at, 2020, 10, { sourceId }),
    )
    expect(fundingMix(lines, sources, years).parts.map(({ name }) => name)).toEqual(['GRANT', 'SALES', 'LOAN', null])
  })

  test('of more than four sources takes the smallest ones together, with their names', () => {
    const sources = [1, 2, 3, 4, 5].map((sort) => sourceNamed(`S${sort}`, { sort }))
    const pounds = [50, 1, 40, 2, 30]
    const lines = sources.map(({ id }, index) =>
      balanceOf('allocation', at, 2020, pounds[index] ?? 0, { sourceId: id }),
    )
    const { parts, years: shown } = fundingMix(lines, sources, years)
    expect(parts).toEqual([
      { sourceId: idOf('S1'), name: 'S1', members: [] },
      { sourceId: idOf('S3'), name: 'S3', members: [] },
      { sourceId: idOf('S5'), name: 'S5', members: [] },
      { sourceId: null, name: null, members: ['S2', 'S4'] },
    ])
    expect(shown[0]?.amounts).toEqual([50_00, 40_00, 30_00, 3_00])
  })

  test('keeps a year without allocation between two that have one, and a recorded nought apart from nothing', () => {
    const lines = [balanceOf('allocation', at, 2019, 5), balanceOf('allocation', at, 2021, 0)]
    expect(fundingMix(lines, [], { from: 2018, to: 2025 }).years).toEqual([
      { startYear: 2019, amounts: [5_00], total: 5_00, borrowing: 0 },
      { startYear: 2020, amounts: [null], total: 0, borrowing: 0 },
      { startYear: 2021, amounts: [0], total: 0, borrowing: 0 },
    ])
  })

  test('of nothing has no years', () => {
    expect(fundingMix([balanceOf('plan', at, 2020, 5)], [], years)).toEqual({ parts: [], years: [], outside: 0 })
  })

  test('always adds up: parts to their year, years and what is outside to the whole allocation', () => {
    const sources = [
      sourceNamed('G', { sort: 1 }),
      sourceNamed('B', { sort: 2, category: 'departmental_borrowing' }),
      ...[3, 4, 5, 6].map((sort) => sourceNamed(`O${sort}`, { sort, category: 'section_106' })),
    ]
    const line = fc.record({
      sourceId: fc.constantFrom(null, ...sources.map(({ id }) => id)),
      startYear: fc.integer({ min: 2017, max: 2025 }),
      pounds: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (given) => {
        const lines = given.map(({ sourceId, startYear, pounds }) =>
          balanceOf('allocation', at, startYear, pounds, { sourceId }),
        )
        const mix = fundingMix(lines, sources, { from: 2019, to: 2022 })
        for (const { amounts, total } of mix.years) expect(sum(amounts.map((amount) => amount ?? 0))).toBe(total)
        expect(sum([...mix.years.map(({ total }) => total), mix.outside])).toBe(sum(lines.map(({ amount }) => amount)))
        expect(mix.parts.length).toBeLessThanOrEqual(4)
      }),
    )
  })
})

describe('a waterfall', () => {
  test('of the Helm record goes from £1.8m over two authorities to £9,000 that is not yet authorised', () => {
    const { chain } = schemeMoney(leedsFacts(), leedsId('PHR'))
    const bars = chain ? authorityWaterfall(chain) : []
    expect(bars.map(read)).toEqual([
      ['allocation', 1_800_000],
      ['less HELM-2018', -1_200_000],
      ['less ATS-2020', -591_000],
      ['not-yet-authorised', 9_000],
    ])
    expect(bars.map(({ from, to }) => [from / 100, to / 100])).toEqual([
      [0, 1_800_000],
      [1_800_000, 600_000],
      [600_000, 9_000],
      [0, 9_000],
    ])
  })

  test('takes the earliest of many decisions together', () => {
    const authorities = Array.from({ length: 9 }, (_, index) => ({
      decisionId: idOf(`D${index}`),
      reference: `D${index}`,
      on: calendarDay('2020-08-28'),
      amount: pence(1_00),
    }))
    const bars = authorityWaterfall({ allocation: pence(20_00), authorities, notYetAuthorised: pence(11_00) })
    expect(bars.map(read)).toEqual([
      ['allocation', 20],
      ['less 4 earlier', -4],
      ['less D4', -1],
      ['less D5', -1],
      ['less D6', -1],
      ['less D7', -1],
      ['less D8', -1],
      ['not-yet-authorised', 11],
    ])
  })

  test('of the Leeds programme holds all of its authority, and nothing is recorded as committed or spent', () => {
    const { programme } = portfolio(leedsFacts(), years)
    expect(moneyWaterfall(programme.range)?.map(read)).toEqual([
      ['allocation', 3_049_000],
      ['less not-yet-authorised', 0],
      ['authority', 3_049_000],
      ['less held', -3_049_000],
      ['less committed', 'none'],
      ['less spent', 'none'],
      ['available', 0],
    ])
  })

  test('begins with the authority where the allocation stands above, and is none where that does too', () => {
    const { programme } = portfolio(leedsFacts(), years)
    const [theme] = programme.children
    expect(theme && moneyWaterfall(theme.range)?.map(read)[0]).toEqual(['authority', 1_726_000])
    const scheme = theme?.children.find(({ id }) => id === leedsId('LCR'))
    expect(scheme?.range.authority).toEqual({ kind: 'at-theme' })
    expect(scheme && moneyWaterfall(scheme.range)).toBeNull()
  })

  test('goes up where authority is over the allocation', () => {
    const own = [balanceOf('allocation', at, 2020, 100), balanceOf('authority', at, 2020, 130)]
    expect(moneyWaterfall(cellsOf({ own, all: own, above: [] }, () => true))?.map(read)).toEqual([
      ['allocation', 100],
      ['less not-yet-authorised', 30],
      ['authority', 130],
      ['less held', -130],
      ['less committed', 'none'],
      ['less spent', 'none'],
      ['available', 0],
    ])
  })

  test('always reaches what is available, each step beginning where the one before ended', () => {
    const line = fc.record({
      level: fc.constantFrom(
        'allocation' as const,
        'authority' as const,
        'released' as const,
        'commitment' as const,
        'actual' as const,
      ),
      pounds: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (given) => {
        const own = given.map(({ level, pounds }) => balanceOf(level, at, 2020, pounds))
        const levels = cellsOf({ own, all: own, above: [] }, () => true)
        const bars = moneyWaterfall(levels)
        expect(bars === null).toBe(!own.some(({ level }) => level === 'allocation' || level === 'authority'))
        let reached: Pence | undefined
        for (const bar of bars ?? []) {
          expect(bar.to).toBe(bar.from + bar.amount)
          expect(bar.meaning.kind === 'level' ? bar.to : bar.from).toBe(reached ?? bar.to)
          reached = bar.to
        }
        expect(reached ?? 0).toBe(bars && levels.available.kind === 'amount' ? levels.available.amount : 0)
      }),
    )
  })
})

describe('plan against authority', () => {
  const pounds = (cell: Cell | undefined) => (cell?.kind === 'amount' ? cell.amount / 100 : cell?.kind)

  test('has every theme of the Leeds sample with what it plans more or less', () => {
    const { programme } = portfolio(leedsFacts(), years)
    const rows = planAgainstAuthority(programme.children)
    expect(rows.map((row) => [row.name, ...[row.plan, row.authority, row.planLessAuthority].map(pounds)])).toEqual([
      ['Care Records and Corporate', 1_726_000, 1_726_000, 0],
      ['Infrastructure', 768_000, 808_000, -40_000],
      ['Strategy and OD', 50_000, 50_000, 0],
      ['Data and intelligence', 570_000, 465_000, 105_000],
    ])
  })

  test('keeps the largest of many themes and takes the others together, to the same sum', () => {
    const names = Array.from({ length: 40 }, (_, index) => `T${index}`)
    const facts = factsOf({
      themes: names.map((name, sort) => themeNamed(name, { sort })),
      balances: names.map((name, index) => balanceOf('plan', placeOf('theme', name), 2020, index + 1)),
    })
    const rows = planAgainstAuthority(portfolio(facts, years).programme.children)
    expect(rows.map(({ name, themes }) => [name, themes])).toEqual([
      ...names.slice(29).map((name) => [name, 1]),
      ['', 29],
    ])
    expect(sum(rows.map(({ plan }) => (plan.kind === 'amount' ? plan.amount : 0)))).toBe(820_00)
    expect(rows.at(-1)?.authority).toEqual({ kind: 'none' })
  })

  test('leaves out a theme that has neither', () => {
    const facts = factsOf({ themes: [themeNamed('T')], schemes: [schemeNamed('A')] })
    expect(planAgainstAuthority(portfolio(facts, years).programme.children)).toEqual([])
  })
})

describe('the curve of spend', () => {
  const day = calendarDay
  const range = { years, today: day('2021-01-20'), closedYears: [] }
  const entries: CurveEntries = {
    authority: [
      { on: day('2019-12-01'), amount: pence(100_00) },
      { on: day('2020-08-28'), amount: pence(50_00) },
    ],
    spent: [
      { startYear: 2020, period: 1, on: day('2020-05-04'), amount: pence(10_00) },
      { startYear: 2020, period: 5, on: day('2020-08-31'), amount: pence(30_00) },
    ],
  }

  test('is none until something is spent', () => {
    expect(spendCurve({ ...entries, spent: [] }, range)).toBeNull()
  })

  test('steps on the days of decisions, and stands at the ends of periods up to the last one recorded', () => {
    const curve = spendCurve(entries, range)
    expect(curve?.points.filter(({ on }) => on < '2020-10-01')).toEqual([
      { on: '2020-04-01', authority: 100_00, spent: 0 },
      { on: '2020-04-30', authority: 100_00, spent: 10_00 },
      { on: '2020-05-31', authority: 100_00, spent: 10_00 },
      { on: '2020-06-30', authority: 100_00, spent: 10_00 },
      { on: '2020-07-31', authority: 100_00, spent: 10_00 },
      { on: '2020-08-28', authority: 150_00, spent: null },
      { on: '2020-08-31', authority: 150_00, spent: 40_00 },
      { on: '2020-09-30', authority: 150_00, spent: null },
    ])
    expect(curve?.points.slice(-3)).toEqual([
      { on: '2022-01-31', authority: null, spent: null },
      { on: '2022-02-28', authority: null, spent: null },
      { on: '2022-03-31', authority: null, spent: null },
    ])
    expect(curve && { ...curve, points: [] }).toEqual({
      points: [],
      today: '2021-01-20',
      authority: 150_00,
      spent: 40_00,
      spentThrough: '2020-08-31',
    })
  })

  test('goes on level to the end of a closed year', () => {
    const curve = spendCurve(entries, { ...range, today: day('2021-06-01'), closedYears: [2020] })
    expect(curve?.spentThrough).toBe('2021-03-31')
    expect(curve?.points.find(({ on }) => on === '2021-03-31')?.spent).toBe(40_00)
  })

  test('counts a payment of a whole year in the month of its day, the closing period in March, an open month today', () => {
    const paid = (startYear: number, period: number, on: string) => ({
      startYear,
      period,
      on: day(on),
      amount: pence(1_00),
    })
    const spent = [paid(2020, 0, '2020-11-05'), paid(2020, 13, '2021-05-10'), paid(2021, 10, '2022-01-11')]
    const curve = spendCurve({ authority: [], spent }, { ...range, today: day('2022-01-20') })
    const first = (amount: number) => curve?.points.find((point) => point.spent === amount)?.on
    expect([first(1_00), first(2_00), first(3_00)]).toEqual(['2020-11-30', '2021-03-31', '2022-01-20'])
  })

  test('has no line for today where today lies outside the years', () => {
    expect(spendCurve(entries, { ...range, today: day('2026-11-22') })?.today).toBeNull()
  })

  test('always ends at the amounts of the ledger, never falls without a negative amount, and has at most 500 points', () => {
    const anyDay = fc
      .integer({ min: 0, max: 12_000 })
      .map((days) => day(new Date(Date.UTC(1999, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)))
    const amount = fc.integer({ min: 0, max: 1_000_000 }).map(pence)
    const payment = fc.record({
      startYear: fc.integer({ min: 2000, max: 2030 }),
      period: fc.integer({ min: 0, max: 13 }),
      on: anyDay,
      amount,
    })
    const grants = fc.array(fc.record({ on: anyDay, amount }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(grants, fc.array(payment, { minLength: 1, maxLength: 60 }), anyDay, (authority, spent, today) => {
        const curve = spendCurve({ authority, spent }, { years: { from: 2000, to: 2030 }, today, closedYears: [] })
        const drawn = (of: 'authority' | 'spent') => curve?.points.flatMap((point) => point[of] ?? []) ?? []
        for (const of of ['authority', 'spent'] as const) {
          expect(drawn(of).at(-1)).toBe(sum({ authority, spent }[of].map((each) => each.amount)))
          expect(drawn(of)).toEqual([...drawn(of)].sort((a, b) => a - b))
        }
        expect(curve?.points.length).toBeLessThanOrEqual(500)
      }),
      { numRuns: 50 },
    )
  })
})

describe('thinning', () => {
  test('keeps all where there are few', () => {
    expect(thin([3, 1, 2], [(value) => value], 3)).toEqual([3, 1, 2])
  })

  test('of many keeps the first, the last, the least and the most of every value, in order, and no more than asked', () => {
    const item = fc.record({ one: fc.integer(), other: fc.option(fc.integer(), { nil: null }) })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 900 }), fc.integer({ min: 6, max: 120 }), (items, most) => {
        const kept = thin(items, [({ one }) => one, ({ other }) => other], most)
        expect(kept.length).toBeLessThanOrEqual(most)
        expect([kept[0], kept.at(-1)]).toEqual([items[0], items.at(-1)])
        const ends = (of: typeof items, value: 'one' | 'other') => {
          const values = of.flatMap((each) => each[value] ?? [])
          return [Math.min(...values), Math.max(...values)]
        }
        expect([ends(kept, 'one'), ends(kept, 'other')]).toEqual([ends(items, 'one'), ends(items, 'other')])
        const places = kept.map((each) => items.indexOf(each))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
    )
  })
})
