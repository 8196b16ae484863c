import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { formatColumn } from '../../domain/financialYear.ts'
import { formatMoney, type Pence } from '../../domain/money.ts'
import { type Cell, moneyLevels, planLessOf } from '../../domain/portfolio/cell.ts'
import { coverage } from '../../domain/portfolio/coverage.ts'
import { type PortfolioRow, portfolio } from '../../domain/portfolio/portfolio.ts'
import { schemeMoney } from '../../domain/portfolio/schemeMoney.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { CaseStatus } from '../../domain/programme/scheme.ts'
import { leedsFacts, leedsId } from '../support/leedsFacts.ts'
import { businessCase, cost } from './businessCase/given.ts'
import {
  balanceOf,
  decisionNamed,
  factsOf,
  idOf,
  membershipOf,
  placeOf,
  schemeNamed,
  sourceNamed,
  themeNamed,
} from './given.ts'
import { refusalOf } from './refusalOf.ts'

const years = { from: 2020, to: 2021 }

/** A cell as a reader sees it in £000; a derived amount carries a star. */
const shown = (cell: Cell | undefined): string =>
  cell?.kind === 'amount'
    ? `${formatMoney(cell.amount, '£000')}${cell.isDerived ? '*' : ''}`
    : (cell?.kind ?? 'missing')
const levelsOf = (row: PortfolioRow | undefined) => row && moneyLevels.map((level) => shown(row.range[level]))
const named = (row: PortfolioRow, name: string): PortfolioRow | undefined =>
  row.name === name ? row : row.children.map((child) => named(child, name)).find(Boolean)

describe('the Leeds portfolio', () => {
  const leeds = portfolio(leedsFacts(), years)
  const theme = (name: string) => leeds.programme.children.find((row) => row.name === name)

  test('is the same across levels as across years, but for the columns', () => {
    const withoutColumns = (row: PortfolioRow): PortfolioRow => ({
      ...row,
      columns: [],
      children: row.children.map(withoutColumns),
    })
    const levels = portfolio(leedsFacts(), years, 'levels')
    expect(levels).toEqual({ ...leeds, programme: withoutColumns(leeds.programme) })
    expect(leeds.programme.columns).not.toEqual([])
  })

  test('shows each theme and the programme at every level, and why an amount is not there', () => {
    const rows = leeds.programme.children.map((row) => [row.name, ...(levelsOf(row) ?? [])])
    expect(rows).toEqual([
      ['Care Records and Corporate', '1,726.0*', 'at-programme', '1,726.0*', '1,726.0*', 'none', 'none', '0.0*'],
      ['Infrastructure', '768.0*', 'at-programme', '808.0', '808.0*', 'none', 'none', '0.0*'],
      ['Strategy and OD', '50.0*', 'at-programme', '50.0', '50.0*', 'none', 'none', '0.0*'],
      ['Data and intelligence', '570.0*', 'at-programme', '465.0', '465.0*', 'none', 'none', '0.0*'],
    ])
    expect(levelsOf(leeds.programme)).toEqual(['3,114.0*', '3,049.0', '3,049.0*', '3,049.0*', 'none', 'none', '0.0*'])
  })

  test('takes what stands above a scheme from nobody in silence, and lets held follow the plan where they tie', () => {
    const rows = theme('Care Records and Corporate')?.children.map((row) => [row.name, ...(levelsOf(row) ?? [])])
    expect(rows).toEqual([
      ['Leeds Care Record', '800.0', 'at-programme', 'at-theme', '800.0*', 'none', 'none', '0.0*'],
      ['Supporting Virtual Care', '100.0', 'at-programme', 'at-theme', '100.0*', 'none', 'none', '0.0*'],
      ['Mindwell Mental Health portal', '115.0', 'at-programme', 'at-theme', '115.0*', 'none', 'none', '0.0*'],
      ['Diabetes Management System', '120.0', 'at-programme', 'at-theme', '120.0*', 'none', 'none', '0.0*'],
      ['Helm Person Held Record', '591.0', 'at-programme', '591.0', '591.0*', 'none', 'none', '0.0*'],
    ])
    const estates = theme('Infrastructure')?.children[0]
    expect(levelsOf(estates)).toEqual(['245.0', 'at-programme', 'at-theme', 'at-theme', 'none', 'none', '0.0*'])
  })

  test('says how far the plan is over each level', () => {
    const over = [leeds.programme, ...leeds.programme.children].map(({ range }) => [
      shown(planLessOf(range).allocation),
      shown(planLessOf(range).authority),
    ])
    expect(over).toEqual([
      ['65.0*', '65.0*'],
      ['at-programme', '0.0*'],
      ['at-programme', '(40.0)*'],
      ['at-programme', '0.0*'],
      ['at-programme', '105.0*'],
    ])
  })

  test('has the years across for every level, columns over all years', () => {
    const across = (row: PortfolioRow | undefined, level: 'plan' | 'allocation' | 'authority' | 'held') =>
      row?.columns.map((money) => shown(money[level]))
    const infrastructure = theme('Infrastructure')
    expect(leeds.columns.map(formatColumn)).toEqual([
      'TOTAL',
      'TO MARCH 2020',
      '2020/21',
      '2021/22',
      '2022/23',
      '2023 on',
    ])
    expect(across(infrastructure, 'plan')).toEqual(['768.0*', 'none', '318.0*', '450.0*', 'none', 'none'])
    expect(across(infrastructure, 'authority')).toEqual(['808.0', 'none', '358.0', '450.0', 'none', 'none'])
    expect(infrastructure?.columns.map((money) => shown(planLessOf(money).authority))).toEqual([
      '(40.0)*',
      'none',
      '(40.0)*',
      '0.0*',
      'none',
      'none',
    ])
    expect(across(infrastructure?.children[0], 'held')).toEqual([
      'at-theme',
      'none',
      'at-theme',
      '150.0*',
      'none',
      'none',
    ])
    expect(across(leeds.programme, 'allocation')).toEqual([
      '4,849.0*',
      '1,800.0*',
      '1,228.0',
      '1,821.0',
      'none',
      'none',
    ])
    expect(across(named(leeds.programme, 'Helm Person Held Record'), 'authority')).toEqual([
      '1,791.0',
      '1,200.0',
      'at-theme',
      '591.0',
      'none',
      'none',
    ])
  })

  test('lists thirteen schemes, and nine unfunded ideas by themselves', () => {
    expect(leeds.programme.children.flatMap((row) => row.children)).toHaveLength(13)
    expect(leeds.unfunded).toHaveLength(9)
    expect(new Set(leeds.unfunded.map((idea) => idea.theme))).toEqual(
      new Set(['Care Records and Corporate', 'Infrastructure', 'Data and intelligence']),
    )
  })

  test('names the year of a recommended case only where the scheme plans for another one too', () => {
    const cases = ['Leeds Care Record', 'Mindwell Mental Health portal', 'Estates blueprinting'].map((name) => {
      const { businessCase: found, cases: standing } = named(leeds.programme, name) ?? {}
      return [found && [found.status, found.years], standing?.map(({ startYear, status }) => [startYear, status])]
    })
    expect(cases).toEqual([
      [['recommended', [2020]], [[2020, 'recommended']]],
      [['recommended', []], [[2020, 'recommended']]],
      [null, [[null, 'not_yet_developed']]],
    ])
  })

  test('covers 635.0 by recommended cases, 245.0 by cases not yet developed, and 2,169.0 by nothing stated', () => {
    expect(leeds.coverage).toEqual({
      total: 3_049_000_00,
      basis: 'authority',
      byStatus: {
        not_yet_developed: { amount: 245_000_00, schemes: 1 },
        draft: { amount: 0, schemes: 0 },
        recommended: { amount: 635_000_00, schemes: 3 },
        approved: { amount: 0, schemes: 0 },
      },
      notStated: 2_169_000_00,
    })
  })

  test('says what waits: the recommended cases, the missing one, and the plan over its authority', () => {
    expect(leeds.nextSteps).toEqual([
      { kind: 'cases-wait', count: 3, amount: 635_000_00 },
      { kind: 'cases-not-developed', count: 1, amount: 245_000_00 },
      { kind: 'plan-over-authority', amount: 65_000_00 },
    ])
  })

  test('before the decision has effect has no authority but the earlier one, and says on which day it comes', () => {
    const facts = leedsFacts('2020-08-20')
    const before = portfolio(facts, years)
    expect(shown(before.programme.range.authority)).toBe('none')
    expect(shown(before.programme.columns[1]?.authority)).toBe('1,200.0*')
    expect(before.coverage).toEqual(leeds.coverage)
    const decision = facts.decisions.find((each) => each.status === 'made')
    expect(before.nextSteps[0]).toEqual({
      kind: 'decision-takes-effect',
      decisionId: decision?.id,
      reference: decision?.reference,
      on: '2020-08-28',
      amount: 3_049_000_00,
    })
  })
})

describe('the money of one scheme', () => {
  test('takes each authority from the allocation: Helm has 9.0 not yet authorised', () => {
    const { chain } = schemeMoney(leedsFacts(), leedsId('PHR'))
    expect(
      chain && [chain.allocation, ...chain.authorities.map((step) => step.amount), chain.notYetAuthorised],
    ).toEqual([1_800_000_00, 1_200_000_00, 591_000_00, 9_000_00])
    expect(chain?.authorities.map((step) => step.on)).toEqual(['2018-03-31', '2020-08-28'])
    expect(schemeMoney(leedsFacts('2020-08-20'), leedsId('PHR')).chain?.notYetAuthorised).toBe(600_000_00)
    expect(schemeMoney(leedsFacts(), leedsId('LCR')).chain).toBeNull()
  })

  test('has authority that no decision explains as a step of its own', () => {
    const at = placeOf('scheme', 'A')
    const facts = factsOf({
      schemes: [schemeNamed('A')],
      decisions: [decisionNamed('D1')],
      balances: [balanceOf('allocation', at, 2020, 100), balanceOf('authority', at, 2020, 70)],
      posted: [{ ...balanceOf('authority', at, 2020, 50), decisionId: idOf('D1') }],
    })
    expect(schemeMoney(facts, idOf('A')).chain).toEqual({
      allocation: 100_00,
      authorities: [
        { decisionId: null, reference: null, on: null, amount: 20_00 },
        { decisionId: idOf('D1'), reference: 'D1', on: '2020-08-28', amount: 50_00 },
      ],
      notYetAuthorised: 30_00,
    })
  })

  test('has every level by column and by source', () => {
    const at = placeOf('scheme', 'A')
    const [grant, loan] = [idOf('GRANT'), idOf('LOAN')]
    const facts = factsOf({
      schemes: [schemeNamed('A')],
      sources: [sourceNamed('LOAN', { sort: 2 }), sourceNamed('GRANT', { sort: 1 })],
      balances: [
        balanceOf('authority', at, 2020, 10_000, { sourceId: grant }),
        balanceOf('authority', at, 2021, 20_000, { sourceId: loan }),
        balanceOf('released', at, 2020, 4_000, { sourceId: grant }),
        balanceOf('commitment', at, 2020, 1_000),
        balanceOf('actual', at, 2020, 500),
      ],
    })
    const { columns, rows } = schemeMoney(facts, idOf('A'), { from: 2020, to: 2021 })
    const total = columns.findIndex((column) => column.kind === 'total')
    const text = rows.map(({ level, cells, bySource }) => [
      level,
      shown(cells[total]),
      ...bySource.map(({ sourceId, cells: ofSource }) => [sourceId, shown(ofSource[total])]),
    ])
    expect(text).toEqual([
      ['plan', 'none'],
      ['allocation', 'none'],
      ['authority', '30.0', [grant, '10.0'], [loan, '20.0']],
      ['released', '4.0', [grant, '4.0']],
      ['held', '26.0*', [grant, '6.0*'], [loan, '20.0*']],
      ['committed', '1.0', [null, '1.0']],
      ['spent', '0.5', [null, '0.5']],
      ['available', '2.5*', [grant, '4.0*'], [loan, '0.0*'], [null, '(1.5)*']],
    ])
  })

  test('shows what the portfolio shows of the scheme', () => {
    const facts = leedsFacts()
    const { programme } = portfolio(facts, years)
    for (const row of programme.children.flatMap((theme) => theme.children)) {
      const { rows } = schemeMoney(facts, row.id as never, years)
      for (const { level, cells } of rows) {
        if (level !== 'released') expect(cells).toEqual(row.columns.map((money) => money[level]))
      }
    }
  })

  test('of a scheme that is not there is refused as not-found', () => {
    expect(refusalOf(() => schemeMoney(factsOf({}), idOf('X')))).toEqual({
      code: 'not-found',
      detail: { entity: 'scheme', id: idOf('X') },
    })
  })
})

describe('a portfolio', () => {
  const [theme, first, second] = [placeOf('theme', 'T'), placeOf('scheme', 'A'), placeOf('scheme', 'B')]
  const small = (change: Partial<ProgrammeFacts>) =>
    factsOf({
      themes: [themeNamed('T')],
      schemes: [schemeNamed('A'), schemeNamed('B', { sort: 2 })],
      memberships: [membershipOf(first.id, theme.id)],
      ...change,
    })

  test('of a new programme has nothing recorded anywhere, and asks for a plan', () => {
    const { programme, nextSteps, coverage: covered } = portfolio(factsOf({}), years)
    expect(levelsOf(programme)).toEqual(moneyLevels.map(() => 'none'))
    expect(nextSteps).toEqual([{ kind: 'plan-empty' }])
    expect([covered.total, covered.basis, covered.notStated]).toEqual([0, 'plan', 0])
  })

  test('keeps schemes without a theme together, and a recorded nought apart from nothing recorded', () => {
    const { programme } = portfolio(small({ balances: [balanceOf('plan', second, 2020, 0)] }), years)
    expect(programme.children.map((row) => [row.kind, row.name, row.children.map((child) => child.name)])).toEqual([
      ['theme', 'T', ['A']],
      ['no-theme', 'No theme', ['B']],
    ])
    expect([shown(named(programme, 'A')?.range.plan), shown(named(programme, 'B')?.range.plan)]).toEqual([
      'none',
      '0.0',
    ])
  })

  test('shows an unfunded scheme among the others as soon as money stands on it', () => {
    const unfunded = { schemes: [schemeNamed('A', { lifecycle: 'unfunded' })] }
    expect(portfolio(small(unfunded), years).unfunded).toEqual([
      { id: first.id, name: 'A', themeId: theme.id, theme: 'T' },
    ])
    const funded = portfolio(small({ ...unfunded, balances: [balanceOf('plan', first, 2020, 1)] }), years)
    expect([funded.unfunded, named(funded.programme, 'A')?.kind]).toEqual([[], 'scheme'])
  })

  test('leaves out a retired theme once nothing is left in it', () => {
    const retired = { themes: [themeNamed('T', { retiredOn: calendarDay('2020-08-28') })] }
    const names = (facts: ProgrammeFacts) => portfolio(facts, years).programme.children.map((row) => row.name)
    expect(names(small(retired))).toEqual(['T', 'No theme'])
    expect(names(small({ ...retired, memberships: [] }))).toEqual(['No theme'])
    expect(names(small({ ...retired, memberships: [], balances: [balanceOf('plan', theme, 2020, 1)] }))).toEqual([
      'T',
      'No theme',
    ])
  })

  test('says what is released, ordered and spent, and where release stands above a scheme', () => {
    const facts = small({
      balances: [
        balanceOf('plan', first, 2020, 100_000),
        balanceOf('authority', theme, 2020, 100_000),
        balanceOf('released', first, 2020, 60_000),
        balanceOf('commitment', first, 2020, 20_000),
        balanceOf('actual', first, 2020, 15_000),
      ],
    })
    expect(levelsOf(named(portfolio(facts, years).programme, 'A'))).toEqual([
      '100.0',
      'none',
      'at-theme',
      '40.0*',
      '20.0',
      '15.0',
      '25.0*',
    ])
    const above = small({
      balances: [balanceOf('authority', theme, 2020, 10), balanceOf('released', theme, 2020, 10)],
    })
    expect(shown(named(portfolio(above, years).programme, 'A')?.range.available)).toBe('at-theme')
  })

  test('says when the day of a decision has passed without effect', () => {
    const lines = [{ ...balanceOf('allocation', first, 2020, 500), level: 'allocation' as const }]
    const facts = small({ decisions: [decisionNamed('D1', { status: 'made', lines })] })
    expect(portfolio(facts, years).nextSteps).toEqual([
      { kind: 'plan-empty' },
      { kind: 'decision-overdue', decisionId: idOf('D1'), reference: 'D1', on: '2020-08-28', amount: 500_00 },
    ])
  })

  test('says what the money of an approved case waits for: its conditions, or authority above its scheme', () => {
    const condition = {
      id: idOf('K'),
      text: 'Agree the data',
      owner: 'Scheme lead',
      dueOn: calendarDay('2020-12-01'),
      isAfterRelease: false,
      evidence: '',
      metBy: null,
      dischargedBy: null,
      dischargedOn: null,
    }
    const lines = [{ ...balanceOf('released', first, 2020, 30), level: 'released' as const }]
    const waitingOf = (change: Partial<ProgrammeFacts>, isConditional = false) => {
      const about = businessCase({
        schemeId: first.id,
        status: 'approved',
        conditions: isConditional ? [condition] : [],
      })
      const decision = decisionNamed('BC1', { status: 'made', lines, about: { kind: 'business_case', id: about.id } })
      const { nextSteps } = portfolio(small({ decisions: [decision], cases: [about], ...change }), years)
      return nextSteps.flatMap((step) => (step.kind === 'release-waits' ? [step] : []))
    }
    const own = {
      kind: 'release-waits',
      decisionId: idOf('BC1'),
      caseId: businessCase().id,
      reference: 'BC1',
      amount: 30_00,
    }
    const short = { place: 'T', startYear: 2020, available: 20_00 }
    const given = (amount: number) => ({ balances: [balanceOf('authority', theme, 2020, amount)] })
    expect([waitingOf(given(20)), waitingOf(given(30), true), waitingOf({})]).toEqual([
      [{ ...own, openConditions: 0, short }],
      [{ ...own, openConditions: 1, short: null }],
      [{ ...own, openConditions: 0, short: { place: 'A', startYear: 2020, available: 0 } }],
    ])
  })

  test('covers each year by what is said of it, and by what is said of all years otherwise', () => {
    const status = (startYear: number | null, said: CaseStatus['status']): CaseStatus => ({
      id: idOf(`C${startYear}`),
      revision: 1,
      isRemoved: false,
      schemeId: first.id,
      startYear,
      status: said,
      place: '',
    })
    const facts = small({
      balances: [
        balanceOf('plan', first, 2020, 30),
        balanceOf('plan', first, 2021, 12),
        balanceOf('plan', first, 2022, 5),
      ],
      caseStatuses: [status(null, 'draft'), status(2021, 'approved')],
    })
    expect(coverage(facts, years)).toEqual({
      total: 42_00,
      basis: 'plan',
      byStatus: {
        not_yet_developed: { amount: 0, schemes: 0 },
        draft: { amount: 30_00, schemes: 1 },
        recommended: { amount: 0, schemes: 0 },
        approved: { amount: 12_00, schemes: 1 },
      },
      notStated: 0,
    })
  })

  test('covers what a recommended or approved case asks for itself, and no year that is not in it', () => {
    const cases = [
      businessCase({ schemeId: first.id, status: 'recommended', costs: [cost(2020, 20)] }),
      businessCase({ schemeId: first.id, status: 'superseded', costs: [cost(2021, 9)] }),
    ]
    const balances = [balanceOf('plan', first, 2020, 30), balanceOf('plan', first, 2021, 12)]
    const { byStatus, notStated } = coverage(small({ balances, cases }), years)
    expect([byStatus.recommended, byStatus.draft, notStated]).toEqual([
      { amount: 20_00, schemes: 1 },
      { amount: 0, schemes: 0 },
      22_00,
    ])
  })

  test('lets a draft take nothing away from what is stated to be recommended, nor from a case before it', () => {
    const status = { id: idOf('C'), revision: 1, isRemoved: false, startYear: null, place: '' }
    const caseStatuses: CaseStatus[] = [{ ...status, schemeId: first.id, status: 'recommended' }]
    const draft = businessCase({ schemeId: first.id, costs: [cost(2020, 5)] })
    const approved = businessCase({ schemeId: first.id, status: 'approved', costs: [], approved: [cost(2020, 25)] })
    const balances = [balanceOf('plan', first, 2020, 30)]
    const stated = coverage(small({ balances, caseStatuses, cases: [draft] }), years)
    const decided = coverage(small({ balances, caseStatuses, cases: [approved, draft] }), years)
    expect([stated.byStatus.recommended.amount, decided.byStatus.approved.amount]).toEqual([30_00, 25_00])
  })

  test('adds up: schemes and own lines to themes, themes and own lines to the programme, columns to the total', () => {
    const line = fc.record({
      level: fc.constantFrom('plan' as const, 'authority' as const, 'released' as const, 'actual' as const),
      place: fc.constantFrom(placeOf('programme', 'P'), theme, first, second),
      startYear: fc.integer({ min: 2017, max: 2026 }),
      pounds: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    })
    const amount = (cell: Cell | undefined): number => (cell?.kind === 'amount' ? cell.amount : 0)
    const levels = { plan: 'plan', authority: 'authority', spent: 'actual' } as const
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (given) => {
        const balances = given.map(({ level, place, startYear, pounds }) => balanceOf(level, place, startYear, pounds))
        const { programme, columns } = portfolio(small({ balances }), years)
        for (const [shownLevel, level] of Object.entries(levels) as [keyof typeof levels, (typeof levels)['plan']][]) {
          const ownOf = (row: PortfolioRow) =>
            balances
              .filter((each) => each.place.id === row.id && each.level === level)
              .reduce((total, each) => total + each.amount, 0)
          const check = (row: PortfolioRow) => {
            const total = amount(row.columns[0]?.[shownLevel])
            expect(
              columns.slice(1).reduce((all, _, index) => all + amount(row.columns[index + 1]?.[shownLevel]), 0),
            ).toBe(total)
            const below = row.children.reduce((all, child) => all + amount(child.columns[0]?.[shownLevel]), 0)
            expect(below + ownOf(row)).toBe(total)
            row.children.forEach(check)
          }
          check(programme)
        }
        const [total] = programme.columns
        const sumOf = (level: string) =>
          balances.filter((each) => each.level === level).reduce((all, each) => all + each.amount, 0) as Pence
        if (total?.held.kind === 'amount') expect(total.held.amount).toBe(sumOf('authority') - sumOf('released'))
        if (total?.available.kind === 'amount') {
          expect(total.available.amount).toBe(sumOf('released') - sumOf('actual'))
        }
      }),
    )
  })
})
