import { wordOf } from '../cell.ts'
import type { TableCell } from './tableCell.ts'

type WordCell = Exclude<TableCell, { kind: 'amount' | 'count' | 'percent' | 'day' }>

/** What a cell says that holds neither a number nor a day. */
export const wordsOfCell = (cell: WordCell): string => {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'rating':
      return cell.text === '' || cell.text === cell.rating ? cell.rating : `${cell.rating}: ${cell.text}`
    case 'blank':
      return ''
    case 'exempt':
      return 'exempt'
    default:
      return wordOf(cell)
  }
}
