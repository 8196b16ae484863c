import { expect, test } from 'vitest'
import { evaluateFigure } from '../../../domain/figures/evaluateFigure.ts'
import { figureContext } from '../../../domain/figures/figureContext.ts'
import { type FigureFault, figureFaults } from '../../../domain/figures/figureFault.ts'
import { messageFor } from '../../../domain/messages.ts'
import { leedsFacts, leedsId } from '../../support/leedsFacts.ts'
import { refusalOf } from '../refusalOf.ts'

const leeds = figureContext(leedsFacts())
const text = (written: string, context = leeds) => evaluateFigure(context, written).text

test('the figures of the Leeds sample are read as its report should have printed them', () => {
  const tokens = [
    'authority.requested | k',
    'authority.requested(2020) | m',
    'authority.requested(2021) | m',
    'authority.previous | pounds',
    'scheme("Mindwell").plan(2020) | pounds',
    'theme("Infrastructure").authority.requested(2020) | k',
    'scheme("Helm Person Held Record").authority.held',
    'plan(2020, 2021) | million',
    'funding("Government Grant") | k',
    'funding.borrowing | k',
    'funding.borrowing | percent',
    'source("Dept Borrowing").allocation(2021) | percent',
    'programme.annualAllocation | m',
  ]
  expect(tokens.map((each) => text(each))).toEqual([
    '£3,049k',
    '£1.23m',
    '£1.82m',
    '£1,200,000',
    '£115,000',
    '£358k',
    '£1,791,000',
    '£3.11 million',
    '£1,265.6k',
    '£1,783.4k',
    '58.49%',
    '97.94%',
    '£1.8m',
  ])
})

test('an amount keeps its pence and its unit beside its words', () => {
  expect(evaluateFigure(leeds, 'authority.requested(2020) | m')).toEqual({
    amount: 122_800_000,
    unit: '£m',
    text: '£1.23m',
  })
})

test('one amount is written in each format', () => {
  const formats = ['pounds', 'pence', 'k', 'k0', 'm', 'm1', 'm3', 'thousand', 'million']
  expect(formats.map((each) => text(`funding("Government Grant") | ${each}`))).toEqual([
    '£1,265,600',
    '£1,265,600.00',
    '£1,265.6k',
    '£1,266k',
    '£1.27m',
    '£1.3m',
    '£1.266m',
    '£1,265.6 thousand',
    '£1.27 million',
  ])
})

test('what is not recorded is said and is not nought', () => {
  expect(
    [
      'spent',
      'forecast',
      'scheme("Leeds Care Record").allocation',
      'scheme("Mindwell").authority',
      'scheme("Mindwell").lead',
    ].map((each) => text(each)),
  ).toEqual([
    'none',
    'not forecast',
    'given to the programme as a whole',
    'given to the theme as a whole',
    'not recorded',
  ])
})

test('days, counts and names are written in their own formats', () => {
  const tokens = [
    'asAt',
    'asAt | month',
    'asAt | year',
    'programme.schemes | words',
    'programme.unfunded',
    'programme.number',
    'theme("Infrastructure").schemes',
    'scheme("Mindwell").theme',
    'scheme("Mindwell")',
  ]
  expect(tokens.map((each) => text(each))).toEqual([
    '28 August 2020',
    'August 2020',
    '2020/21',
    'thirteen',
    '9',
    '32210/000/000',
    '4',
    'Care Records and Corporate',
    'Mindwell Mental Health portal',
  ])
})

test('in the report of a year, of a scheme and of a decision its own figures need no name', () => {
  const facts = leedsFacts()
  const ofYear = figureContext(facts, { startYear: 2021 })
  const ofScheme = figureContext(facts, { schemeId: leedsId('PHR') })
  const decision = facts.decisions.find(({ about }) => about !== null) ?? null
  const ofDecision = figureContext(facts, { decision })
  expect([
    text('plan(year) | k', ofYear),
    text('year', ofYear),
    text('plan | k', ofScheme),
    text('scheme.name', ofScheme),
    text('programme.plan | k', ofScheme),
    text('decision.authority(2020) | k', ofDecision),
    text('decision.effectiveOn', ofDecision),
    text('authority.previous | m', ofDecision),
    text('scheme("Helm Person Held Record").authority.remaining | k', ofDecision),
  ]).toEqual([
    '£1,886k',
    '2021/22',
    '£591k',
    'Helm Person Held Record',
    '£3,114k',
    '£1,228k',
    '28 August 2020',
    '£1.2m',
    '£600k',
  ])
})

test('a token that means nothing says why in one sentence', () => {
  const refused: [string, FigureFault, string][] = [
    ['plan(', 'unreadable', ''],
    ['plan(2020/22)', 'bad-year', '2020/22'],
    ['money', 'unknown', 'money'],
    ['scheme("Mindwell").money', 'unknown', 'money'],
    ['request.requested', 'not-here', 'request'],
    ['plan(year)', 'not-here', 'year'],
    ['plan(2020, 2021, 2022)', 'not-narrowed', '2022'],
    ['forecast("Government Grant")', 'not-narrowed', 'forecast'],
    ['plan | day', 'wrong-format', 'day'],
    ['plan | percent', 'wrong-format', 'percent'],
    ['asAt | k', 'wrong-format', 'k'],
    ['scheme("Nobody’s").plan', 'no-scheme', "Nobody's"],
    ['theme("Nobody").plan', 'no-theme', 'Nobody'],
    ['plan("Lottery")', 'no-source', 'Lottery'],
    ['decision("D99").madeOn', 'no-decision', 'D99'],
    ['scheme("Leeds").plan', 'several', '“Leeds Care Record” or “Leeds LOOP/Repository”'],
  ]
  expect(refused.map(([token]) => refusalOf(() => evaluateFigure(leeds, token)))).toEqual(
    refused.map(([token, why, about]) => ({ code: 'bad-figure', detail: { token, why, about } })),
  )
  expect([...new Set(refused.map(([, why]) => why))].sort()).toEqual(Object.keys(figureFaults).sort())
  expect(
    messageFor({ code: 'bad-figure', detail: { token: 'plan("Lottery")', why: 'no-source', about: 'Lottery' } }),
  ).toEqual('{{plan("Lottery")}} stands for no figure: no funding source is called “Lottery”')
})
