import { tidy } from './plainText.ts'
import type { Block, ReadCell, TableBlock } from './readDocument.ts'
import type { TableKind } from './reportReading.ts'
import { cellsIn, isBlank, type TableGrid, textOf } from './tableGrid.ts'
import type { HeadColumn, TablePart } from './tableHeads.ts'

/** Words over a table that may name it, the nearest first. */
export interface TitleCandidate {
  text: string
  /** The cell it is printed in; else the block. */
  cell: ReadCell | null
  block: number
}

/** Longer paragraphs are text, not a title. */
const LONGEST_TITLE = 160
/** How many paragraphs above a table can name it. */
const PARAGRAPHS_ABOVE = 2

const generic =
  /^(?:themes?|schemes?|projects?|source(?:s)?(?: of funding)?|funding source|description|objectives?|details?|item|line)$/i

export const titleCandidates = (
  blocks: Block[],
  block: TableBlock,
  index: number,
  grid: TableGrid,
  part: TablePart,
  columns: HeadColumn[],
): TitleCandidate[] => {
  const at = index
  const inTable: TitleCandidate[] = []
  for (let row = part.head.to - 1; row >= part.head.from; row -= 1) {
    for (const cell of cellsIn(grid, row)) {
      const isOverText = columns.some(({ role, columns: own }) => role !== 'amount' && own.includes(cell.column))
      const isWide = cell.columnSpan === grid.columns
      if (isBlank(cell) || !(isOverText || isWide) || generic.test(tidy(textOf(cell)))) continue
      if (!inTable.some((known) => known.cell === cell)) inTable.push({ text: textOf(cell), cell, block: at })
    }
  }
  if (part.head.from > 0) return inTable
  const caption = block.caption?.trim() ? [{ text: block.caption.trim(), cell: null, block: at }] : []
  return [...inTable, ...caption, ...titlesAbove(blocks, index)]
}

function titlesAbove(blocks: Block[], index: number): TitleCandidate[] {
  const found: TitleCandidate[] = []
  for (let at = index - 1; at >= 0 && found.length < PARAGRAPHS_ABOVE; at -= 1) {
    const above = blocks[at]
    if (above?.kind !== 'paragraph') break
    if (above.text.trim() === '') continue
    if (above.headingLevel === null && above.text.length > LONGEST_TITLE) break
    found.push({ text: above.text.trim(), cell: null, block: at })
    if (above.headingLevel !== null) break
  }
  return found
}

/** What kind of table a title speaks of; null where it does not tell. */
export const kindInTitle = (title: string): TableKind | null => {
  const words = tidy(title).toLowerCase()
  const isAuthority = /\bauthorit|\bats\b|\bapprov/.test(words)
  if (isAuthority && /\b(?:previous(?:ly)?|prior|existing|already|earlier|to date|so far|last)\b/.test(words)) {
    return 'previous-authority'
  }
  // `Capital Funding & Cash Flow` is the heading of all three tables.
  if (/\bcash ?flow\b/.test(words)) return null
  if (/\b(?:funding|funded|financing|financed|resources|resourcing)\b/.test(words) && !isAuthority) return 'funding'
  if (/\bauthority\b|\bats\b|\brequired for this approval\b|\bapproval (?:sought|requested)\b/.test(words))
    return 'authority'
  if (/\bappendix\b|\bplans?\b|\bplanned\b|\bexpenditure by scheme\b|\bbreakdown\b|\bschemes\b/.test(words)) {
    return 'expenditure-plan'
  }
  return /\bexpenditure required\b|\bapproval\b/.test(words) ? 'authority' : null
}

const sourceWords =
  /\b(?:grants?|borrowing|contributions?|receipts?|reserves?|s(?:ection)? ?106|cil|revenue|rcco|loans?|levy|dfg|funding|capital fund)\b/i

/** Whether a label is likely to be where money comes from. */
export const isLikeSource = (label: string): boolean => sourceWords.test(label)
