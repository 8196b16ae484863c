import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsInText } from '../../../domain/reading/amountsInText.ts'
import type { ReadDocument } from '../../../domain/reading/readDocument.ts'
import { type ReadPlace, ReportReading } from '../../../domain/reading/reportReading.ts'
import { understand } from '../../../domain/reading/understand.ts'
import { documentOf, heading, paragraph, table } from './given.ts'

/** Every cell with words, by where it begins. */
const cellsIn = ({ blocks }: ReadDocument): string[] =>
  blocks.flatMap((block, index) =>
    block.kind === 'table'
      ? block.rows
          .flat()
          .filter(({ lines }) => lines.some((line) => line.trim() !== ''))
          .map(({ row, column, lines }) => `${index} ${row} ${column} ${lines.join('\n')}`)
      : [],
  )

/** Every amount outside of tables, by the characters it stands on. */
const amountsIn = ({ blocks, footnotes }: ReadDocument): string[] => [
  ...blocks.flatMap((block, index) => {
    const text = block.kind === 'table' ? (block.caption ?? '') : block.text
    return amountsInText(text).map(({ start, printed }) => `${index} ${start} ${printed}`)
  }),
  ...footnotes.flatMap(({ text }, index) =>
    amountsInText(text).map(({ start, printed }) => `footnote ${index} ${start} ${printed}`),
  ),
]

const atCharacter = ({ block, footnote, start }: ReadPlace): string =>
  block === null ? `footnote ${footnote} ${start}` : `${block} ${start}`

const tokens = /\d[\d,]*(?:\.\d+)?/g

const word = fc.constantFrom(
  '',
  'Records',
  'TOTALS',
  'Inc. PHR\nInc. LOOP',
  '2020/21',
  "TO MARCH 2020 £000's",
  '2021/22 £',
  '2023 on',
  'Total',
  '145000 40000',
  '*591000',
  '1,228.0',
  '(40.0)',
  '-',
  '£3,049k',
  'see note 2',
  'Government grant',
  'Authority to Spend required for this Approval',
  'Infrastructure',
  'To build what partners share.',
  '12%',
)
const cell = fc.record({
  text: word,
  rows: fc.constantFrom(1, 1, 1, 1, 2, 3),
  columns: fc.constantFrom(1, 1, 1, 1, 2, 5),
  isHeader: fc.boolean(),
})
const sentence = fc.constantFrom(
  'Report of the Director',
  'Date: 2 March 2021',
  'An allocation of £1.8m was made, and £0.6m remains of 7000 and 366,000.',
  'The plan has the following 2 themes:',
  'Records - £5k for the PHR.',
  'Is the decision eligible for call-in? ☐ Yes ☐ No',
  'Appendix A',
  'Recommendations',
  '',
)
const block = fc.oneof(
  fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 7 })
    .chain((rows) => fc.option(fc.constantFrom('Funding of £7m', 'Plan')).map((caption) => table(rows, caption))),
  sentence.map((text) => paragraph(text)),
  sentence.map((text) => heading(text, '4.1')),
)

test('every cell that is not empty and every amount is in the reading exactly once, whatever the document', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 8 }),
      fc.constantFrom('docx' as const, 'pdf' as const),
      fc.array(sentence, { maxLength: 2 }),
      (blocks, format, footnotes) => {
        const document = documentOf(blocks, { format, footnotes })
        const reading = ReportReading.parse(understand(document))
        const cells = reading.tables.flatMap((each) => each.cells)
        expect(cells.map(({ place, text }) => `${place.block} ${place.row} ${place.column} ${text}`).sort()).toEqual(
          cellsIn(document).sort(),
        )
        expect(reading.narrative.map(({ place, printed }) => `${atCharacter(place)} ${printed}`).sort()).toEqual(
          amountsIn(document).sort(),
        )
      },
    ),
    { numRuns: 100 },
  )
})

test('every number of a cell taken as an amount is in one amount of a row, with the characters it stands on', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      const document = documentOf(blocks)
      const reading = understand(document)
      for (const { cells, rows } of reading.tables) {
        const printed = rows.flatMap((row) => row.cells.flatMap(({ amounts }) => amounts))
        for (const { place, text } of cells.filter(({ as }) => as === 'amount')) {
          // A table may go on in the next one, whose cells have the same numbers.
          const own = printed.filter(({ place: at }) =>
            [at.block === place.block, at.row === place.row, at.column === place.column].every(Boolean),
          )
          expect(own.flatMap((each) => each.printed.match(tokens) ?? [])).toEqual(text.match(tokens) ?? [])
          const lines = text.split('\n')
          expect(own.map(({ place: at }) => lines[at.line ?? 0]?.slice(at.start ?? 0, at.end ?? 0))).toEqual(
            own.map((each) => each.printed),
          )
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the same document is understood the same way', () => {
  const document = documentOf([
    heading('Appendix A'),
    table([
      ['', '2020/21'],
      ['Inc. PHR', '591000'],
    ]),
  ])
  expect(understand(document)).toEqual(understand(structuredClone(document)))
})
