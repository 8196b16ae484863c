import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { pence, roundToUnit } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Cell } from '../../reports/cell.ts'
import { type FundingAndCashFlow, fundingAndCashFlow } from '../../reports/fundingAndCashFlow/model.ts'
import { consistentFacts, leedsFacts } from '../support/leedsFacts.ts'

/** £000 with one decimal, or the kind of what is missing. */
const shown = (cells: readonly Cell[]) =>
  cells.map((cell) => (cell.kind === 'amount' ? roundToUnit(cell.amount, '£000') / 100_000 : cell.kind))

const shownReport = (report: FundingAndCashFlow) => {
  const block = ({ title, rows, totals }: FundingAndCashFlow['funding']) => [
    title,
    ...rows.map(({ label, cells }) => [label, ...shown(cells)]),
    [totals.label, ...totals.cells.map((amount) => amount / 100_000)],
  ]
  return {
    columns: report.columns.map(({ label }) => label),
    a: block(report.previousAuthority),
    b: block(report.authority),
    c: block(report.funding),
    elsewhere: report.allocationsElsewhere.map(({ label, cells }) => [label, ...shown(cells)]),
    controls: report.controls.map(({ name, cells }) => [name, ...shown(cells)]),
  }
}

const leedsReport = {
  columns: ['TOTAL', 'TO MARCH 2020', '2020/21', '2021/22', '2022/23', '2023 on'],
  a: [
    'Previous total Authority to Spend on this scheme',
    ['Helm Person Held Record', 1200, 1200, 'none', 'none', 'none', 'none'],
    ['TOTALS', 1200, 1200, 0, 0, 0, 0],
  ],
  b: [
    'Authority to Spend required for this Approval',
    ['Care Records and Corporate', 1135, 'none', 635, 500, 'none', 'none'],
    ['Infrastructure', 808, 'none', 358, 450, 'none', 'none'],
    ['Strategy and OD', 50, 'none', 20, 30, 'none', 'none'],
    ['Data and intelligence', 465, 'none', 215, 250, 'none', 'none'],
    ['Helm Person Held Record', 591, 'none', 'none', 591, 'none', 'none'],
    ['TOTALS', 3049, 0, 1228, 1821, 0, 0],
  ],
  c: [
    'Total overall Funding (As per latest Capital Programme)',
    ['Government Grant', 1265.6, 'none', 1228, 37.6, 'none', 'none'],
    ['Dept Borrowing', 1783.4, 'none', 'none', 1783.4, 'none', 'none'],
    ['Total Funding', 3049, 0, 1228, 1821, 0, 0],
  ],
  elsewhere: [['Helm Person Held Record', 1800, 1800, 'none', 'none', 'none', 'none']],
  controls: [
    ['funding-less-authority', 0, 'not-applicable', 0, 0, 0, 0],
    ['funding-less-previous-authority', 'not-applicable', 'not-recorded', ...Array(4).fill('not-applicable')],
  ],
}

test('the Leeds tables hold the earlier authority in A, what is asked for in B, and its funding in C', () => {
  expect(shownReport(fundingAndCashFlow(leedsFacts()))).toEqual(leedsReport)
})

test('a decision that is not effective yet asks for the same authority', () => {
  const report = fundingAndCashFlow(leedsFacts('2020-08-20'))
  expect({ status: report.decision?.status, a: shownReport(report).a, b: shownReport(report).b }).toEqual({
    status: 'made',
    a: leedsReport.a,
    b: leedsReport.b,
  })
})

test('the tables of an earlier decision leave out the authority of later ones', () => {
  const facts = leedsFacts()
  const earliest = facts.decisions.toSorted((one, other) => (one.madeOn < other.madeOn ? -1 : 1))[0]
  const report = shownReport(fundingAndCashFlow(facts, earliest?.id))
  expect({ columns: report.columns.slice(0, 3), a: report.a.slice(1), b: report.b.slice(1) }).toEqual({
    columns: ['TOTAL', 'TO MARCH 2017', '2017/18'],
    a: [['TOTALS', 0, 0, 0, 0, 0, 0]],
    b: [
      ['Helm Person Held Record', 1200, 'none', 1200, 'none', 'none', 'none'],
      ['TOTALS', 1200, 0, 1200, 0, 0, 0],
    ],
  })
})

test('authority that took effect on the very day of the decision was in force before it; a day later it was not', () => {
  const previousWhen = (effectiveOn: string) => {
    const facts = leedsFacts()
    facts.decisions = facts.decisions.map((decision) =>
      decision.madeOn < '2020-08-20' ? { ...decision, effectiveOn: calendarDay(effectiveOn) } : decision,
    )
    return fundingAndCashFlow(facts).previousAuthority.totals.cells[0]
  }
  expect([previousWhen('2020-08-20'), previousWhen('2020-08-21')]).toEqual([1_200_000_00, 0])
})

test('funding recorded for the years to March is held against the previous authority', () => {
  const facts = leedsFacts()
  const place = { kind: 'programme' as const, id: facts.programme.id }
  facts.balances.push({
    level: 'allocation',
    place,
    startYear: 2018,
    sourceId: null,
    nature: 'capital',
    amount: pence(1_150_000_00),
  })
  const report = fundingAndCashFlow(facts)
  expect(report.controls.map(({ cells }) => shown(cells))).toEqual([
    [0, 'not-applicable', 0, 0, 0, 0],
    ['not-applicable', -50, ...Array(4).fill('not-applicable')],
  ])
  expect(report.funding.rows.at(-1)).toMatchObject({
    label: 'Source not stated',
    meaning: { kind: 'source', sourceId: null },
  })
})

test('without a decision on authority, A holds all authority and the columns follow the day of the figures', () => {
  const facts: ProgrammeFacts = { ...consistentFacts(), decisions: [] }
  facts.asAt = { ...facts.asAt, day: calendarDay('2021-05-01') }
  const { decision, columns, authority } = fundingAndCashFlow(facts)
  expect({ decision, columns: columns.map(({ label }) => label), rows: authority.rows }).toEqual({
    decision: null,
    columns: ['TOTAL', 'TO MARCH 2021', '2021/22', '2022/23', '2023/24', '2024 on'],
    rows: [],
  })
})

test('a decision that is not on record is refused', () => {
  const id = '01J99999999999999999999999' as Id
  expect(() => fundingAndCashFlow(leedsFacts(), id)).toThrow(
    expect.objectContaining({ code: 'not-found', detail: { entity: 'decision', id } }),
  )
})
