import { fail } from '../../../../../../domain/errors.ts'
import { limits } from '../limits.ts'
import { visitXml } from '../xml.ts'
import { plainNumber } from './numberFormat.ts'
import type { WorkbookParts } from './workbookParts.ts'

/** What a sheet shows, by its own rows and columns from 0. */
export interface Sheet {
  cells: Map<number, Map<number, string>>
  merged: { row: number; column: number; rowSpan: number; columnSpan: number }[]
  formulas: number
  /** Those that are hidden and hold something. */
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
}

/** Goes through a sheet once and keeps only cells that show something; a sheet that says a million empty ones costs nothing. */
export const readSheet = (
  bytes: Uint8Array,
  { strings, formats }: WorkbookParts,
  countCells: (count: number) => void,
): Sheet => {
  const sheet: Sheet = { cells: new Map(), merged: [], formulas: 0, hiddenRows: new Set(), hiddenColumns: new Set() }
  const columnsOut: [number, number][] = []
  let rowNumber = -1
  let columnNumber = -1
  let isRowHidden = false
  let cell = { type: 'n', style: 0, isFormula: false }
  let value = ''
  let isValue = false

  const keep = () => {
    if (value === '') return
    const isColumnHidden = columnsOut.some(([first, last]) => columnNumber >= first && columnNumber <= last)
    if (isRowHidden) sheet.hiddenRows.add(rowNumber)
    if (isColumnHidden) sheet.hiddenColumns.add(columnNumber)
    if (isRowHidden || isColumnHidden) return
    const shown = shownText()
    if (shown.trim() === '') return
    countCells(1)
    const row = sheet.cells.get(rowNumber) ?? new Map<number, string>()
    sheet.cells.set(rowNumber, row)
    row.set(columnNumber, shown)
    if (cell.isFormula) sheet.formulas += 1
  }
  const shownText = (): string => {
    if (cell.type === 's') return strings[Number(value)] ?? ''
    if (cell.type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (cell.type !== 'n') return value
    const number = Number(value)
    if (Number.isNaN(number)) return value
    return formats[cell.style]?.write(number) ?? plainNumber(number)
  }

  visitXml(bytes, {
    opened(name, attributes) {
      if (name === 'row') {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r) - 1
        columnNumber = -1
        isRowHidden = attributes.hidden === '1' || attributes.hidden === 'true'
      }
      if (name === 'c') {
        columnNumber = attributes.r === undefined ? columnNumber + 1 : columnOf(attributes.r)
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), isFormula: false }
        value = ''
      }
      if (name === 'f') cell.isFormula = true
      if (name === 'v' || name === 't') isValue = true
      if (name === 'rPh') isValue = false
      if (name === 'col' && (attributes.hidden === '1' || attributes.hidden === 'true')) {
        columnsOut.push([Number(attributes.min) - 1, Number(attributes.max) - 1])
      }
      if (name === 'mergeCell') sheet.merged.push(rangeOf(attributes.ref ?? ''))
      if (sheet.merged.length > limits.merged) fail('document-too-large', { what: 'cells', limit: limits.merged })
    },
    closed(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c') keep()
    },
    text(text) {
      if (isValue) value += text
    },
  })
  return sheet
}

const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

const rangeOf = (reference: string): Sheet['merged'][number] => {
  const [from = 'A1', to = from] = reference.split(':')
  const [row, column] = [rowOf(from), columnOf(from)]
  return { row, column, rowSpan: rowOf(to) - row + 1, columnSpan: columnOf(to) - column + 1 }
}

const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? '1') - 1
