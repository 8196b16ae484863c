import { formatMoney } from '../../domain/money.ts'
import { amountLooks } from '../model/amountLooks.ts'
import { type AmountLook, cellText } from '../model/cellText.ts'
import { roundingOf } from '../model/roundingOf.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import { unitOfCaption, unitOfColumn } from '../model/unitInWords.ts'
import { escapeHtml } from './escapeHtml.ts'
import { exemptHtml, exemptInWords } from './exemptHtml.ts'
import { ratingShape } from './ratingShape.ts'
import { tableSize } from './tableSize.ts'

/** A table with its caption, a header that repeats on each page, and a line wherever its shown amounts do not add. */
export const tableHtml = (table: TablePart, label: string, isLandscape: boolean): string => {
  const { id, caption, columns, rows, notes, exempt } = table
  const unit = unitOfCaption(table)
  const looks = amountLooks(table)
  const body = rows.map((row) => roundingHtml(roundingOf(table, row), columns, looks) + rowHtml(row, columns, looks))
  if (body.length === 0) body.push(`<tr class="note"><td colspan="${columns.length}">None.</td></tr>`)
  // What closes the table is its foot; a note or a control below a total belongs to it.
  const cut = rows.findLastIndex(({ style }) => !closing.includes(style)) + 1 || body.length
  const { name, shares } = tableSize(table, looks, isLandscape)
  const names = ['table', name, ...(shares === null ? [] : ['shared']), ...(body.length <= SHORT ? ['whole'] : [])]
  return `<div class="${names.join(' ')}" role="group" tabindex="0" aria-labelledby="${escapeHtml(id)}-caption">
${exemptHtml(exempt)}<table id="${escapeHtml(id)}">
<caption id="${escapeHtml(id)}-caption">${escapeHtml(`${label}. ${caption}`)}${unit === '' ? '' : ` <span class="unit">(${unit})</span>`}</caption>
${shares === null ? '' : `<colgroup>${shares.map((share) => `<col style="width:${share}%">`).join('')}</colgroup>\n`}<thead><tr>${columns.map((column) => headHtml(column, table)).join('')}</tr></thead>
<tbody>
${body.slice(0, cut).join('\n')}
</tbody>
${cut >= rows.length ? '' : `<tfoot>\n${body.slice(cut).join('\n')}\n</tfoot>\n`}</table>
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>\n`).join('')}</div>`
}

/** Rows of a table that stands on one page, rather than in part on two. */
const SHORT = 14

const closing: TableRow['style'][] = ['total', 'control', 'note']

const headHtml = (column: TableColumn, table: TablePart): string => {
  const unit = unitOfColumn(column, table)
  return `<th scope="col" class="${column.kind}">${escapeHtml(unit === '' ? column.label : `${column.label} (${unit})`)}</th>`
}

const rowHtml = (row: TableRow, columns: readonly TableColumn[], looks: readonly AmountLook[]): string => {
  const mark = row.exempt === null ? '' : ` <span class="tag">${escapeHtml(exemptInWords(row.exempt))}</span>`
  return isAcross(row)
    ? `<tr class="${row.style}"><th scope="${row.style === 'band' ? 'colgroup' : 'row'}" colspan="${columns.length}">${wordsOf(row.cells[0], looks[0])}${mark}</th></tr>`
    : `<tr class="${row.style}">${columns.map((column, at) => cellHtml(row.cells[at], column, looks[at], at === 0 ? mark : null)).join('')}</tr>`
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
  gaps: ReturnType<typeof roundingOf>,
  columns: readonly TableColumn[],
  looks: readonly AmountLook[],
): string => {
  if (gaps === null) return ''
  const first = columns.findIndex(({ kind }) => kind !== 'amount')
  const cells = columns.map(({ kind }, at) => {
    if (at === first) return `<th scope="row" class="${kind}">Rounding</th>`
    const gap = gaps[at] ?? null
    const { unit = '£', pence = false } = looks[at] ?? {}
    return `<td class="${kind}">${gap === null ? '' : formatMoney(gap, unit, { pence })}</td>`
  })
  return `<tr class="note rounding">${cells.join('')}</tr>\n`
}
