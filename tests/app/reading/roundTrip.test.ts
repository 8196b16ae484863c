import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'

const word = fc.constantFrom(
  'Care records',
  'Strategy & OD',
  '£000’s',
  '<b>',
  '2020/21',
  'a | b',
  'Inc. PHR',
  'to March',
)
const amount = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((tenths) => (tenths / 10).toFixed(1))
const text = fc.oneof(word, amount, fc.constant(''))

/**
 * A table of texts, of which the first row and column are never empty and the last cell is an amount. Rows begin with words:
 * a line of text that begins with `0.0` and a tab is a paragraph with its number.
 */
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
      .map((cells) =>
        cells.map((row, at) =>
          row.map((cell, column) =>
            at === rows - 1 && column === columns - 1
              ? '£1.0'
              : column === 0
                ? cell.replace(/^-?\d+\.\d$/, '') || 'Theme'
                : at === 0
                  ? cell || 'Theme'
                  : cell,
          ),
        ),
      ),
  )

const escaped = (cell: string) => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const utf8 = (words: string) => new TextEncoder().encode(words)

const writers: Record<string, (cells: string[][]) => Promise<Uint8Array> | Uint8Array> = {
  'a web page': (cells) =>
    utf8(
      `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
    ),
  Markdown: (cells) => {
    const lines = cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    return utf8([lines[0], `|${'---|'.repeat(cells[0]?.length ?? 0)}`, ...lines.slice(1)].join('\n'))
  },
  'text by tabs': (cells) => utf8(cells.map((row) => row.join('\t')).join('\r\n')),
  Word: (cells) => {
    const rows = cells.map((row) => {
      const children = row.map((cell) => new TableCell({ children: [new Paragraph(cell)] }))
      return new TableRow({ children })
    })
    return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] }))
  },
  'a workbook': async (cells) => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('A').addRows(cells.map((row) => row.map((cell) => cell || null)))
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  },
}

test.each(Object.entries(writers))('whatever table is written as %s is read back cell for cell', async (_as, write) => {
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const { blocks } = await readDocument(await write(cells))
      const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
      expect(rows.map((row) => row.map(({ lines }) => lines.join('\n')))).toEqual(cells)
      expect(rows.map((row) => row.map(({ row: at, column }) => [at, column]))).toEqual(
        cells.map((row, at) => row.map((_cell, column) => [at, column])),
      )
    }),
    { numRuns: 25 },
  )
})
