import { cellPlace } from './cellPlace.ts'
import { BLANK_CELL, cellAt, type ExtractCell, type ExtractRow } from './extractRow.ts'
import { spendFieldWords } from './fieldWords.ts'
import type { Mapping, SpendField } from './mapping.ts'
import type { RowMessage } from './rowMessage.ts'
import type { RowCorrection } from './spendLine.ts'

/** The cells of a row by what they hold, as corrected. */
export interface RowFields {
  row: ExtractRow
  /** Blank where no column is mapped to the field. */
  cell: (field: SpendField) => ExtractCell
  isMapped: (field: SpendField) => boolean
  /** The texts of the columns that together are one field. */
  texts: (field: 'ledgerRef' | 'costCode') => string[]
  message: (field: SpendField, description: string) => RowMessage
}

const isPlain = /^[!-~]*$/

/** A text with single spaces, as codes and references are compared. */
export const inOneLine = (text: string): string =>
  isPlain.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, ' ').trim()

export const rowFields = (row: ExtractRow, mapping: Mapping, correction: RowCorrection | undefined): RowFields => {
  const columnsOf = (field: SpendField): readonly number[] => {
    const column = mapping.columns[field]
    return column === null ? [] : typeof column === 'number' ? [column] : column
  }
  const corrected = (field: SpendField): ExtractCell | undefined => {
    const text = correction?.texts[field]?.trim()
    if (text === undefined) return undefined
    return text === '' ? BLANK_CELL : { text, value: text, kind: 'text', isFormula: false }
  }
  const cell = (field: SpendField): ExtractCell => {
    const column = columnsOf(field)[0]
    return corrected(field) ?? (column === undefined ? BLANK_CELL : cellAt(row, column))
  }
  const texts = (field: 'ledgerRef' | 'costCode'): string[] => {
    const own = corrected(field)
    const cells = own ? [own] : columnsOf(field).map((column) => cellAt(row, column))
    return cells.map(({ text }) => inOneLine(text))
  }
  return {
    row,
    cell,
    isMapped: (field) => columnsOf(field).length > 0 || correction?.texts[field] !== undefined,
    texts,
    message(field, description) {
      const columns = columnsOf(field)
      // Of several columns that are one field, the message stands at the first that is blank.
      const column = columns.find((each) => cellAt(row, each).kind === 'blank') ?? columns[0]
      const value = field === 'ledgerRef' || field === 'costCode' ? texts(field).join('/') : cell(field).text
      return {
        sheet: mapping.sheet,
        section: (column === undefined ? undefined : mapping.headings[column]) || spendFieldWords[field],
        field,
        row: row.row,
        cell: column === undefined ? String(row.row) : cellPlace(row.row, column),
        value,
        description,
      }
    },
  }
}
