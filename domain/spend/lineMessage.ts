import { cellPlace } from './cellPlace.ts'
import { spendFieldWords } from './fieldWords.ts'
import type { Mapping, SpendField } from './mapping.ts'
import type { RowMessage } from './rowMessage.ts'
import type { SpendLine } from './spendLine.ts'

/** What is wrong with a line that was understood: it stands at the cell that would have to be another. */
export const lineMessage = (line: SpendLine, field: SpendField, description: string, mapping: Mapping): RowMessage => {
  const mapped = mapping.columns[field]
  const column = typeof mapped === 'number' ? mapped : mapped?.[0]
  return {
    sheet: mapping.sheet,
    section: (column === undefined ? undefined : mapping.headings[column]) || spendFieldWords[field],
    field,
    row: line.row,
    cell: column === undefined ? String(line.row) : cellPlace(line.row, column),
    value: writtenIn(line, field),
    description,
  }
}

const writtenIn = (line: SpendLine, field: SpendField): string => {
  switch (field) {
    case 'ledgerRef':
    case 'costCode':
    case 'orderRef':
    case 'postedOn':
      return line[field]
    case 'period':
      return `P${line.period}`
    default:
      return ''
  }
}
