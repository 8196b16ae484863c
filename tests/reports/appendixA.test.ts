import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { appendixA } from '../../reports/appendixA/model.ts'
import { amountsOf } from '../../reports/cell.ts'
import { leedsFacts } from '../support/leedsFacts.ts'

const pounds = (amounts: readonly number[]) => amounts.map((amount) => amount / 100)

test('the plan is listed by theme with subtotals, and its total is what the lines add up to', () => {
  const report = appendixA(leedsFacts())
  expect({
    years: report.years.map(({ label }) => label),
    groups: report.groups.map(({ heading, rows, subtotals }) => [heading, rows.length, ...pounds(subtotals.cells)]),
    total: pounds(report.total.cells),
    unfunded: report.unfunded.length,
  }).toEqual({
    years: ['2020/21', '2021/22'],
    groups: [
      ['Care Records and Corporate', 5, 635_000, 1_091_000],
      ['Infrastructure', 4, 318_000, 450_000],
      ['Strategy and OD', 1, 20_000, 30_000],
      ['Data and intelligence', 3, 255_000, 315_000],
    ],
    total: [1_228_000, 1_886_000],
    unfunded: 9,
  })
})

test('a scheme without an amount in a year says none, an unfunded line says that it is unfunded', () => {
  const report = appendixA(leedsFacts())
  expect(report.groups[0]?.rows.at(-1)).toMatchObject({
    label: 'Helm Person Held Record',
    cells: [{ kind: 'none' }, { kind: 'amount', amount: 591_000_00 }],
  })
  expect(report.unfunded.every(({ cells }) => cells.every(({ kind }) => kind === 'unfunded'))).toBe(true)
})

test('lines whose amounts were read in one way share a footnote', () => {
  const facts = leedsFacts()
  for (const scheme of facts.schemes) scheme.amountsNote = ''
  const [one, two, three] = facts.schemes
  if (!one || !two || !three) throw new Error('the sample has too few schemes')
  one.amountsNote = 'Read from a merged cell.'
  two.amountsNote = 'Balance of an earlier allocation.'
  three.amountsNote = 'Read from a merged cell.'
  const { footnotes, groups, unfunded } = appendixA(facts)
  const marks = [...groups.flatMap(({ rows }) => rows), ...unfunded].filter(({ footnote }) => footnote !== null)
  expect({
    footnotes: footnotes.map(({ text }) => text),
    marks: marks.map(({ label, footnote }) => [label, footnote]),
  }).toEqual({
    footnotes: ['Read from a merged cell.', 'Balance of an earlier allocation.'],
    marks: [
      [one.name, 1],
      [two.name, 2],
      [three.name, 1],
    ],
  })
})

test('money on a theme or the programme has a row of its own, so that the total is the whole plan', () => {
  const facts = leedsFacts()
  const [theme] = facts.themes
  if (theme === undefined) throw new Error('the sample has no theme')
  const line = { level: 'plan' as const, startYear: 2022, sourceId: null, nature: 'capital' as const }
  const one = facts.balances.find(({ level }) => level === 'plan')
  if (one === undefined) throw new Error('the sample has no plan')
  facts.balances.push(
    { ...line, place: { kind: 'theme', id: theme.id }, amount: one.amount },
    { ...line, place: { kind: 'programme', id: facts.programme.id }, amount: one.amount },
  )
  const { groups, total } = appendixA(facts)
  const rows = groups.flatMap(({ rows }) => rows)
  expect(rows.filter(({ place }) => place.kind !== 'scheme').map(({ label }) => label)).toEqual([
    'Programme as a whole',
    'Theme as a whole',
  ])
  expect(total.cells.at(-1)).toBe(amountsOf(rows.flatMap(({ cells }) => cells.slice(-1))).reduce((a, b) => a + b, 0))
})

test('a scheme stands under the theme that it belonged to on the day, and under no theme when it had none', () => {
  const facts = leedsFacts()
  for (const membership of facts.memberships) {
    if (membership.schemeId === facts.schemes[0]?.id) membership.toOn = calendarDay('2020-08-27')
  }
  expect(appendixA(facts).groups.at(-1)).toMatchObject({
    heading: 'No theme',
    rows: [{ label: facts.schemes[0]?.name }],
  })
})

test('years asked for are kept to, and a range that ends before it begins is refused', () => {
  expect(appendixA(leedsFacts(), { from: 2021, to: 2022 }).years.map(({ label }) => label)).toEqual([
    '2021/22',
    '2022/23',
  ])
  expect(() => appendixA(leedsFacts(), { from: 2022, to: 2020 })).toThrow(expect.objectContaining({ code: 'bad-year' }))
  expect(() => appendixA(leedsFacts(), { from: 1066 })).toThrow(expect.objectContaining({ code: 'bad-year' }))
})
