import type { MoneyUnit } from '../money.ts'
import { hasPrefix } from './labels.ts'
import { pairLines } from './pairLines.ts'
import type { Placing } from './placing.ts'
import type { ReadCell } from './readDocument.ts'
import type { ReadLabel, ReadRow } from './reportReading.ts'
import { cellAt, cellsOf, labelsOf, readAmounts, type Taken, understood, widthOf } from './rowCells.ts'
import { groupRows, type RowGroup } from './rowGroups.ts'
import { isNote, isSubtotalLabel, isTotalLabel, themeOfTotal } from './rowLabels.ts'
import { isBlank, type TableGrid, textOf } from './tableGrid.ts'
import type { HeadColumn, TablePart } from './tableHeads.ts'
import { themeInCell } from './textColumns.ts'

/** A run of rows of one block that belong to a table. */
export interface TableSection {
  block: number
  grid: TableGrid
  body: TablePart['body']
}

export interface RowOptions {
  columns: HeadColumn[]
  /** The unit of each amount column. */
  unitOf: (column: HeadColumn) => MoneyUnit
  isPlan: boolean
  /** Whether the format breaks lines by the width of a cell. */
  isBrokenByWidth: boolean
  isTheme: (label: string) => boolean
  /** Why the amounts of a cell are not certain; null where they are. */
  doubtOf: (block: number, cell: ReadCell) => string | null
  placing: Placing
}

/** Reads the rows under a head, and says of each cell what it was taken as. */
export const readRows = (
  sections: TableSection[],
  options: RowOptions,
): { rows: ReadRow[]; taken: Map<ReadCell, Taken> } => {
  const taken = new Map<ReadCell, Taken>()
  const rows: ReadRow[] = []
  let theme: string | null = null
  /** Whether a heading row has just named the theme, so that what stands beside its rows describes it. */
  let isHeaded = false
  const { columns } = options
  const width = options.isBrokenByWidth ? widthOf(sections, columns) : null
  const amountColumns = columns.filter(({ role }) => role === 'amount')
  const counted = new Set(
    columns.filter(({ role }) => role === 'amount' || role === 'label').flatMap((each) => each.columns),
  )
  for (const { block, grid, body } of sections) {
    const groups = groupRows(grid, body, counted)
    for (const [index, group] of groups.entries()) {
      const cells = (role: HeadColumn['role']) =>
        columns.filter((column) => column.role === role).flatMap((column) => cellsOf(group, column))
      const filled = group.cells.flat().filter((cell) => !isBlank(cell))
      if (filled.length === 0) continue
      const amountCells = amountColumns.map((column) => ({ column, cells: cellsOf(group, column) }))
      const hasAmounts = amountCells.some((each) =>
        each.cells.some((cell) => !isBlank(cell) && cell.columnSpan < grid.columns),
      )
      const [only] = filled
      const place = options.placing.ofCell(block, { row: group.rows[0] ?? 0, column: 0, page: only?.page ?? null })
      const row = (given: Partial<ReadRow> & Pick<ReadRow, 'kind'>): ReadRow => ({
        key: `${block}:${group.rows[0]}`,
        name: null,
        theme,
        labels: [],
        cells: [],
        place,
        confidence: 'read',
        why: null,
        ...given,
      })
      const blankCells = (): ReadRow['cells'] => amountCells.map((each) => cellAt(each, block, group, options, []))

      if (filled.length === 1 && only && !hasAmounts) {
        const words = textOf(only)
        const [label] = labelsOf([only], block, width, options)
        const kind = kindOfLoneText(only, grid, options, groups[index + 1])
        if (kind === 'theme') {
          const named = themeInCell(only, options.isBrokenByWidth)
          isHeaded = true
          theme = named.theme ?? label?.name ?? words
          taken.set(only, understood('theme'))
          rows.push(
            row({ kind: 'theme', theme, name: { kind: 'theme', printed: theme }, labels: label ? [label] : [] }),
          )
          continue
        }
        if (kind === 'note') {
          taken.set(only, understood('note'))
          rows.push(row({ kind: 'note', labels: label ? [label] : [] }))
          continue
        }
        if (kind === 'description') {
          taken.set(only, understood('description'))
          continue
        }
      }

      const themeCells = cells('theme').filter((cell) => !isBlank(cell))
      const isLabelInTheme = cells('label').every(isBlank) && hasAmounts
      if (!isLabelInTheme) {
        for (const cell of themeCells) {
          const said = isHeaded ? { theme: null } : themeInCell(cell, options.isBrokenByWidth)
          isHeaded = false
          if (said.theme !== null) theme = said.theme
          const isOwnTheme = said.theme !== null
          taken.set(cell, understood(isOwnTheme ? 'theme' : 'description'))
          if (isOwnTheme && theme !== null) rows.push(themeRow(cell, block, theme, options))
        }
      }
      for (const cell of cells('description')) if (!isBlank(cell)) taken.set(cell, understood('description'))
      const labelCells = isLabelInTheme ? themeCells : cells('label').filter((cell) => !isBlank(cell))
      const labels = labelsOf(labelCells, block, width, options)
      for (const cell of labelCells) taken.set(cell, understood('label'))
      if (!hasAmounts && labels.length === 0) continue
      const read = amountCells.map((each) => readAmounts(each, block, group, options, labels.length < 2))
      for (const each of read) for (const [cell, cellTaken] of each.taken) taken.set(cell, cellTaken)
      const withAmounts = read.map((each) => each.cell)
      const text = labels.map((label) => label.name).join(' ')
      if (labels.length === 0) {
        rows.push(
          row({ kind: 'unknown', cells: withAmounts, confidence: 'not-understood', why: 'Its amounts have no label.' }),
        )
      } else if (labels.length === 1 && isTotalLabel(text)) {
        const isSub = isSubtotalLabel(text)
        rows.push(row({ kind: isSub ? 'subtotal' : 'total', labels, cells: withAmounts }))
      } else if (labels.length === 1) {
        rows.push(lineRow(row, labels, withAmounts, options))
      } else {
        const pairs = pairLines(
          labels,
          read.map((each) => each.cell),
          labelCells,
        )
        if (!hasAmounts) {
          for (const [at, label] of labels.entries()) {
            rows.push(
              row({ kind: 'line', key: `${block}:${group.rows[0]}:${at}`, labels: [label], cells: blankCells() }),
            )
          }
        } else if (pairs) {
          for (const [at, pair] of pairs.rows.entries()) {
            rows.push(
              row({
                kind: 'line',
                key: `${block}:${group.rows[0]}:${at}`,
                labels: [pair.label],
                cells: pair.cells,
                confidence: 'inferred',
                why: pairs.why,
              }),
            )
          }
        } else {
          const why = 'Several labels stand beside amounts that are not one for each of them.'
          rows.push(row({ kind: 'split', labels, cells: withAmounts, confidence: 'inferred', why }))
        }
      }
    }
  }
  return { rows: settleTotals(rows, options), taken }
}

function kindOfLoneText(
  cell: ReadCell,
  grid: TableGrid,
  { columns, isPlan, isTheme, isBrokenByWidth }: RowOptions,
  next: RowGroup | undefined,
): 'theme' | 'note' | 'description' | 'line' {
  const text = textOf(cell)
  if (isNote(text)) return 'note'
  if (hasPrefix(text) || isTotalLabel(text)) return 'line'
  const column = columns.find((each) => each.columns.includes(cell.column))
  const isWide = cell.columnSpan > 1 && cell.columnSpan >= grid.columns - 1
  if (!isPlan) return isWide || cell.isHeader ? 'note' : 'line'
  if (column?.role === 'description') return 'description'
  if (isWide || cell.isHeader || isTheme(text)) return 'theme'
  if (column?.role === 'theme') return themeInCell(cell, isBrokenByWidth).theme === null ? 'description' : 'theme'
  const following = next?.cells.flat().find((each) => !isBlank(each))
  return following && hasPrefix(textOf(following)) ? 'theme' : 'line'
}

const themeRow = (cell: ReadCell, block: number, theme: string, { placing }: RowOptions): ReadRow => ({
  key: `${block}:${cell.row}:theme`,
  kind: 'theme',
  name: { kind: 'theme', printed: theme },
  theme,
  labels: [],
  cells: [],
  place: placing.ofCell(block, cell),
  confidence: 'read',
  why: null,
})

function lineRow(
  row: (given: Partial<ReadRow> & Pick<ReadRow, 'kind'>) => ReadRow,
  labels: ReadLabel[],
  cells: ReadRow['cells'],
  { isPlan, isTheme }: RowOptions,
): ReadRow {
  const [label] = labels
  if (cells.some(({ amounts }) => amounts.length > 1)) {
    const why = 'One label stands beside several amounts.'
    return row({ kind: 'split', labels, cells, confidence: 'inferred', why })
  }
  if (isPlan && label && !hasPrefix(label.printed) && isTheme(label.name)) {
    const why = 'The row has the name of a theme: its amounts are taken as those of the theme together.'
    return row({ kind: 'subtotal', theme: label.name, labels, cells, confidence: 'inferred', why })
  }
  return row({ kind: 'line', labels, cells })
}

/** Only the last total of a table is its total; the others are of a part. A last row without a label is a total too. */
function settleTotals(rows: ReadRow[], { isPlan }: RowOptions): ReadRow[] {
  const counted = rows.filter(({ kind }) => !['note', 'theme'].includes(kind))
  const last = counted.at(-1)
  const total = counted.findLast(({ kind }) => kind === 'total')
  const lastIsBare = last?.kind === 'unknown' && counted.length > 1
  const settled = rows.map((row): ReadRow => {
    if (row === last && lastIsBare && total === undefined) {
      return {
        ...row,
        kind: 'total',
        theme: null,
        confidence: 'inferred',
        why: 'The last row has amounts and no label.',
      }
    }
    if (row.kind === 'total' && row === total) return { ...row, theme: null }
    return row.kind === 'total' || row.kind === 'subtotal' ? subtotalOf(row, isPlan) : row
  })
  const themesWithLines = new Set(
    settled.filter(({ kind }) => kind === 'line' || kind === 'split').map(({ theme }) => theme),
  )
  return settled.map((row): ReadRow => {
    if (row.kind !== 'subtotal' || isTotalLabel(row.labels[0]?.name ?? '') || themesWithLines.has(row.theme)) return row
    return { ...row, kind: 'line', name: { kind: 'theme', printed: row.theme ?? '' }, confidence: 'read', why: null }
  })
}

function subtotalOf(row: ReadRow, isPlan: boolean): ReadRow {
  const named = themeOfTotal(row.labels[0]?.name ?? '')
  return { ...row, kind: 'subtotal', theme: isPlan && named !== '' && row.theme === null ? named : row.theme }
}
