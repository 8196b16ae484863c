import { readColumnHead } from './columnHead.ts'
import { tidy } from './plainText.ts'
import type { Block } from './readDocument.ts'
import { cellsIn, gridOf, isBlank, type TableGrid, textOf } from './tableGrid.ts'
import { findTableParts, type HeadColumn, readHeadColumns, type TablePart } from './tableHeads.ts'
import type { TableSection } from './tableRows.ts'
import { type TitleCandidate, titleCandidates } from './tableTitle.ts'
import { withTextRoles } from './textColumns.ts'

/** A table as it was found: its head, its titles and the runs of rows that belong to it. */
export interface FoundTable {
  index: number
  /** Null where no row of the block names the years of its columns. */
  part: TablePart | null
  grid: TableGrid
  columns: HeadColumn[]
  titles: TitleCandidate[]
  sections: TableSection[]
  /** Rows at the foot of the block before, where a page break divides the head. */
  lead: TableSection | null
}

/** Finds the tables of a document: several in a block that prints several heads, one in blocks that go on without a head. */
export const findTables = (blocks: Block[], isCover: (block: number) => boolean): FoundTable[] => {
  const found: FoundTable[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue
    const grid = gridOf(block)
    const parts = isCover(index) ? [] : findTableParts(grid)
    const last = found.at(-1)
    if (parts.length === 0) {
      const whole: TableSection = { block: index, grid, body: { from: 0, to: grid.rows.length } }
      if (!isCover(index) && last?.part && last.grid.columns === grid.columns && isNext(blocks, last, index))
        last.sections.push(whole)
      else
        found.push({
          index,
          part: null,
          grid,
          columns: [],
          titles: titlesWithout(blocks, index),
          sections: [whole],
          lead: null,
        })
      continue
    }
    for (const part of parts) {
      const lead = last && part === parts[0] && isNext(blocks, last, index) ? leadAtFoot(last, grid) : null
      const columns = withTextRoles(grid, part, withLead(readHeadColumns(grid, part), lead))
      const titles = withLeadTitle(titleCandidates(blocks, block, index, grid, part, columns), lead)
      found.push({ index, part, grid, columns, titles, sections: [{ block: index, grid, body: part.body }], lead })
    }
  }
  return found
}

const titlesWithout = (blocks: Block[], index: number): TitleCandidate[] => {
  const block = blocks[index]
  const caption = block?.kind === 'table' ? block.caption : null
  return caption?.trim() ? [{ text: caption.trim(), cell: null, block: index }] : []
}

/** Whether nothing but empty paragraphs and page numbers stands between a table and a block without a head. */
const isNext = (blocks: Block[], { sections }: FoundTable, index: number): boolean => {
  const from = sections.at(-1)?.block ?? index
  return blocks
    .slice(from + 1, index)
    .every((block) => block.kind === 'paragraph' && /^(?:page )?\d*(?: of \d+)?$/i.test(block.text.trim()))
}

/** The words of a head that a page break divides: the last rows of the table before, after its totals and without amounts. */
const leadAtFoot = ({ sections, part }: FoundTable, next: TableGrid): TableSection | null => {
  const foot = sections.at(-1)
  if (!foot || !part || foot.grid.columns !== next.columns) return null
  const { grid, body, block } = foot
  let from = body.to
  while (from > body.from && body.to - from < LEAD_ROWS && isHeadWords(grid, from - 1)) from -= 1
  const isAfterTotals = from > body.from && cellsIn(grid, from - 1).some((cell) => /\btotals?\b/i.test(textOf(cell)))
  if (from === body.to || !isAfterTotals) return null
  foot.body = { from: body.from, to: from }
  return { block, grid, body: { from, to: body.to } }
}

/** A divided head stands on one printed row or two. */
const LEAD_ROWS = 2

/** Words over more than one column, none with a digit: no row of amounts. */
const isHeadWords = (grid: TableGrid, row: number): boolean => {
  const cells = cellsIn(grid, row).filter((cell) => !isBlank(cell))
  const beside = cells.filter(({ column }) => column > 0)
  return beside.length > 1 && beside.every((cell) => !/\d/.test(textOf(cell)))
}

const withLead = (columns: HeadColumn[], lead: TableSection | null): HeadColumn[] =>
  columns.map((column) => {
    const above = lead ? wordsAbove(lead, column.columns[0] ?? 0) : ''
    if (above === '' || column.columns.includes(0)) return column
    const head = `${above} ${column.head}`
    const { meaning, unit, why } = readColumnHead(head)
    // `FORECAST` over a year says nothing more than the year.
    const own = readColumnHead(column.head).meaning
    const best =
      meaning !== null && (own === null || meaning.kind === 'to-march' || meaning.kind === 'beyond') ? meaning : own
    if (best === null) return { ...column, head }
    const confidence = why === null ? 'read' : 'inferred'
    return { ...column, head, role: 'amount', meaning: best, unit: unit ?? column.unit, confidence, why }
  })

const wordsAbove = ({ grid, body }: TableSection, column: number): string =>
  grid.rows
    .slice(body.from, body.to)
    .map((row) => textOf(row[column]))
    .join(' ')
    .trim()

const withLeadTitle = (titles: TitleCandidate[], lead: TableSection | null): TitleCandidate[] => {
  const above = lead ? wordsAbove(lead, 0) : ''
  const [first, ...others] = titles
  if (above === '' || !first) return titles
  return [{ ...first, text: tidy(`${above} ${first.text}`) }, ...others]
}
