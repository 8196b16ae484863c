import type { Block, DocumentFormat, ReadCell, ReadDocument } from '../../../domain/reading/readDocument.ts'
import type { ReadAmount, ReadTable } from '../../../domain/reading/reportReading.ts'

type GivenBlock = (index: number) => Block

interface GivenCell {
  text: string
  rows?: number
  columns?: number
  isHeader?: boolean
  footnotes?: string[]
}

/** A document of blocks written by hand. */
export const documentOf = (
  blocks: GivenBlock[],
  { format = 'docx', footnotes = [] }: { format?: DocumentFormat; footnotes?: string[] } = {},
): ReadDocument => ({
  format,
  title: null,
  pages: null,
  blocks: blocks.map((block, index) => block(index)),
  footnotes: footnotes.map((text, index) => ({ mark: `${index + 1}`, text, page: null })),
  remarks: [],
})

const at = (block: number) => ({ block, page: null, pageTo: null, sheet: null, box: null })

export const paragraph =
  (text: string, number: string | null = null): GivenBlock =>
  (index) => ({ kind: 'paragraph', at: at(index), text, headingLevel: null, number, footnotes: [] })

export const heading =
  (text: string, number: string | null = null): GivenBlock =>
  (index) => ({ kind: 'paragraph', at: at(index), text, headingLevel: 1, number, footnotes: [] })

/**
 * A table by its rows; a text is a cell with a line for each of its lines. A cell that a merged one covers is left out, as
 * HTML does.
 */
export const table =
  (rows: (string | GivenCell)[][], caption: string | null = null): GivenBlock =>
  (index) => {
    const covered = new Set<string>()
    return {
      kind: 'table',
      at: at(index),
      caption,
      rows: rows.map((cells, row) => {
        let column = 0
        return cells.map((cell): ReadCell => {
          const {
            text,
            rows: rowSpan = 1,
            columns: columnSpan = 1,
            isHeader = false,
            footnotes = [],
          } = typeof cell === 'string' ? { text: cell } : cell
          while (covered.has(`${row} ${column}`)) column += 1
          for (let below = row; below < row + rowSpan; below += 1) {
            for (let beside = column; beside < column + columnSpan; beside += 1) covered.add(`${below} ${beside}`)
          }
          const lines = text === '' ? [] : text.split('\n')
          return { row, column, rowSpan, columnSpan, lines, isHeader, footnotes, page: null, box: null }
        })
      }),
    }
  }

const pounds = ({ value, unit, marks, confidence }: ReadAmount): string =>
  [value === null ? 'nothing' : `£${value / 100}`, unit, ...marks, ...(confidence === 'read' ? [] : [confidence])].join(
    ' ',
  )

/** A table as it was understood, short enough to be compared whole. */
export const summaryOf = ({ kind, unit, title, columns, rows }: ReadTable) => ({
  kind,
  title: title.value,
  unit: unit.value,
  columns: columns.map(({ role, meaning }) =>
    meaning === null ? role : meaning.kind === 'total' ? 'total' : `${meaning.kind} ${meaning.startYear}`,
  ),
  rows: rows.map(({ kind: rowKind, name, theme, labels, cells }) =>
    [
      rowKind,
      ...(name ? [`${name.kind} ${name.printed}`] : labels.map((label) => label.name)),
      ...(theme !== null && kind === 'expenditure-plan' ? [`under ${theme}`] : []),
      ...cells.map(({ amounts }) => amounts.map(pounds).join(' + ')),
    ].join(' | '),
  ),
})
