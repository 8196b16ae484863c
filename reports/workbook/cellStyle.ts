import type { Alignment, Fill, Style } from 'exceljs'
import type { MoneyUnit } from '../../domain/money.ts'
import type { TableColumn, TableRow } from '../model/tablePart.ts'

/** What a cell holds, as far as it decides how it looks. */
export type Look = 'amount' | 'count' | 'percent' | 'day' | 'text' | 'word' | 'empty'

interface StyledColumn {
  kind: TableColumn['kind']
  unit: MoneyUnit
  pence?: boolean
}

export const numberFormats: Record<MoneyUnit, string> = {
  '£m': '#,##0.00,,_);(#,##0.00,,);0.00_);@_)',
  '£000': '#,##0.0,_);(#,##0.0,);0.0_);@_)',
  '£': '#,##0_);(#,##0);0_);@_)',
}

const otherFormats: Partial<Record<TableColumn['kind'], string>> = {
  count: '#,##0_);(#,##0);0_);@_)',
  percent: '0.0%_);(0.0%);0.0%_);@_)',
  day: 'd mmm yyyy',
}

const WITH_PENCE = '#,##0.00_);(#,##0.00);0.00_);@_)'

const formatOf = ({ kind, unit, pence }: StyledColumn): string | undefined =>
  kind === 'amount' ? (unit === '£' && pence ? WITH_PENCE : numberFormats[unit]) : otherFormats[kind]

export const cellStyle = (column: StyledColumn, at: number, style: TableRow['style'], look: Look): Partial<Style> => {
  const isNumeric = isRight(column.kind)
  const isWord = look === 'word'
  const isSum = style === 'total' || style === 'subtotal'
  const isMuted = style === 'note' || (isWord && !isSum) || (isNumeric && style === 'band')
  const isBold = isSum || (style === 'band' && !isNumeric)
  const format = formatOf(column)
  return {
    font: { ...FONT, bold: isBold, italic: style === 'control', ...(isMuted && { color: { argb: MUTED } }) },
    // Text wraps, among amounts too; an amount itself must stay in one line.
    alignment: alignmentOf(column.kind, at, 'top', !isNumeric || look === 'text' || style === 'band'),
    border:
      style === 'total'
        ? { top: line('thin', RULE), bottom: line('thin', RULE) }
        : style === 'subtotal'
          ? { top: line('thin', RULE), bottom: line('hair', HAIRLINE) }
          : { bottom: line('hair', HAIRLINE) },
    ...(format !== undefined && { numFmt: format }),
    ...(style === 'band' && { fill: solid(BAND) }),
  }
}

export const headerStyle = (kind: TableColumn['kind'], at: number): Partial<Style> => ({
  font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: solid(NHS_BLUE),
  // Leaves the room that amounts leave for a closing bracket.
  numFmt: '@_)',
  alignment: alignmentOf(kind, at, 'middle', true),
})

export const titleFont = { name: 'Arial', size: 14, family: 2, bold: true, color: { argb: 'FF003087' } }

export const FONT_SIZE = 10
export const FONT = { name: 'Arial', size: FONT_SIZE, family: 2 }

export const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

/** Where the reader of a workbook writes. */
export const INPUT_FILL = solid('FFFFF9C4')

/** Cells of a form that are given, beside those that are filled in. */
export const GIVEN_FILL = solid('FFE3E5E8')

/** A rating is told by its letters; the colour only helps to find it. */
export const ratingFills: Record<string, Fill> = {
  G: background('FFCCE5CF'),
  AG: background('FFE3EDC4'),
  A: background('FFFFEDB8'),
  AR: background('FFFBD9C0'),
  R: background('FFF5C6C2'),
}

/** A fill of a conditional format takes the other colour. */
function background(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', bgColor: { argb } }
}

const NHS_BLUE = 'FF005EB8'
const BAND = 'FFE8EDEE'
const RULE = 'FF212B32'
const HAIRLINE = 'FFD8DDE0'
const MUTED = 'FF4C6272'

const line = (style: 'thin' | 'hair', argb: string) => ({ style, color: { argb } })

const isRight = (kind: TableColumn['kind']): boolean => kind === 'amount' || kind === 'count' || kind === 'percent'

function alignmentOf(
  kind: TableColumn['kind'],
  at: number,
  vertical: 'top' | 'middle',
  wrapText: boolean,
): Partial<Alignment> {
  if (isRight(kind)) return { horizontal: 'right', vertical, wrapText }
  // Text needs a gap, for it begins where the column before it ends.
  return { horizontal: 'left', vertical, wrapText, indent: at === 0 ? 0 : 1 }
}
