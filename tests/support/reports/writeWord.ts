import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Paragraph as WordParagraph,
} from 'docx'
import type { GridCell, Paragraph, PrintedGrid, ReportContent, ReportPart } from './reportContent.ts'

/** The width between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9638

/** The type of tables in half points: small, so that no amount breaks in a narrow column. */
const TABLE_TYPE = 16

/** The report as a Word document with real headings, merged cells and footnotes. */
export const writeWord = async ({ title, coverLines, questions, parts }: ReportContent): Promise<Uint8Array> => {
  const footnotes = parts.flatMap((part) =>
    part.kind === 'paragraph' && part.footnote !== null ? [part.footnote] : [],
  )
  const answers: PrintedGrid = {
    kind: 'table',
    widths: [3, 1],
    rows: questions.map(({ question, isYes }) => [plain(question), plain(isYes ? '☒ Yes ☐ No' : '☐ Yes ☒ No')]),
  }
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: 'Liberation Sans', size: 21 } } } },
    footnotes: Object.fromEntries(footnotes.map((text, at) => [at + 1, { children: [new WordParagraph({ text })] }])),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } },
        },
        children: [
          ...coverLines.map((line) => new WordParagraph({ text: line })),
          writtenTable(answers),
          ...parts.flatMap((part) => written(part, footnotes)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const plain = (text: string): GridCell => ({ lines: [text], rowSpan: 1, columnSpan: 1, isHead: false, isAmount: false })

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

const written = (part: ReportPart, footnotes: string[]): (WordParagraph | Table)[] => {
  switch (part.kind) {
    case 'heading':
      return [
        new WordParagraph({
          heading: levels[part.level - 1] ?? HeadingLevel.HEADING_4,
          children: [new TextRun(numbered(part.number, part.text))],
        }),
      ]
    case 'paragraph':
      return [
        new WordParagraph({
          spacing: { after: 120 },
          children: [new TextRun(numbered(part.number, part.text)), ...marksOf(part, footnotes)],
        }),
      ]
    case 'table':
      // Without a paragraph between them two tables become one.
      return [writtenTable(part), new WordParagraph({ text: '' })]
  }
}

const numbered = (number: string | null, text: string): string => (number === null ? text : `${number}\t${text}`)

const marksOf = ({ footnote }: Paragraph, footnotes: string[]): FootnoteReferenceRun[] =>
  footnote === null ? [] : [new FootnoteReferenceRun(footnotes.indexOf(footnote) + 1)]

const writtenTable = ({ rows, widths }: PrintedGrid): Table => {
  const all = widths.reduce((sum, width) => sum + width, 0)
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    margins: { left: 50, right: 50 },
    columnWidths: widths.map((width) => Math.round((TEXT_WIDTH * width) / all)),
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(writtenCell) })),
  })
}

const writtenCell = ({ lines, rowSpan, columnSpan, isHead, isAmount }: GridCell): TableCell =>
  new TableCell({
    rowSpan,
    columnSpan,
    children: (lines.length === 0 ? [''] : lines).map(
      (line) =>
        new WordParagraph({
          alignment: isAmount ? AlignmentType.RIGHT : AlignmentType.LEFT,
          // A head stays with what stands below it.
          keepNext: isHead,
          children: [new TextRun({ text: line, bold: isHead, size: TABLE_TYPE })],
        }),
    ),
  })
