import type { ReadCell, ReadDocument } from '../../../../domain/reading/readDocument.ts'

/** A document as lines that a reader of a test can follow: paragraphs, tables with the place of each cell, notes, remarks. */
export const inLines = ({ format, title, pages, blocks, footnotes, remarks }: ReadDocument): string[] => [
  [format, title ?? 'no title', pages === null ? 'pages unknown' : `${pages} pages`].join(', '),
  ...blocks.flatMap((block) => {
    const { page, pageTo, sheet } = block.at
    const where = `${sheet === null ? '' : `${sheet}: `}${page === null ? '' : `p${page}${pageTo === page ? '' : `-${pageTo}`} `}`
    if (block.kind === 'table') {
      return [
        `${where}table${block.caption === null ? '' : ` ${block.caption}`}`,
        ...block.rows.map((row) => `  ${row.map(cellInWords).join(' | ')}`),
      ]
    }
    const { headingLevel, number, text } = block
    return [
      `${where}${headingLevel === null ? '' : `h${headingLevel} `}${number === null ? '' : `<${number}> `}${text}${marks(block.footnotes)}`,
    ]
  }),
  ...footnotes.map(({ mark, text }) => `note ${mark}: ${text}`),
  ...remarks.map(({ kind, count }) => `${kind} ${count}`),
]

const cellInWords = ({ column, rowSpan, columnSpan, lines, isHeader, footnotes }: ReadCell): string =>
  `${column}${columnSpan > 1 ? `+${columnSpan}` : ''}${rowSpan > 1 ? `v${rowSpan}` : ''}${isHeader ? '#' : ':'}${lines.join('/')}${marks(footnotes)}`

const marks = (footnotes: string[]): string => footnotes.map((mark) => ` ^${mark}`).join('')
