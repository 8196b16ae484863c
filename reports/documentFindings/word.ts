import { formatInSentence } from '../../domain/money.ts'
import { wordText } from '../word/wordText.ts'
import { countWords, type DocumentFindings, type ListedCause, type MarkedCell, type MarkedTable } from './model.ts'

type Docx = typeof import('docx')

const fills: Record<NonNullable<MarkedCell['look']>, string> = {
  'at-fault': 'F7CCC8',
  explains: 'FFF4C2',
  counted: 'D9E9F7',
}

/** The findings and the tables of the document with the cells marked, as a Word document. */
export const documentFindingsWord = async (findings: DocumentFindings): Promise<Uint8Array> => {
  // Not a part of starting the program: most of its starts save nothing.
  const docx = await import('docx')
  const { Document, HeadingLevel, Packer, PageOrientation, Paragraph } = docx
  const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, text: wordText(text) })
  const document = new Document({
    title: wordText(findings.title),
    creator: 'BCF digital tracker',
    styles: { default: { document: { run: { font: 'Arial', size: 20 } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE } },
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: wordText(findings.title) }),
          new Paragraph({ text: countWords(findings) }),
          ...findings.about.map(([name, value]) => line(docx, name, value)),
          ...findings.remarks.map((remark) => new Paragraph({ text: wordText(remark) })),
          ...findings.corrections.map(({ where, printed, text }) =>
            line(docx, `Corrected by its reader, ${where}`, `printed “${printed}”, read as “${text}”`),
          ),
          heading('What does not tie'),
          ...findings.causes.flatMap((cause) => causeParagraphs(docx, cause)),
          heading('The tables, as printed'),
          new Paragraph({
            text: 'Red: does not agree. Yellow: explains a difference. Blue: was counted. Numbers in [ ] are those above.',
          }),
          ...findings.tables.flatMap((table) => tableParts(docx, table)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const line = ({ Paragraph, TextRun }: Docx, name: string, value: string) =>
  new Paragraph({ children: [new TextRun({ text: `${wordText(name)}: `, bold: true }), new TextRun(wordText(value))] })

const causeParagraphs = ({ Paragraph, TextRun }: Docx, cause: ListedCause) => {
  const { number, severity, what, why, rule, ruleName, difference, sureness, where, consequences } = cause
  const facts = [
    ...(difference === null ? [] : [`difference ${formatInSentence(difference)}`]),
    sureness,
    where,
    `${rule} ${ruleName}`,
  ]
  return [
    new Paragraph({
      spacing: { before: 160 },
      keepNext: true,
      children: [new TextRun({ text: wordText(`[${number}] ${severity}: ${what}`), bold: true })],
    }),
    ...(why === null ? [] : [new Paragraph({ text: wordText(why) })]),
    new Paragraph({ children: [new TextRun({ text: wordText(facts.join(' · ')), size: 18 })] }),
    ...consequences.map(
      (consequence) => new Paragraph({ text: wordText(`And so: ${consequence}`), indent: { left: 400 } }),
    ),
  ]
}

const tableParts = (docx: Docx, { title, rows }: MarkedTable) => {
  const { HeadingLevel, Paragraph, Table, TableRow, WidthType } = docx
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_3, text: wordText(title) }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows
        .filter((row) => row.length > 0)
        .map((row) => new TableRow({ cantSplit: true, children: row.map((cell) => tableCell(docx, cell)) })),
    }),
  ]
}

const tableCell = ({ AlignmentType, Paragraph, TableCell, TextRun }: Docx, cell: MarkedCell) => {
  const { lines, rowSpan, columnSpan, isHeader, look, findings } = cell
  const isNumber = lines.length > 0 && lines.every((text) => /^[£(−–-]?[\d.,£ ()k-]*$/.test(text))
  return new TableCell({
    rowSpan,
    columnSpan,
    ...(look ? { shading: { fill: fills[look] } } : {}),
    children: (lines.length === 0 ? [''] : lines).map((text, at) => {
      const mark = at === 0 && findings.length > 0 ? `[${findings.join(', ')}] ` : ''
      return new Paragraph({
        alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [
          new TextRun({ text: mark, bold: true, size: 16 }),
          new TextRun({ text: wordText(text), bold: isHeader || look === 'at-fault' }),
        ],
      })
    }),
  })
}
