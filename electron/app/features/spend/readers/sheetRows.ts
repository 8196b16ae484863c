import { fail } from '../../../../../domain/errors.ts'
import { dayOfSerial } from '../../../../../domain/spend/dayOfSerial.ts'
import { BLANK_CELL, type ExtractCell, type ExtractRow } from '../../../../../domain/spend/extractRow.ts'
import { remembered } from '../../../../../domain/spend/remembered.ts'
import { plainNumber } from '../../documents/readers/xlsx/numberFormat.ts'
import type { CellFormat } from './cellFormat.ts'
import { BATCH, extractLimits } from './extractLimits.ts'
import { unescaped } from './sharedTexts.ts'
import { streamXml } from './streamXml.ts'

export interface SheetContext {
  /** Cells of the texts that are shared: one for all that say the same. */
  texts: readonly ExtractCell[]
  formats: readonly CellFormat[]
  since1904: boolean
}

/**
 * The rows of a sheet that hold something, whatever area it declares. A merged area reads in its first cell. Throws
 * `extract-too-large` for too many rows, columns or characters, and what `streamXml` throws.
 */
export async function* sheetRows(
  pieces: AsyncIterable<Buffer>,
  context: SheetContext,
  tell: (done: number) => void,
): AsyncGenerator<ExtractRow[]> {
  let batch: ExtractRow[] = []
  let count = 0
  let row: { row: number; isHidden: boolean; cells: ExtractCell[] } = { row: 0, isHidden: false, cells: [] }
  let column = -1
  let type = 'n'
  let style = 0
  let isFormula = false
  let isValue = false
  let phonetic = 0
  let value = ''

  const keep = () => {
    const cell = cellOf(value, type, style, isFormula, context)
    if (cell === BLANK_CELL) return
    if (column >= extractLimits.columns) {
      fail('extract-too-large', { what: 'columns', limit: extractLimits.columns })
    }
    while (row.cells.length < column) row.cells.push(BLANK_CELL)
    row.cells[column] = cell
  }
  const keepRow = () => {
    if (row.cells.length === 0) return
    count += 1
    if (count > extractLimits.workbookRows) {
      fail('extract-too-large', { what: 'rows', limit: extractLimits.workbookRows })
    }
    batch.push(row)
  }

  const parsing = streamXml(pieces, {
    opened(name, attributes) {
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        type = attributes.t ?? 'n'
        style = attributes.s === undefined ? 0 : Number(attributes.s)
        isFormula = false
        value = ''
      } else if (name === 'v') isValue = true
      else if (name === 't') isValue = phonetic === 0
      else if (name === 'row') {
        const stated = Number(attributes.r)
        const number = Number.isSafeInteger(stated) && stated > row.row ? stated : row.row + 1
        row = { row: number, isHidden: isOn(attributes.hidden), cells: [] }
        column = -1
      } else if (name === 'f') isFormula = true
      else if (name === 'rPh') phonetic += 1
    },
    closed(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c') keep()
      else if (name === 'row') keepRow()
      else if (name === 'rPh') phonetic -= 1
    },
    text(text) {
      if (isValue) value += text
    },
  })
  for await (const done of parsing) {
    tell(done)
    while (batch.length >= BATCH) {
      yield batch.slice(0, BATCH)
      batch = batch.slice(BATCH)
    }
  }
  if (batch.length > 0) yield batch
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** `AB12` → 27; past the widest sheet where it is no reference. */
const columnOf = (reference: string): number => {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26 || at > 3) break
    column = column * 26 + letter
  }
  return column === 0 ? 0 : column - 1
}

const cellOf = (
  value: string,
  type: string,
  style: number,
  isFormula: boolean,
  { texts, formats, since1904 }: SheetContext,
): ExtractCell => {
  if (value === '') return BLANK_CELL
  switch (type) {
    case 's':
      return isFormula ? { ...(texts[Number(value)] ?? BLANK_CELL), isFormula } : (texts[Number(value)] ?? BLANK_CELL)
    case 'inlineStr':
    case 'str':
      return textCell(unescaped(value), isFormula)
    case 'b':
      return textOf(value === '1' ? 'TRUE' : 'FALSE', 'boolean', isFormula)
    case 'e':
      return textOf(value, 'error', isFormula)
    case 'd':
      return dateCell(value.slice(0, 10), isFormula)
    default:
      return numberCell(value, formats[style], isFormula, since1904)
  }
}

const textOf = (text: string, kind: ExtractCell['kind'], isFormula: boolean): ExtractCell => ({
  text,
  value: text,
  kind,
  isFormula,
})

export const textCell = (text: string, isFormula: boolean): ExtractCell => {
  if (text.length > extractLimits.text) fail('extract-too-large', { what: 'text', limit: extractLimits.text })
  return text.trim() === '' ? BLANK_CELL : textOf(text, 'text', isFormula)
}

/** As people in Britain read it. */
const dateCell = (day: string, isFormula: boolean): ExtractCell => ({
  text: `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
  value: day,
  kind: 'date',
  isFormula,
})

const dayIn1900 = remembered((value) => dayOfSerial(Number(value), false))

/** As Excel shows it; most numbers stand in the file as they are shown. */
const writtenNumber = (value: string, number: number): string => {
  if (value.length < 12 && !value.includes('E')) return value
  return Number.isSafeInteger(number) ? String(number) : plainNumber(number)
}

const numberCell = (
  value: string,
  format: CellFormat | undefined,
  isFormula: boolean,
  since1904: boolean,
): ExtractCell => {
  const number = Number(value)
  if (!Number.isFinite(number)) return textCell(value, isFormula)
  if (format?.kind === 'date') {
    const day = since1904 ? dayOfSerial(number, true) : dayIn1900(value)
    if (day !== undefined) return dateCell(day, isFormula)
  }
  const text = format?.kind === 'padded' ? format.write(number) : writtenNumber(value, number)
  return { text, value: number, kind: 'number', isFormula }
}
