import { formatMoney } from '../../domain/money.ts'
import { amountLooks } from '../model/amountLooks.ts'
import { type AmountLook, cellText } from '../model/cellText.ts'
import { columnWidths } from '../model/columnWidths.ts'
import { isShortTable, type RowWords } from '../model/isShortTable.ts'
import { roomAcross } from '../model/pageRoom.ts'
import { roundingOf } from '../model/roundingOf.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../model/tablePart.ts'
import { type TablePiece, tablePieces } from '../model/tablePieces.ts'
import { unitOfCaption, unitOfColumn } from '../model/unitInWords.ts'
import { escapeHtml } from './escapeHtml.ts'
import { exemptHtml, exemptInWords } from './exemptHtml.ts'
import { ratingShape } from './ratingShape.ts'

/** A table with its caption, a header that repeats on each page, and a line wherever its shown amounts do not add. */
export const tableHtml = (table: TablePart, label: string, isLandscape: boolean): string =>
  tablePieces(table, isLandscape)
    .map((piece, at, { length }) =>
      pieceHtml(piece, {
        id: at === 0 ? table.id : `${table.id}-further-${at}`,
        label: at === 0 ? label : `${label}, further columns`,
        exempt: at === 0 ? exemptHtml(table.exempt) : '',
        isLandscape,
        isCrowded: length > 1 || piece.points === SMALLEST,
      }),
    )
    .join('\n')

/** Of the letters of tables, in points. */
const SMALLEST = 7

interface Place {
  id: string
  label: string
  /** The mark of a table that is exempt. */
  exempt: string
  isLandscape: boolean
  /** Where there is no room to spare, a browser would leave a column of sentences one word wide. */
  isCrowded: boolean
}

const pieceHtml = (
  { table, points, isWide }: TablePiece,
  { id, label, exempt, isLandscape, isCrowded }: Place,
): string => {
  const { caption, columns, rows, notes } = table
  const unit = unitOfCaption(table)
  const looks = amountLooks(table)
  const body = rows.map((row) => roundingHtml(roundingOf(table, row), columns, looks) + rowHtml(row, columns, looks))
  if (body.length === 0) body.push(`<tr class="note"><td colspan="${columns.length}">None.</td></tr>`)
  // What closes the table is its foot; a note or a control below a total belongs to it.
  const cut = rows.findLastIndex(({ style }) => !closing.includes(style)) + 1 || body.length
  const across = roomAcross(isLandscape || isWide)
  const widths = columnWidths(table, { looks, points, across })
  const isShort = isShortTable(wordsOfRows(table, looks), { widths, points, isLandscape: isLandscape || isWide })
  const names = [
    'table',
    ...(isWide ? ['wide'] : []),
    sizeNames[points] ?? 'usual',
    ...(isCrowded ? ['shared'] : []),
    ...(isShort ? ['whole'] : []),
  ]
  const shares = widths.map((width) => Math.round((1000 * width) / across) / 10)
  return `<div class="${names.join(' ')}" role="group" tabindex="0" aria-labelledby="${escapeHtml(id)}-caption">
${exempt}<table id="${escapeHtml(id)}">
<caption id="${escapeHtml(id)}-caption">${escapeHtml(`${label}. ${caption}`)}${unit === '' ? '' : ` <span class="unit">(${unit})</span>`}</caption>
${isCrowded ? `<colgroup>${shares.map((share) => `<col style="width:${share}%">`).join('')}</colgroup>\n` : ''}<thead><tr>${columns.map((column) => headHtml(column, table)).join('')}</tr></thead>
<tbody>
${body.slice(0, cut).join('\n')}
</tbody>
${cut >= rows.length ? '' : `<tfoot>\n${body.slice(cut).join('\n')}\n</tfoot>\n`}</table>
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>\n`).join('')}</div>`
}

/** By the size of the letters, for the style sheet. */
const sizeNames: Record<number, string> = { 8: 'small', [SMALLEST]: 'smaller' }

const wordsOfRows = ({ rows, columns, unit }: TablePart, looks: readonly AmountLook[]): RowWords[] =>
  rows.map((row) => ({
    isAcross: isAcross(row),
    words: columns.map((_, at) => cellText(row.cells[at] ?? { kind: 'blank' }, looks[at] ?? { unit, pence: false })),
  }))

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
