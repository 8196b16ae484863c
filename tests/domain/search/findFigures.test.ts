import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatColumn, formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, formatMoney, MoneyUnit, type Pence } from '../../../domain/money.ts'
import { type Figure, figuresOf } from '../../../domain/search/figures.ts'
import { findFigures, indexFigures } from '../../../domain/search/findFigures.ts'
import { leedsFacts } from '../../support/leedsFacts.ts'
import { balanceOf, factsOf, idOf, membershipOf, programmeOf, schemeNamed, sourceNamed, themeNamed } from '../given.ts'

const leeds = indexFigures(figuresOf(leedsFacts(), { from: 2020, to: 2021 }))

const inWords = (figure: Figure): string => {
  const amount = formatInSentence(figure.amount)
  if (figure.kind === 'decision')
    return `${amount} in ${figure.reference}, ${figure.level}, ${figure.name}, ${formatYear(figure.startYear)}`
  if (figure.kind === 'printed') return `${amount} printed as ${figure.printed} in ${figure.place.section}`
  const { span } = figure
  const years = span.kind === 'range' ? `${span.from} to ${span.to}` : formatColumn(span)
  const source = figure.source === undefined ? '' : `, ${figure.source?.name ?? 'source not stated'}`
  return `${amount} ${figure.level}, ${figure.name}, ${years}${source}`
}

const found = (text: string, limit = 50): string[] | undefined => findFigures(leeds, text, limit)?.figures.map(inWords)

const helm = [
  '£591,000 plan, Helm Person Held Record, 2021/22',
  '£591,000 authority, Helm Person Held Record, 2021/22',
  '£591,000 held, Helm Person Held Record, 2021/22',
  '£591,000 plan, Helm Person Held Record, 2020 to 2021',
  '£591,000 authority, Helm Person Held Record, 2020 to 2021',
  '£591,000 held, Helm Person Held Record, 2020 to 2021',
  '£591,000 plan, Helm Person Held Record, TOTAL',
  '£591,000 in ATS-2020, authority, Helm Person Held Record, 2021/22',
  '£591,000 printed as 591.0 in Capital Funding & Cash Flow',
  '£591,000 printed as 591.0 in Capital Funding & Cash Flow',
  '£591,000 printed as *591000 in Appendix A',
  '£591,000 printed as £591k in Note under the tables',
  '£591,000 printed as £591k in Footnote of Appendix A',
]

test.each(['591', '591.0', '591,000', '£591,000', '0.591m', '£591k', ' 591 k ', '500+91'])(
  'typing "%s" lists every figure of £591,000 with where it stands, the ledger first',
  (text) => {
    expect(found(text)).toEqual(helm)
  },
)

test('brackets ask for what is negative, and a difference is a figure too', () => {
  expect(found('(40)')).toEqual([
    'minus £40,000 plan-less-authority, Infrastructure, 2020/21',
    'minus £40,000 plan-less-authority, Infrastructure, 2020 to 2021',
    'minus £40,000 plan-less-authority, Infrastructure, TOTAL',
  ])
  expect(found('-40k')).toEqual(found('(40)'))
})

test('what is drawn as it was typed is found after what equals it', () => {
  expect(found('3.05', 3)).toEqual([
    '£3,049,000 allocation, City Digital integrated health and care, 2020 to 2021',
    '£3,049,000 authority, City Digital integrated health and care, 2020 to 2021',
    '£3,049,000 held, City Digital integrated health and care, 2020 to 2021',
  ])
  // With one decimal the reader means £3,100,000, which nothing is.
  expect(found('3.1m')).toEqual([])
  expect(found('3.05k')).toEqual([])
})

test('a mark says which unit is meant', () => {
  expect(found('£591')).toEqual([])
  expect(found('591m')).toEqual([])
})

test('what is no amount is told from an amount that nothing equals', () => {
  expect(found('Helm')).toBeUndefined()
  expect(found('')).toBeUndefined()
  expect(found('123456789')).toEqual([])
})

test('the first are given and all are counted', () => {
  expect(findFigures(leeds, '591', 2)).toEqual({
    figures: findFigures(leeds, '591', 50)?.figures.slice(0, 2),
    total: helm.length,
  })
})

test('a sum over sources is found by source as well, and released authority by scheme', () => {
  const scheme = schemeNamed('Portal')
  const [grant, borrowing] = [sourceNamed('Grant'), sourceNamed('Borrowing')]
  const place = { kind: 'scheme' as const, id: scheme.id }
  const facts = factsOf({
    programme: programmeOf(),
    themes: [themeNamed('Records')],
    memberships: [membershipOf(scheme.id, idOf('Records'))],
    schemes: [scheme],
    sources: [grant, borrowing],
    balances: [
      balanceOf('authority', place, 2020, 3_000, { sourceId: grant.id }),
      balanceOf('authority', place, 2020, 4_000, { sourceId: borrowing.id }),
      balanceOf('released', place, 2020, 1_500, { sourceId: borrowing.id }),
    ],
  })
  const index = indexFigures(figuresOf(facts, { from: 2020, to: 2021 }))
  const at = (text: string) => findFigures(index, text, 50)?.figures.map(inWords)
  expect(at('7k')?.slice(0, 3)).toEqual([
    '£7,000 authority, Programme, 2020/21',
    '£7,000 authority, Records, 2020/21',
    '£7,000 authority, Portal, 2020/21',
  ])
  expect(at('3k')).toEqual([
    '£3,000 authority, Programme, TOTAL, Grant',
    '£3,000 held, Programme, TOTAL, Grant',
    '£3,000 authority, Programme, 2020/21, Grant',
    '£3,000 held, Programme, 2020/21, Grant',
    '£3,000 authority, Portal, TOTAL, Grant',
    '£3,000 held, Portal, TOTAL, Grant',
    '£3,000 authority, Portal, 2020/21, Grant',
    '£3,000 held, Portal, 2020/21, Grant',
  ])
  expect(at('1.5k')?.filter((words) => words.includes('released'))).toEqual([
    '£1,500 released, Portal, 2020/21',
    '£1,500 released, Portal, TOTAL',
    '£1,500 released, Programme, TOTAL, Borrowing',
    '£1,500 released, Programme, 2020/21, Borrowing',
    '£1,500 released, Portal, TOTAL, Borrowing',
    '£1,500 released, Portal, 2020/21, Borrowing',
  ])
})

test('a scheme’s own page is drawn for the whole programme, so its years are found in any view', () => {
  const scheme = schemeNamed('Portal')
  const facts = factsOf({
    programme: programmeOf({ startYear: 2020, endYear: 2027 }),
    schemes: [scheme],
    balances: [balanceOf('plan', { kind: 'scheme', id: scheme.id }, 2026, 12_345)],
  })
  const index = indexFigures(figuresOf(facts, { from: 2020, to: 2020 }))
  expect(findFigures(index, '12,345', 50)?.figures.map(inWords)).toContain('£12,345 plan, Portal, 2026/27')
})

test('a figure is found by whatever any screen draws of it', () => {
  const drawn = fc.tuple(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom(...MoneyUnit.options))
  fc.assert(
    fc.property(drawn, ([amount, unit]) => {
      const figure = { kind: 'decision', amount: amount as Pence } as Figure
      const text = formatMoney(amount as Pence, unit)
      expect(findFigures(indexFigures([figure]), text, 1)?.total).toBe(1)
    }),
  )
})
