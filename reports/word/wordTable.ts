import { formatMoney } from '../../domain/money.ts'
import { exemptInWords } from '../html/exemptHtml.ts'
import { amountLooks } from '../model/amountLooks.ts'
import { type AmountLook, cellText } from '../model/cellText.ts'
import { columnWidths } from '../model/columnWidths.ts'
import { isShortTable } from '../model/isShortTable.ts'
import { roomAcross } from '../model/pageRoom.ts'
import { roundingOf } from '../model/roundingOf.ts'
import type { TableCell as Cell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import { type TablePiece, tablePieces } from '../model/tablePieces.ts'
import { unitOfCaption, unitOfColumn } from '../model/unitInWords.ts'
import { type Around, type Begins, colours, type Docx } from './around.ts'
import { caption } from './caption.ts'
import { exemptMark } from './exemptMark.ts'
import { textRuns } from './wordRuns.ts'

/** A table under its caption, with a header that repeats, rows that stay whole, and a line wherever its shown amounts do not add. */
export const tableParts = (
  table: TablePart,
  around: Pick<Around, 'docx' | 'isLandscape' | 'isOnePage' | 'across' | 'nextLabel'>,
  begins: Begins = 'anywhere',
) => {
  const { docx, isLandscape, isOnePage, across, nextLabel } = around
  const unit = unitOfCaption(table)
  const words = unit === '' ? table.caption : `${table.caption} (${unit})`
  const number = nextLabel('Table')
  const pieces: TablePiece[] = isOnePage ? [{ table, points: SMALL, isWide: false }] : tablePieces(table, isLandscape)
  return pieces.flatMap((piece, at) => [
    ...(at === 0 ? exemptMark(docx, table.exempt) : []),
    at === 0
      ? caption(docx, { kind: 'Table', number, words, begins })
      : continued(docx, `Table ${number}, further columns. ${words}`),
    ...pieceParts(piece, docx, {
      across: piece.isWide ? roomAcross(true) : across,
      isLandscape: isLandscape || piece.isWide,
    }),
  ])
}

/** Without a number of its own: it is the same table. */
const continued = (docx: Docx, words: string) =>
  new docx.Paragraph({ style: 'Caption', keepNext: true, children: textRuns(docx, words) })

/** The letters of tables that stand beside each other on one page, in points. */
const SMALL = 7

function pieceParts(
  { table, points }: TablePiece,
  docx: Docx,
  { across, isLandscape }: Pick<Around, 'across' | 'isLandscape'>,
) {
  const { Paragraph, Table, TableLayoutType, TableRow, WidthType } = docx
  const looks = amountLooks(table)
  const widths = columnWidths(table, { looks, points, across })
  const drawing: Drawing = { docx, table, looks, widths, size: points * 2 }
  const lines = table.rows.flatMap((row) => linesOf(row, table))
  const isShort = isShortTable(lines.map(wordsOf), { widths, points, isLandscape })
  return [
    new Table({
      width: { size: across, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 80, right: 80 },
      borders: noBorders(docx),
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: headCells(drawing) }),
        ...(lines.length === 0 ? [emptyRow(drawing)] : []),
        ...lines.map((line, at) => {
          const next = lines[at + 1]
          // A short table stands on one page; of a long one no row begins or ends it alone, no total goes to the next page
          // alone, and no heading ends this one.
          const isEdge = at === 0 || at === lines.length - 2
          const isEnd = next?.style === 'total' || next?.style === 'subtotal'
          const staysWithNext = next !== undefined && (isShort || isEdge || line.style === 'band' || isEnd)
          return new TableRow({ cantSplit: true, children: rowCells(line, drawing, staysWithNext) })
        }),
      ],
    }),
    ...table.notes.map((note) => new Paragraph({ style: 'Note', children: textRuns(docx, note) })),
    ...(table.notes.length === 0 ? [new Paragraph({ style: 'Gap' })] : []),
  ]
}

interface Drawing {
  docx: Docx
  table: TablePart
  looks: readonly AmountLook[]
  widths: readonly number[]
  /** Of its letters, in half points. */
  size: number
}

/** What is drawn in one row: words for each column, or for all of them together. */
interface Line {
  style: TableRow['style']
  isAcross: boolean
  cells: readonly { words: string; cell: Cell | null }[]
  mark: string
}

const wordsOf = ({ isAcross, cells }: Line) => ({ isAcross, words: cells.map(({ words }) => words) })

function linesOf(row: TableRow, table: TablePart): Line[] {
  const looks = amountLooks(table)
  const cells = table.columns.map((_, at) => {
    const cell = row.cells[at] ?? { kind: 'blank' as const }
    return { words: cellText(cell, looks[at] ?? { unit: table.unit, pence: false }), cell }
  })
  const isAcross =
    (row.style === 'band' || row.style === 'note') && row.cells.slice(1).every(({ kind }) => kind === 'blank')
  const mark = row.exempt === null ? '' : ` ${exemptInWords(row.exempt)}`
  const own: Line = { style: row.style, isAcross, cells, mark }
  const gaps = roundingOf(table, row)
  if (gaps === null) return [own]
  const named = table.columns.findIndex(({ kind }) => kind !== 'amount')
  const rounding = table.columns.map((_, at) => {
    const gap = gaps[at] ?? null
    const { unit, pence } = looks[at] ?? { unit: table.unit, pence: false }
    return { words: at === named ? 'Rounding' : gap === null ? '' : formatMoney(gap, unit, { pence }), cell: null }
  })
  return [{ style: 'note', isAcross: false, cells: rounding, mark: '' }, own]
}

const isNumber = ({ kind }: TableColumn): boolean => kind === 'amount' || kind === 'count' || kind === 'percent'

function headCells({ docx, table, widths, size }: Drawing) {
  const { AlignmentType, Paragraph, TableCell, VerticalAlignTable, WidthType } = docx
  return table.columns.map((column, at) => {
    const unit = unitOfColumn(column, table)
    return new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.BOTTOM,
      shading: { fill: colours.band },
      borders: { bottom: rule(docx, 8, colours.rule) },
      children: [
        new Paragraph({
          style: 'Cell',
          keepNext: true,
          alignment: isNumber(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: textRuns(docx, unit === '' ? column.label : `${column.label} (${unit})`, {
            bold: true,
            size,
          }),
        }),
      ],
    })
  })
}

function rowCells(line: Line, drawing: Drawing, keepNext: boolean) {
  const { docx, table, widths, size } = drawing
  const { AlignmentType, Paragraph, TableCell, WidthType } = docx
  const { style, isAcross, cells, mark } = line
  const isSum = style === 'subtotal' || style === 'total'
  const look = {
    size,
    ...(isSum || style === 'band' ? { bold: true } : {}),
    ...(style === 'control' || style === 'note' ? { color: colours.muted } : {}),
  }
  return (isAcross ? cells.slice(0, 1) : cells).map(({ words, cell }, at) => {
    const column = table.columns[at]
    const rating = cell?.kind === 'rating' ? ratingColours[cell.rating] : null
    return new TableCell({
      width: {
        size: isAcross ? widths.reduce((all, width) => all + width, 0) : (widths[at] ?? 0),
        type: WidthType.DXA,
      },
      ...(isAcross ? { columnSpan: table.columns.length } : {}),
      ...(style === 'band' ? { shading: { fill: colours.band } } : rating ? { shading: { fill: rating.fill } } : {}),
      borders: {
        ...(isSum ? { top: rule(docx, 6, colours.rule) } : {}),
        bottom: style === 'total' ? rule(docx, 8, colours.rule) : rule(docx, 4, colours.hairline),
      },
      children: [
        new Paragraph({
          style: 'Cell',
          keepNext,
          alignment: !isAcross && column && isNumber(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [
            ...textRuns(docx, words, rating ? { ...look, color: rating.words, bold: true } : look),
            ...(at === 0 && mark !== '' ? textRuns(docx, mark, { size, bold: true }) : []),
          ],
        }),
      ],
    })
  })
}

/** A rating is read by its letters and words; its colour is beside them. */
const ratingColours = {
  G: { fill: '007F3B', words: 'FFFFFF' },
  AG: { fill: '78BE20', words: '212B32' },
  A: { fill: 'FFB81C', words: '212B32' },
  AR: { fill: 'ED8B00', words: '212B32' },
  R: { fill: 'D5281B', words: 'FFFFFF' },
} as const

function emptyRow(drawing: Drawing) {
  const line: Line = { style: 'note', isAcross: true, cells: [{ words: 'None', cell: null }], mark: '' }
  return new drawing.docx.TableRow({ cantSplit: true, children: rowCells(line, drawing, false) })
}

const rule = ({ BorderStyle }: Docx, size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })

export const noBorders = ({ BorderStyle }: Docx) => {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
}
