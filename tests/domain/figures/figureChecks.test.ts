import { describe, expect, test } from 'vitest'
import { type FigureCheck, figureChecks } from '../../../domain/figures/figureChecks.ts'
import { figureContext } from '../../../domain/figures/figureContext.ts'
import { leedsFacts } from '../../support/leedsFacts.ts'
import { leedsReport } from '../../support/reports/leedsReport.ts'

const facts = leedsFacts()
const leeds = figureContext(facts, { decision: facts.decisions.find(({ about }) => about !== null) ?? null })

const said = ({ section, verdict, printed, token, sentence }: FigureCheck): string =>
  [section, verdict, printed, token, sentence].filter((each) => each !== null).join(' | ')

/** What is found in one text, without what agrees. */
const found = (text: string, context = leeds): string[] =>
  figureChecks(context, [{ section: 'text', text }])
    .filter(({ verdict }) => verdict !== 'agrees' && verdict !== 'bound')
    .map(({ verdict, printed, sentence }) => `${verdict} ${printed}: ${sentence}`)

/** The verdicts over one text. */
const verdicts = (text: string, context = leeds): string[] =>
  figureChecks(context, [{ section: 'text', text }])
    .filter(({ verdict }) => verdict !== 'funder')
    .map(({ verdict, printed }) => `${verdict} ${printed}`)

test('in the narrative of the Leeds report exactly what does not agree is found: D9, D10, D11 and D13', () => {
  const texts = leedsReport.parts.flatMap((part, index) =>
    part.kind === 'paragraph' ? [{ section: part.number ?? `part ${index}`, text: part.text }] : [],
  )
  const checks = figureChecks(leeds, texts)
  expect(checks.filter(({ stops }) => !stops).map(said)).toEqual([
    'part 7 | agrees | £3,049k | authority.requested | k | It agrees with the ledger: Authority asked for, programme, all years, £3,049,000',
    '1.1 | agrees | £3,049k | authority.requested(2020, 2021) | k | It agrees with the ledger: Authority asked for, programme, 2020/21 to 2021/22, £3,049,000',
    '1.1 | funder | grant | The text speaks of grant and not of borrowing, which pays £1,783,400, 58.49% of £3,049,000',
    '2.6 | agrees | £1.8m | programme.annualAllocation | m | It agrees with the ledger: Annual allocation, £1,800,000',
    '2.8 | agrees | £1.8m | scheme("Helm Person Held Record").allocation | m | It agrees with the ledger: Allocation, Helm Person Held Record, all years, £1,800,000',
    '2.8 | agrees | £1.2m | scheme("Helm Person Held Record").authority.previous | m | It agrees with the ledger: Authority given before, Helm Person Held Record, all years, £1,200,000',
    '2.8 | agrees | £0.6m | scheme("Helm Person Held Record").authority.remaining | m | It agrees with the ledger: Allocation not yet authorised, Helm Person Held Record, all years, £600,000',
    'part 40 | agrees | £1.8m | scheme("Helm Person Held Record").allocation | m | It agrees with the ledger: Allocation, Helm Person Held Record, all years, £1,800,000',
    'part 40 | agrees | £1.2m | scheme("Helm Person Held Record").authority.previous | m | It agrees with the ledger: Authority given before, Helm Person Held Record, all years, £1,200,000',
    '6.1 | agrees | £3,049k | authority.requested(2020, 2021) | k | It agrees with the ledger: Authority asked for, programme, 2020/21 to 2021/22, £3,049,000',
    'part 51 | agrees | £1.8m | scheme("Helm Person Held Record").allocation | m | It agrees with the ledger: Allocation, Helm Person Held Record, all years, £1,800,000',
    'part 51 | agrees | £1.2m | scheme("Helm Person Held Record").authority.previous | m | It agrees with the ledger: Authority given before, Helm Person Held Record, all years, £1,200,000',
  ])
  expect(checks.filter(({ stops }) => stops).map(said)).toEqual([
    '2.9 | thousandfold | £3.049k | authority.requested(2020, 2021) | k | It is a thousand times too small: the ledger has £3,049,000 (Authority asked for, programme, 2020/21 to 2021/22)',
    '3.3 | disagrees | £1.22m | authority.requested(2020) | m | The ledger has £1,228,000 (Authority asked for, programme, 2020/21). It was cut off, not rounded',
    '3.3 | disagrees | £1.88m | authority.requested(2021) | m | The ledger has £1,821,000 (Authority asked for, programme, 2021/22). It was cut off from Plan, programme, 2021/22, £1,886,000, not rounded',
    '3.3 | thousandfold | £3.049k | authority.requested | k | It is a thousand times too small: the ledger has £3,049,000 (Authority asked for, programme, all years)',
    '3.3 | sum | £3.049k | £1.22m and £1.88m add up to £3,100,000, which is £51,000 more than the total that the paragraph gives',
    'part 40 | disagrees | £591k | scheme("Helm Person Held Record").authority.remaining | k | The ledger has £600,000 (Allocation not yet authorised, Helm Person Held Record, all years)',
    'part 51 | disagrees | £591k | scheme("Helm Person Held Record").authority.remaining | k | The ledger has £600,000 (Allocation not yet authorised, Helm Person Held Record, all years)',
  ])
})

describe('the same text written with tokens', () => {
  const text =
    'Authority to spend of {{authority.requested | k}} is asked for: {{authority.requested(2020) | m}} in 2020/21 and ' +
    '{{authority.requested(2021) | m}} in 2021/22. Grant pays {{funding.grant | k}} and borrowing {{funding.borrowing | k}}.'

  test('is bound everywhere and stops nothing', () => {
    expect(
      figureChecks(leeds, [{ section: 'text', text }]).map(({ verdict, sentence, stops }) => [
        verdict,
        sentence,
        stops,
      ]),
    ).toEqual([
      ['bound', 'It stands for £3,049k', false],
      ['bound', 'It stands for £1.23m', false],
      ['bound', 'It stands for £1.82m', false],
      ['bound', 'It stands for £1,265.6k', false],
      ['bound', 'It stands for £1,783.4k', false],
    ])
  })

  test('is found where one of its tokens stands for nothing, at its own characters', () => {
    const dead = text.replace('authority.requested | k', 'authority.requestd | k')
    const checks = figureChecks(leeds, [{ section: 'text', text: dead }]).filter(({ stops }) => stops)
    expect(checks.map(({ verdict, start, end, sentence }) => [verdict, dead.slice(start, end), sentence])).toEqual([
      [
        'dead-token',
        '{{authority.requestd | k}}',
        '{{authority.requestd | k}} stands for no figure: nothing here is called “authority.requestd”',
      ],
    ])
  })

  test('a figure that is typed behind them keeps its own place', () => {
    const typed = `${text} The plan for Mindwell is £116,000.`
    const check = figureChecks(leeds, [{ section: 'text', text: typed }]).find(({ verdict }) => verdict === 'disagrees')
    expect([typed.slice(check?.start, check?.end), check?.sentence, check?.token]).toEqual([
      '£116,000',
      'The ledger has £115,000 (Plan, Mindwell Mental Health portal, all years)',
      'scheme("Mindwell Mental Health portal").plan | pounds',
    ])
  })
})

test.each([
  ['The plan for Mindwell in 2020/21 is £115,000.', 'agrees £115,000'],
  ['£0.12m is planned for Mindwell.', 'agrees £0.12m'],
  ['For Infrastructure authority to spend of £358k is asked in 2020/21.', 'agrees £358k'],
  ['Borrowing of £1,783.4k pays for the second year.', 'agrees £1,783.4k'],
  ['The Government Grant funds £37.6k in 2021/22.', 'agrees £37.6k'],
  ['£3.05 million of authority is held.', 'agrees £3.05 million'],
  ['The shared print service saved £417,000.', 'unknown £417,000'],
  ['The cheapest option costs £90,000 a year.', 'unknown £90,000'],
  ['There are 366,000 apps and 1,200 staff.', undefined],
])('%s', (text, expected) => {
  expect(verdicts(text)).toEqual(expected === undefined ? [] : [expected])
})

test.each([
  ['Mindwell has spent £50,000.', 'disagrees £50,000: The ledger has nothing recorded for it'],
  [
    'The plan for Mindwell is £115.',
    'thousandfold £115: It is a thousand times too small: the ledger has £115,000 (Plan, Mindwell Mental Health portal, all years)',
  ],
  [
    'Beside the grant borrowing of £1,783.5k is needed.',
    'disagrees £1,783.5k: The ledger has £1,783,400 (Funding by borrowing, programme, all years)',
  ],
  [
    'The years are put at £1.22m in 2020/21.',
    'disagrees £1.22m: The ledger has £1,228,000 (Plan, programme, 2020/21). It was cut off, not rounded',
  ],
  [
    'The first stage needs £115,000.',
    'unknown £115,000: Its words do not say what it is. It could be Plan, Mindwell Mental Health portal, all years, £115,000',
  ],
])('%s is found', (text, expected) => {
  expect(found(text)).toEqual([expected])
})

test('a text that names borrowing beside the grant is not found to be silent', () => {
  expect(found('The capital comes from grant. The rest is borrowed.')).toEqual([])
  expect(found('The capital is paid by borrowing.')).toEqual([
    'funder borrowing: The text speaks of borrowing and not of grant, which pays £1,265,600, 41.51% of £3,049,000',
  ])
})

test('in a request its own lines and funding are what is asked for and what pays', () => {
  const [, line] = facts.balances
  const place = { kind: 'programme' as const, id: facts.programme.id }
  const [source] = facts.sources
  if (!line || !source) throw new Error('the sample is empty')
  const request = {
    lines: [{ place, startYear: 2022, sourceId: null, nature: 'capital', amount: 12_300_000 }],
    funding: [{ sourceId: source.id, startYear: 2022, amount: 12_300_000 }],
    decision: null,
    decisionDueOn: '2020-09-30',
  } as unknown as NonNullable<Parameters<typeof figureContext>[1]>['request']
  const context = figureContext(facts, { request: request ?? null })
  expect(
    verdicts('Authority to spend of £123k is asked for in 2022/23. It is funded by £123,000 of grant.', context),
  ).toEqual(['agrees £123k', 'agrees £123,000'])
  expect(found('Authority to spend of £132k is asked for in 2022/23.', context)).toEqual([
    'disagrees £132k: The ledger has £123,000 (Authority asked for, programme, 2022/23)',
  ])
})
