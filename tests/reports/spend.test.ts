import { expect, test } from 'vitest'
import type { Id } from '../../domain/id.ts'
import type { Level } from '../../domain/ledger/entry.ts'
import { pence, sum } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Cell } from '../../reports/cell.ts'
import type { ExpectedYear } from '../../reports/spend/expected.ts'
import { type SpendRow, spendMeasures, spendReport } from '../../reports/spend/model.ts'
import { leedsFacts } from '../support/leedsFacts.ts'

const shown = (amounts: Record<string, Cell>) =>
  Object.fromEntries(
    Object.entries(amounts).map(([measure, cell]) => [measure, cell.kind === 'amount' ? cell.amount / 100 : cell.kind]),
  )

const without = Object.fromEntries(spendMeasures.map((measure) => [measure, 'none']))

test('the cumulative totals are the whole ledger at every level, and levels without data say none', () => {
  const facts = leedsFacts()
  const cumulative = spendReport(facts).blocks.at(-1)
  const whole = (level: Level) =>
    sum(facts.balances.filter((line) => line.level === level).map((line) => line.amount)) / 100
  expect(shown(cumulative?.totals ?? {})).toEqual({
    ...without,
    allocation: whole('allocation'),
    authority: whole('authority'),
    held: whole('authority'),
    budget: whole('plan'),
    available: 0,
  })
})

test('the block of all years is the sum of the blocks of the years', () => {
  const blocks = spendReport(leedsFacts()).blocks
  const value = (cell: Cell | undefined) => (cell?.kind === 'amount' ? cell.amount : 0)
  for (const measure of spendMeasures) {
    expect(value(blocks.at(-1)?.totals[measure])).toBe(
      sum(blocks.slice(0, -1).map(({ totals }) => value(totals[measure]))),
    )
  }
})

test('a scheme whose authority was given to its theme says so, and the theme has a row of its own', () => {
  const block = spendReport(leedsFacts()).blocks.find(({ startYear }) => startYear === 2020)
  const row = (label: string): SpendRow | undefined =>
    block?.rows.find(({ scheme, theme }) => scheme === label && theme === 'Care Records and Corporate')
  expect(row('Leeds Care Record')?.amounts).toMatchObject({
    allocation: { kind: 'given-at', place: 'programme' },
    authority: { kind: 'given-at', place: 'theme' },
    budget: { kind: 'amount', amount: 400_000_00 },
  })
  expect(shown(row('Theme as a whole')?.amounts ?? {})).toEqual({
    ...without,
    authority: 635_000,
    held: 635_000,
    available: 0,
  })
})

test('held is authority less released, and available is released less commitments and actuals', () => {
  const facts: ProgrammeFacts = { ...leedsFacts(), balances: [] }
  const [scheme] = facts.schemes
  if (scheme === undefined) throw new Error('the sample has no scheme')
  const amounts: Partial<Record<Level, number>> = {
    authority: 900_00,
    released: 500_00,
    commitment: 120_00,
    actual: 30_01,
  }
  for (const [level, amount] of Object.entries(amounts)) {
    facts.balances.push({
      level: level as Level,
      place: { kind: 'scheme', id: scheme.id },
      startYear: 2020,
      sourceId: null,
      nature: 'capital',
      amount: pence(amount),
    })
  }
  const [block] = spendReport(facts).blocks
  expect(shown(block?.rows[0]?.amounts ?? {})).toEqual({
    ...without,
    authority: 900,
    held: 400,
    committed: 120,
    actual: 30.01,
    available: 349.99,
  })
})

test('a year asked for without money is a block without rows', () => {
  const { blocks } = spendReport(leedsFacts(), { from: 2030, to: 2030 })
  expect(blocks.map(({ label, rows, totals }) => [label, rows.length, shown(totals)])).toEqual([
    ['2030/31', 0, without],
    ['Cumulative', 0, without],
  ])
})

test('what is expected of a year stands by source: spend stays with its source, the rest follows what is left of the plan, and a variance splits without a rest', () => {
  const facts: ProgrammeFacts = { ...leedsFacts(), balances: [] }
  const [scheme] = facts.schemes
  const [grant, loan] = facts.sources
  if (!scheme || !grant || !loan) throw new Error('the sample has no scheme or no sources')
  const place = { kind: 'scheme' as const, id: scheme.id }
  const line = (level: Level, startYear: number, sourceId: Id | null, pounds: number) => ({
    level,
    place,
    startYear,
    sourceId,
    nature: 'capital' as const,
    amount: pence(pounds * 100),
  })
  facts.balances.push(
    line('plan', 2020, grant.id, 60),
    line('plan', 2020, loan.id, 40),
    line('actual', 2020, grant.id, 50),
    line('plan', 2021, grant.id, 10),
  )
  const year = (startYear: number, outturn: number, parts: [number, number, number, number]) => {
    const [variance, slippage, acceleration, overspend] = parts.map((each) => pence(each * 100))
    return {
      place,
      startYear,
      outturn: pence(outturn * 100),
      split: { startYear, variance, slippage, acceleration, overspend } as ExpectedYear['split'],
    }
  }
  const { blocks } = spendReport(facts, {}, [
    year(2020, 75, [-25, -20, 0, -5]),
    year(2021, 30, [20, 20, 0, 0]),
    year(2022, 5, [5, 0, 0, 5]),
  ])
  const measured = (amounts: SpendRow['amounts']) =>
    (['budget', 'forecastRemaining', 'forecastOutturn', 'variance', 'slippage', 'overspend'] as const).map(
      (measure) => shown(amounts)[measure],
    )
  expect(
    blocks.map(({ label, rows, totals }) => [
      label,
      rows.map(({ source, amounts }) => [source, ...measured(amounts)]),
      measured(totals),
    ]),
  ).toEqual([
    [
      '2020/21',
      [
        [grant.name, 60, 5, 55, -5, -4, -1],
        [loan.name, 40, 20, 20, -20, -16, -4],
      ],
      [100, 25, 75, -25, -20, -5],
    ],
    ['2021/22', [[grant.name, 10, 30, 30, 20, 20, 0]], [10, 30, 30, 20, 20, 0]],
    ['2022/23', [['not stated', 'none', 5, 5, 5, 0, 5]], ['none', 5, 5, 5, 0, 5]],
    [
      'Cumulative',
      [
        [grant.name, 70, 35, 85, 15, 16, -1],
        [loan.name, 40, 20, 20, -20, -16, -4],
        ['not stated', 'none', 5, 5, 5, 0, 5],
      ],
      [110, 60, 110, 0, 0, 0],
    ],
  ])
})
