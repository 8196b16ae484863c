import type { MoneyUnit } from '../../domain/money.ts'
import type { TableColumn, TablePart } from './tablePart.ts'

const words: Record<MoneyUnit, string> = { '£': '£', '£000': "£000's", '£m': '£m' }

/** The unit for a table's caption; empty for a table without amounts in it, and where the caption names it itself. */
export const unitOfCaption = ({ caption, columns, unit }: TablePart): string =>
  !caption.includes(unit) && columns.some((column) => column.kind === 'amount' && (column.unit ?? unit) === unit)
    ? words[unit]
    : ''

/** The unit for a column's heading where it is not the table's; empty where it is, or the heading names it itself. */
export const unitOfColumn = ({ kind, unit, label }: TableColumn, table: Pick<TablePart, 'unit'>): string =>
  kind === 'amount' && unit !== null && unit !== table.unit && !label.includes(unit) ? words[unit] : ''
