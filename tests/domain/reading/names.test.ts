import { describe, expect, test } from 'vitest'
import { comparedName, likeness } from '../../../domain/reading/nameLikeness.ts'
import { matchNames, type NameUse } from '../../../domain/reading/names.ts'
import type { KnownName, ReadPlace } from '../../../domain/reading/reportReading.ts'

const place: ReadPlace = {
  block: 0,
  footnote: null,
  row: null,
  column: null,
  line: null,
  start: null,
  end: null,
  page: null,
  section: null,
  paragraph: null,
}

const use = (kind: NameUse['kind'], printed: string, context = 'plan'): NameUse => ({ kind, printed, context, place })
const known = (kind: NameUse['kind'], key: string, name: string, ...aliases: string[]): KnownName => ({
  kind,
  key,
  name,
  aliases,
})

const short = (...given: Parameters<typeof matchNames>) =>
  matchNames(...given).matches.map(({ printed, how, to, isConfirmed, candidates }) =>
    [printed, how, to, ...candidates.map((each) => `or ${each.to}`), ...(isConfirmed ? ['confirmed'] : [])].join(' | '),
  )

test.each([
  ['Stratgegy and OD', 'Strategy and OD', 'near One letter differs.'],
  ['Care  Records', 'care records', 'same'],
  ['Records & Data', 'records and data', 'same'],
  ['Intelligence', 'Data and intelligence', 'near All words of one are in the other.'],
  ['PHR', 'Helm Person Held Record', 'near One is made of the first letters of the other.'],
  ['Estates blueprint', 'Estates blueprinting', 'near All words of one are in the other.'],
  ['Apps assessment tool', 'Apps assessment tools', 'near One letter differs.'],
  ['Rollout phase 1', 'Rollout phase 2', 'no'],
  ['Open Data', 'Data warehouse', 'no'],
  ['Health system', 'Care system', 'no'],
  ['PHR', 'PCR', 'no'],
])('%j and %j', (one, other, expected) => {
  const like = likeness(comparedName(one), comparedName(other))
  expect(like === null ? 'no' : like.how === 'same' ? 'same' : `near ${like.why}`).toBe(expected)
})

describe('a printed name stands for', () => {
  const programme = [
    known('theme', 'T1', 'Care Records and Corporate', 'Care records'),
    known('theme', 'T2', 'Strategy and OD'),
    known('scheme', 'S1', 'Leeds Care Record', 'LCR'),
  ]

  test('a known name, by itself, an alias or a slip; or for something new', () => {
    expect(
      short(
        [
          use('theme', 'care records and corporate'),
          use('theme', 'Care records', 'authority'),
          use('theme', 'Stratgegy and OD', 'authority'),
          use('scheme', 'LCR'),
          use('scheme', 'House of the Future'),
          use('source', 'Strategy and OD'),
        ],
        programme,
        [],
      ),
    ).toEqual([
      'care records and corporate | same | T1',
      'Care records | alias | T1',
      'Stratgegy and OD | near | T2',
      'LCR | alias | S1',
      'House of the Future | new | scheme house of future',
      'Strategy and OD | new | source strategy and od',
    ])
  })

  test('nothing yet where several are as likely', () => {
    expect(
      short(
        [use('scheme', 'Record')],
        [known('scheme', 'S1', 'Care record'), known('scheme', 'S2', 'Health record')],
        [],
      ),
    ).toEqual(['Record | ambiguous |  | or S1 | or S2'])
  })

  test('another thing than its neighbours in the same table', () => {
    expect(
      short(
        [
          use('theme', 'Data'),
          use('theme', 'Data and intelligence'),
          use('theme', 'Intelligence'),
          use('theme', 'Intelligence', 'authority'),
          use('theme', 'Data and inteligence', 'authority'),
        ],
        [],
        [],
      ),
    ).toEqual([
      'Data | new | theme data',
      'Data and intelligence | new | theme data and intelligence',
      'Intelligence | new | theme intelligence',
      'Data and inteligence | near | theme data and intelligence | or theme data',
    ])
  })

  test('what the reader takes it for, be that printed only further on', () => {
    expect(
      short(
        [use('theme', 'Networks'), use('theme', 'Infrastructure', 'authority')],
        [],
        [{ kind: 'theme', printed: 'Networks', to: 'theme infrastructure' }],
      ),
    ).toEqual(['Networks | alias | theme infrastructure | confirmed', 'Infrastructure | same | theme infrastructure'])
  })

  test('what the reader says', () => {
    expect(
      short([use('theme', 'Stratgegy and OD'), use('scheme', 'LCR')], programme, [
        { kind: 'theme', printed: 'Stratgegy and OD', to: 'T1' },
        { kind: 'scheme', printed: 'LCR', to: null },
      ]),
    ).toEqual(['Stratgegy and OD | alias | T1 | confirmed', 'LCR | new | scheme lcr | confirmed'])
  })
})
