import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyCorrections } from '../../../domain/reading/corrections.ts'
import type { ReadPlace } from '../../../domain/reading/reportReading.ts'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, paragraph, summaryOf, table } from './given.ts'

const document = documentOf(
  [
    heading('Main issues'),
    paragraph('An allocation of £1.8m, with authority to spend for £1.2m; £0.6m remains.', '3.3'),
    table(
      [
        ['Authority to spend £000', 'Total', '2020/21'],
        ['Records', '590.0', 'see note'],
        ['Totals', '590.0', '591.0'],
      ],
      'Table of £5',
    ),
  ],
  { footnotes: ['Of £7.'] },
)

const nowhere: ReadPlace = {
  block: null,
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
const cell = (row: number, column: number): ReadPlace => ({ ...nowhere, block: 2, row, column })

const narrativeOf = (...corrections: { place: ReadPlace; text: string }[]) =>
  understand(document, { corrections }).narrative.map(({ printed, place: { block, footnote, start, end } }) =>
    [printed, block, footnote, start, end].join(' '),
  )

const asPrinted = ['£1.8m 1  17 22', '£1.2m 1  52 57', '£0.6m 1  59 64', '£5 2  9 11', '£7  0 3 5']

describe("the reader's own words", () => {
  test('stand in the place of a cell, and the places stay those of the document', () => {
    const [read] = understand(document, {
      corrections: [
        { place: cell(1, 2), text: '591.0' },
        { place: cell(1, 1), text: '591.0' },
        { place: cell(1, 0), text: 'Care records\nand data' },
      ],
    }).tables
    expect([read && summaryOf(read).rows, read?.rows[0]?.cells.map(({ amounts }) => amounts[0]?.place)]).toEqual([
      [
        'line | theme Care records and data | £591000 £000 | £591000 £000',
        'total | Totals | £590000 £000 | £591000 £000',
      ],
      [1, 2].map((column) => ({ ...cell(1, column), section: 'Main issues', paragraph: '3.3' })),
    ])
  })

  test('stand in the place of a figure, and the figures beside it keep their places', () => {
    const [first, second] = understand(document).narrative
    expect([
      narrativeOf(),
      narrativeOf(
        { place: first?.place ?? nowhere, text: '£1,800,000' },
        { place: second?.place ?? nowhere, text: '£1m' },
      ),
    ]).toEqual([asPrinted, ['£1,800,000 1  17 22', '£1m 1  52 57', ...asPrinted.slice(2)]])
  })

  test('stand in the place of a paragraph, a caption or a footnote', () => {
    expect(
      narrativeOf(
        { place: { ...nowhere, block: 1 }, text: 'It costs £9.' },
        { place: { ...nowhere, block: 2 }, text: 'Nothing.' },
        { place: { ...nowhere, footnote: 0 }, text: 'Of £8.' },
      ),
    ).toEqual(['£9 1  0 73', '£8  0 0 6'])
  })

  test('that lead nowhere change nothing', () => {
    const lost = [
      { ...nowhere, block: 9 },
      { ...nowhere, footnote: 4 },
      cell(9, 9),
      { ...nowhere, block: 1, start: 70, end: 900 },
    ]
    expect(narrativeOf(...lost.map((place) => ({ place, text: '£1' })))).toEqual(asPrinted)
  })

  test('leave the document that was read as it is', () => {
    const before = structuredClone(document)
    applyCorrections(document, [{ place: cell(1, 2), text: '591.0' }])
    expect(document).toEqual(before)
  })
})

test('what stands behind corrected characters is found where it was printed', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ word: fc.constantFrom('a', 'bb', 'ccc'), by: fc.option(fc.constantFrom('', 'X', 'YYYYY')) }),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      (words) => {
        const text = words.map(({ word }) => word).join(' ')
        const starts = words.map((_, at) =>
          words.slice(0, at).reduce((length, { word }) => length + word.length + 1, 0),
        )
        const place = (at: number): ReadPlace => ({
          ...nowhere,
          block: 0,
          start: starts[at] ?? 0,
          end: (starts[at] ?? 0) + (words[at]?.word.length ?? 0),
        })
        const corrections = words.flatMap(({ by }, at) => (by === null ? [] : [{ place: place(at), text: by }]))
        const { document: corrected, toPrinted } = applyCorrections(documentOf([paragraph(text)]), corrections)
        const [block] = corrected.blocks
        const pieces = words.map(({ word, by }) => by ?? word)
        let at = 0
        const found = pieces.map((piece) => {
          const printed = toPrinted({ ...nowhere, block: 0, start: at, end: at + piece.length })
          at += piece.length + 1
          return piece === '' ? null : printed
        })
        expect([block?.kind === 'paragraph' && block.text, found]).toEqual([
          pieces.join(' '),
          pieces.map((piece, index) => (piece === '' ? null : place(index))),
        ])
      },
    ),
  )
})
