import { type Around, colours } from './around.ts'
import { textRuns } from './wordRuns.ts'
import { noBorders } from './wordTable.ts'

type Facts = readonly { name: string; value: string }[]

interface Look {
  /** What the names have of the width. */
  share: number
  /** Of the letters, in half points. */
  size: number
}

/** Names in bold beside their values. */
export const factsTable = (
  facts: Facts,
  { docx, across }: Pick<Around, 'docx' | 'across'>,
  { share, size }: Look = { share: 1 / 3, size: 20 },
) => {
  const { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } = docx
  const first = Math.round(across * share)
  const widths = [first, across - first]
  return new Table({
    width: { size: across, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 50, bottom: 50, left: 80, right: 80 },
    borders: linesAcross(docx),
    rows: facts.map(
      ({ name, value }, row) =>
        new TableRow({
          cantSplit: true,
          children: [name, value].map(
            (words, at) =>
              new TableCell({
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                children: [
                  new Paragraph({
                    style: 'Cell',
                    // No row begins or ends it alone on a page.
                    keepNext: row < facts.length - 1 && (row === 0 || row === facts.length - 2),
                    children: textRuns(docx, words, { size, bold: at === 0 }),
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

/** The figures at the top of one page, beside each other under their names. */
export const figuresTable = (facts: Facts, { docx, across }: Pick<Around, 'docx' | 'across'>) => {
  const { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } = docx
  const width = Math.floor(across / Math.max(1, facts.length))
  const size = { size: width, type: WidthType.DXA }
  return new Table({
    width: { size: across, type: WidthType.DXA },
    columnWidths: facts.map(() => width),
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 80, right: 80 },
    borders: linesAcross(docx),
    rows: [
      new TableRow({
        cantSplit: true,
        children: facts.map(
          ({ name, value }) =>
            new TableCell({
              width: size,
              children: [
                new Paragraph({ style: 'Cell', children: textRuns(docx, name, { size: 16, color: colours.muted }) }),
                new Paragraph({ style: 'Cell', children: textRuns(docx, value, { size: 26, bold: true }) }),
              ],
            }),
        ),
      }),
    ],
  })
}

const linesAcross = (docx: Around['docx']) => {
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: 'AEB7BD' }
  return { ...noBorders(docx), top: line, bottom: line, insideHorizontal: line }
}
