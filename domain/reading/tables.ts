import type { MoneyUnit } from '../money.ts'
import type { Mended } from './brokenLines.ts'
import { unitInWords } from './columnHead.ts'
import { type FoundTable, findTables } from './findTables.ts'
import type { Placing } from './placing.ts'
import { tidy } from './plainText.ts'
import type { ReadCell, ReadDocument } from './readDocument.ts'
import type { ReadColumn, ReadTable, ReadTableCell, TableKind } from './reportReading.ts'
import { COVER } from './sections.ts'
import { isBlank, textOf } from './tableGrid.ts'
import type { HeadColumn } from './tableHeads.ts'
import { readRows } from './tableRows.ts'
import { isLikeSource, kindInTitle, type TitleCandidate } from './tableTitle.ts'

interface TableOptions {
  placing: Placing
  /** Whether the cover was read from a block. */
  isOfCover: (block: number) => boolean
  /** Why the amounts of a cell are not certain; null where they are. */
  doubtOf: Mended['doubtOf']
  linesOf: Mended['linesOf']
  /** Names of themes that are known already. */
  isTheme: (label: string) => boolean
}

/** Finds the tables of a document and reads each; every cell that is not empty is in one of them. */
export const readTables = (document: ReadDocument, options: TableOptions): ReadTable[] => {
  const found = findTables(
    document.blocks,
    (block) => options.isOfCover(block) && options.placing.ofBlock(block).section === COVER,
  )
  const kinds = found.map((table) => kindOf(table))
  // The rows of the council's tables name the themes that a plan groups its lines by.
  const themeLabels = new Set<string>()
  const read = (table: FoundTable, at: number): ReadTable =>
    readTable(table, kinds[at] ?? unknownKind, at, document, {
      ...options,
      isTheme: (label) => themeLabels.has(tidy(label).toLowerCase()) || options.isTheme(label),
    })
  const tables = new Map<number, ReadTable>()
  for (const isPlan of [false, true]) {
    for (const [at, table] of found.entries()) {
      if ((kinds[at]?.kind === 'expenditure-plan') !== isPlan) continue
      const done = read(table, at)
      tables.set(at, done)
      if (done.kind !== 'authority') continue
      for (const row of done.rows) {
        if (row.kind === 'line') for (const { name } of row.labels) themeLabels.add(tidy(name).toLowerCase())
      }
    }
  }
  return found.flatMap((_, at) => tables.get(at) ?? [])
}

interface Kind {
  kind: TableKind
  confidence: ReadTable['confidence']
  why: string | null
}

const unknownKind: Kind = {
  kind: 'unknown',
  confidence: 'not-understood',
  why: 'No row says which years its columns are.',
}

/** By its titles, the nearest first; where none tells, by its rows and columns. */
function kindOf(table: FoundTable): Kind {
  if (!table.part) return unknownKind
  const labelColumns = table.columns.filter(({ role }) => role === 'label' || role === 'theme')
  const labels = table.sections.flatMap(({ grid, body }) =>
    grid.rows.slice(body.from, body.to).map((row) => textOf(row[labelColumns.at(-1)?.column ?? 0])),
  )
  const rows = labels.filter((label) => label !== '' && !/total/i.test(label))
  const isOfSources = rows.length > 0 && rows.filter(isLikeSource).length * 2 > rows.length
  for (const { text } of table.titles) {
    const kind = kindInTitle(text)
    if (kind !== null) return { kind, confidence: 'read', why: null }
  }
  const why = 'No title says what the table is: it is told by its rows and columns.'
  if (isOfSources) return { kind: 'funding', confidence: 'inferred', why }
  const hasTotal = table.columns.some(({ meaning }) => meaning?.kind === 'total')
  const isCouncils = table.columns.some(({ meaning }) => meaning?.kind === 'to-march' || meaning?.kind === 'beyond')
  const kind = isCouncils || (hasTotal && labelColumns.length < 2) ? 'authority' : 'expenditure-plan'
  return { kind, confidence: 'inferred', why }
}

function readTable(
  table: FoundTable,
  { kind, confidence, why }: Kind,
  at: number,
  document: ReadDocument,
  options: TableOptions,
): ReadTable {
  const { placing, isOfCover } = options
  const [nearest] = table.titles
  const title = table.titles.find(({ text }) => kindInTitle(text) !== null) ?? nearest
  const unit = unitOfTable(table, placing)
  const unitOf = (column: HeadColumn): MoneyUnit => column.unit ?? unit.value ?? '£'
  const isPlan = kind === 'expenditure-plan'
  const isBrokenByWidth = document.format === 'pdf'
  const { rows, taken } = table.part
    ? readRows(table.sections, {
        columns: table.columns,
        unitOf,
        isPlan,
        isBrokenByWidth,
        isTheme: options.isTheme,
        doubtOf: options.doubtOf,
        placing,
      })
    : { rows: [], taken: new Map<ReadCell, Pick<ReadTableCell, 'as' | 'confidence' | 'why'>>() }
  const columns = table.columns.map(
    ({ columns: _, cell, unit: _unit, ...column }): ReadColumn => ({
      ...column,
      unit: unitOf({ ...column, columns: _, cell, unit: _unit }),
      place: placing.ofCell(
        table.index,
        cell ?? { row: table.part?.head.from ?? 0, column: column.column, page: null },
      ),
    }),
  )
  return {
    key: `table-${at + 1}`,
    kind,
    title: title
      ? {
          value: tidy(title.text),
          text: title.text,
          place: title.cell ? placing.ofCell(title.block, title.cell) : placing.ofBlock(title.block),
          confidence: 'read',
          why: null,
        }
      : { value: null, text: '', place: null, confidence: 'not-understood', why: 'It has no title.' },
    unit,
    place: placing.ofBlock(table.index),
    columns,
    rows,
    cells: cellsOf(table, title, taken, options),
    ...(table.part === null && isOfCover(table.index) ? ofCover : { confidence, why }),
  }
}

const ofCover = { confidence: 'read', why: null } as const

/** The unit that its heads print or, where they print none, its titles. */
function unitOfTable({ columns, titles, sections, part }: FoundTable, placing: Placing): ReadTable['unit'] {
  const amounts = columns.filter(({ role }) => role === 'amount')
  const units = [...new Set(amounts.flatMap(({ unit }) => unit ?? []))]
  const [only] = units
  const headed = amounts.find(({ unit }) => unit === only)
  const [first] = sections
  if (units.length === 1 && only && headed && first) {
    const cell = headed.cell ?? { row: part?.head.from ?? 0, column: headed.column, page: null }
    const place = placing.ofCell(first.block, cell)
    return { value: only, text: headed.head, place, confidence: 'read', why: null }
  }
  if (units.length > 1) {
    return { value: null, text: '', place: null, confidence: 'inferred', why: 'Its columns have units of their own.' }
  }
  for (const { text, cell, block } of titles) {
    const unit = unitInWords(text)
    const place = cell ? placing.ofCell(block, cell) : placing.ofBlock(block)
    if (unit !== null) return { value: unit, text, place, confidence: 'read', why: null }
  }
  if (amounts.length === 0)
    return { value: null, text: '', place: null, confidence: 'not-understood', why: 'It prints no unit.' }
  return {
    value: '£',
    text: '',
    place: null,
    confidence: 'inferred',
    why: 'It prints no unit: its amounts are read in pounds.',
  }
}

/** All cells with words of its rows, each once, with what it was taken as. */
function cellsOf(
  table: FoundTable,
  title: TitleCandidate | undefined,
  taken: Map<ReadCell, Pick<ReadTableCell, 'as' | 'confidence' | 'why'>>,
  { placing, isOfCover, linesOf }: TableOptions,
): ReadTableCell[] {
  const head = table.part?.head
  const sections = table.lead ? [table.lead, ...table.sections] : table.sections
  return sections.flatMap(({ block, grid, body }) => {
    const from = head && block === table.index ? Math.min(head.from, body.from) : body.from
    return grid.cells
      .filter((cell) => !isBlank(cell) && cell.row >= from && cell.row < body.to)
      .sort((one, other) => one.row - other.row || one.column - other.column)
      .map((cell): ReadTableCell => {
        const as =
          taken.get(cell) ??
          (isOfCover(block)
            ? { as: 'cover' as const, confidence: 'read' as const, why: null }
            : (head && block === table.index && cell.row < head.to) || block === table.lead?.block
              ? headCell(table, cell, title)
              : leftOver(table, cell))
        return { place: placing.ofCell(block, cell), text: linesOf(block, cell).join('\n'), ...as }
      })
  })
}

const headCell = (table: FoundTable, cell: ReadCell, title: TitleCandidate | undefined) => {
  const as = cell === title?.cell ? ('title' as const) : ('head' as const)
  const column = table.columns.find((each) => each.cell === cell)
  const isUnknown = column?.role === 'other' && column.confidence === 'not-understood' && as === 'head'
  return isUnknown
    ? { as, confidence: 'not-understood' as const, why: column.why }
    : { as, confidence: column?.confidence ?? ('read' as const), why: column?.why ?? null }
}

const leftOver = ({ part, columns }: FoundTable, cell: ReadCell) => {
  const column = columns.find((each) => each.columns.includes(cell.column))
  const why = !part ? unknownKind.why : column?.role === 'other' ? (column.why ?? null) : 'It fits no row of the table.'
  return { as: 'unknown' as const, confidence: 'not-understood' as const, why }
}
