import { describe, expect, test } from 'vitest'
import { amountsInText } from '../../../domain/reading/amountsInText.ts'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, paragraph, table } from './given.ts'

const plan = table([
  ['', '', '2020/21', '2021/22'],
  [{ text: 'Records', columns: 4 }],
  ['To share.', 'Inc. PHR', '', '591000'],
  ['To see.', 'Inc. Mindwell Mental Health portal', '115000', ''],
])

/** The figures of one paragraph, beside a plan that names its schemes. */
const figuresOf = (text: string) =>
  understand(documentOf([heading('Main issues'), paragraph(text, '3.3'), heading('Appendix A'), plan])).narrative.map(
    ({ printed, value, unit, measure, of, startYear, confidence }) =>
      [
        printed,
        value === null ? null : value / 100,
        unit,
        measure,
        ...(of === null ? [] : [of === 'programme' ? of : of.printed]),
        ...(startYear === null ? [] : [startYear]),
        confidence,
      ].join(' | '),
  )

describe('what an amount of the text states', () => {
  test.each<[string, string[]]>([
    [
      'The Director is asked to provide authority to spend of £3,049k for the programme.',
      ['£3,049k | 3049000 | £000 | authority-asked | programme | read'],
    ],
    [
      'It recommends to approve a spend of £3,049k from an approved allocation in the grant capital.',
      ['£3,049k | 3049000 | £000 | authority-asked | programme | read'],
    ],
    [
      'The Better Care Fund has approved the use of £3.049k of capital.',
      ['£3.049k | 3049 | £000 | authority-asked | programme | read'],
    ],
    [
      'An annual allocation of £1.8m per year comes from the grant.',
      ['£1.8m | 1800000 | £m | annual-allocation | programme | read'],
    ],
    [
      'For the 2020/21 financial year the programme value is £1.22m and in 2021/22 £1.88m, totalling £3.049k.',
      [
        '£1.22m | 1220000 | £m | authority-asked | programme | 2020 | inferred',
        '£1.88m | 1880000 | £m | authority-asked | programme | 2021 | inferred',
        '£3.049k | 3049 | £000 | authority-asked | programme | read',
      ],
    ],
    [
      'The programme value is £1.22m in 2020/21, £1.88m in 2021/22 and £0.5m in 2022/23, totalling £3.6m.',
      [
        '£1.22m | 1220000 | £m | authority-asked | programme | 2020 | inferred',
        '£1.88m | 1880000 | £m | authority-asked | programme | 2021 | inferred',
        '£0.5m | 500000 | £m | authority-asked | programme | 2022 | inferred',
        '£3.6m | 3600000 | £m | authority-asked | programme | read',
      ],
    ],
    [
      'An allocation of £1.8m was made for the Person Held Record project, however authority to spend was given for £1.2m. ' +
        'This plan includes the authority to spend for the remaining allocation of £0.6m.',
      [
        '£1.8m | 1800000 | £m | allocation | Person Held Record | read',
        '£1.2m | 1200000 | £m | authority-given | Person Held Record | read',
        '£0.6m | 600000 | £m | authority-remaining | Person Held Record | read',
      ],
    ],
    [
      "*Person Held Record - £1.8m already allocated but 'Authority to Spend' exists on £1.2m, so the balance is £591k.",
      [
        '£1.8m | 1800000 | £m | allocation | Person Held Record | read',
        '£1.2m | 1200000 | £m | authority-given | Person Held Record | read',
        '£591k | 591000 | £000 | authority-remaining | Person Held Record | read',
      ],
    ],
    [
      'Authority to spend of £115k for Mindwell is requested.',
      ['£115k | 115000 | £000 | authority-asked | Mindwell | read'],
    ],
    ['A shared print service saved £400,000.', ['£400,000 | 400000 | £ |  | not-understood']],
    ['In 2018 alone there were 366,000 apps.', ['366,000 |  | £ |  | not-understood']],
  ])('%s', (text, figures) => {
    expect(figuresOf(text)).toEqual(figures)
  })
})

test('every figure has the characters that it is printed on, in paragraphs, captions and footnotes', () => {
  const { narrative } = understand(
    documentOf([paragraph('1.1 Asked: £5k, then £ 6m.'), table([['a', 'b']], 'A table of £7')], {
      footnotes: ['Of £8.50.'],
    }),
  )
  expect(narrative.map(({ printed, place }) => [printed, place.block, place.footnote, place.start, place.end])).toEqual(
    [
      ['£5k', 0, null, 11, 14],
      ['£ 6m', 0, null, 21, 25],
      ['£7', 1, null, 11, 13],
      ['£8.50', null, 0, 3, 8],
    ],
  )
})

test.each<[string, string[]]>([
  ['£1,234.50, £3,049k, £2 billion and -£40', ['£1,234.50', '£3,049k', '£2 billion', '-£40']],
  ['3,049k and 1.2 million', ['3,049k', '1.2 million']],
  ['7000 staff, 366,000 apps, 590.0 in the table', ['7000', '366,000', '590.0']],
  ['On 20 August 2020, 2020/21, 20/08/2020, para 4.4.4, 41.5%, 32210/000/000, scheme A1234', []],
  ['https://example.org/1234567 and office@1234567.uk', []],
])('the amounts in %j', (text, printed) => {
  expect(amountsInText(text).map((amount) => amount.printed)).toEqual(printed)
})
