import { formatMoney } from '../../domain/money.ts'
import { amountLooks } from '../model/amountLooks.ts'
import { type AmountLook, cellText } from '../model/cellText.ts'
import { roundingOf } from '../model/roundingOf.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import { escapeHtml } from './escapeHtml.ts'
import { exemptHtml } from './exemptHtml.ts'
import { ratingShape } from './ratingShape.ts'
import { type TableSize, tableSize } from './tableSize.ts'

/** A table with its caption, a header that repeats on each page, and a line wherever its shown amounts do not add. */
export const tableHtml = (table: TablePart, label: string, isLandscape: boolean): string => {
  const { id, caption, unit, columns, rows, notes, exempt } = table
  const looks = amountLooks(table)
  const body = rows.map((row) => rowHtml(table, row, looks))
  // What closes the table is its foot; a note or a control below a total belongs to it.
  const foot = rows.length - (rows.findLastIndex(({ style }) => !closing.includes(style)) + 1)
  const cut = foot === rows.length ? rows.length : rows.length - foot
  const size: TableSize = tableSize(table, looks, isLandscape)
  return `<div class="table ${size}" role="group" tabindex="0" aria-labelledby="${escapeHtml(id)}-caption">
${exemptHtml(exempt)}<table id="${escapeHtml(id)}">
<caption id="${escapeHtml(id)}-caption">${escapeHtml(`${label}. ${caption}`)}${hasAmounts(columns) ? ` <span class="unit">(${unitWords[unit]})</span>` : ''}</caption>
<thead><tr>${columns.map((column) => headHtml(column, table)).join('')}</tr></thead>
<tbody>
${body.slice(0, cut).join('\n')}
</tbody>
${cut === rows.length ? '' : `<tfoot>\n${body.slice(cut).join('\n')}\n</tfoot>\n`}</table>
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>\n`).join('')}</div>`
}

const closing: TableRow['style'][] = ['total', 'control', 'note']

const unitWords = { '£': '£', '£000': "£000's", '£m': '£m' } as const

const hasAmounts = (columns: readonly TableColumn[]): boolean => columns.some(({ kind }) => kind === 'amount')

const headHtml = ({ label, kind, unit }: TableColumn, table: TablePart): string => {
  const other = kind === 'amount' && unit !== null && unit !== table.unit ? ` (${unitWords[unit]})` : ''
  return `<th scope="col" class="${kind}">${escapeHtml(label + other)}</th>`
}

const rowHtml = (table: TablePart, row: TableRow, looks: readonly AmountLook[]): string => {
  const { columns } = table
  const mark = row.exempt === null ? '' : ` <span class="tag">Exempt: ${escapeHtml(row.exempt.paragraph)}</span>`
  const rounding = roundingOf(table, row)
  const own = isAcross(row)
    ? `<tr class="${row.style}"><th scope="${row.style === 'band' ? 'colgroup' : 'row'}" colspan="${columns.length}">${wordsOf(row.cells[0], looks[0])}${mark}</th></tr>`
    : `<tr class="${row.style}">${columns.map((column, at) => cellHtml(row.cells[at], column, looks[at], at === 0 ? mark : null)).join('')}</tr>`
  return rounding === null ? own : `${own}\n${roundingHtml(rounding, columns, looks)}`
}

/** A row of words alone goes over all columns. */
const isAcross = ({ style, cells }: TableRow): boolean =>
  (style === 'band' || style === 'note') && cells.slice(1).every(({ kind }) => kind === 'blank')

const wordsOf = (cell: TableCell | undefined, look: AmountLook | undefined): string => {
  const shown = cell ?? { kind: 'blank' }
  const words = escapeHtml(cellText(shown, look ?? { unit: '£', pence: false }))
  return shown.kind === 'rating' ? `<span class="rating">${ratingShape(shown.rating)} ${words}</span>` : words
}

/** The first cell heads its row, and carries the mark of a row that is exempt. */
const cellHtml = (
  cell: TableCell | undefined,
  { kind }: TableColumn,
  look: AmountLook | undefined,
  mark: string | null,
): string => {
  const isWord =
    cell !== undefined && ['none', 'not-recorded', 'given-at', 'unfunded', 'not-applicable'].includes(cell.kind)
  const name = [kind, ...(isWord ? ['word'] : []), ...(cell?.kind === 'exempt' ? ['exempt'] : [])].join(' ')
  const words = wordsOf(cell, look)
  return mark === null || words === ''
    ? `<td class="${name}">${words}</td>`
    : `<th scope="row" class="${name}">${words}${mark}</th>`
}

const roundingHtml = (
  gaps: readonly (number | null)[],
  columns: readonly TableColumn[],
  looks: readonly AmountLook[],
): string => {
  const first = columns.findIndex(({ kind }) => kind !== 'amount')
  const cells = columns.map(({ kind }, at) => {
    if (at === first) return `<th scope="row" class="${kind}">Rounding</th>`
    const gap = gaps[at] ?? null
    const { unit = '£', pence = false } = looks[at] ?? {}
    return `<td class="${kind}">${gap === null ? '' : formatMoney(gap as Parameters<typeof formatMoney>[0], unit, { pence })}</td>`
  })
  return `<tr class="note rounding">${cells.join('')}</tr>`
}
