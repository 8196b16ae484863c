import { messages } from '../../../domain/messages.ts'
import { type MoneyUnit, type Pence, readToPenny } from '../../../domain/money.ts'
import { messageOf } from '../../lib/failure.ts'
import type { CellRange } from './cellRange.ts'
import { shownWords } from './cellWords.ts'
import { isEditableCell, type MoneyGridCell, type MoneyGridColumn, type MoneyGridRow } from './moneyGridRow.ts'
import type { PastedCell } from './readClipboard.ts'
import { cellNames, isNewlyBelowZero, planCell, refuseCell, startPlan, type WritePlan } from './writePlan.ts'

/** The amounts pasted stand that many times above, or below, those of the table. */
export interface FactorDoubt {
  times: 1000 | 1_000_000
  isLarger: boolean
}

export interface PastePlan extends WritePlan {
  doubt: FactorDoubt | null
  /** How many cells go below zero that were not. */
  belowZero: number
  /** How many amounts carry no £, k or m, and are what they are by the unit that they are read in. */
  unmarked: number
  /** How many had fractions of a penny, which are rounded. */
  rounded: number
  /** Nothing is refused, replaced, in doubt or below zero: it can be written without a question. A single cell may be replaced. */
  isClean: boolean
}

/**
 * What pasting the block would do. `rows` and `columns` are those shown, so that what a closed row hides is passed over. A block
 * is repeated over a range that holds it a whole number of times; otherwise it starts at the range's first cell. Headings of
 * this table that were copied along are passed over.
 */
export const planPaste = (
  copied: readonly PastedCell[][],
  at: CellRange,
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
  unit: MoneyUnit,
): PastePlan => {
  const block = withoutHeadings(copied, at, rows, columns)
  const [height, width] = [block.length, Math.max(0, ...block.map((row) => row.length))]
  const plan: PastePlan = { ...startPlan(), doubt: null, belowZero: 0, unmarked: 0, rounded: 0, isClean: false }
  if (height === 0 || width === 0) return plan

  const nameCell = cellNames(rows)
  const [down, across] = [at.bottom - at.top + 1, at.right - at.left + 1]
  const isRepeated = down % height === 0 && across % width === 0
  for (let y = 0; y < (isRepeated ? down : height); y += 1) {
    for (let x = 0; x < (isRepeated ? across : width); x += 1) {
      const pasted = block[y % height]?.[x % width] ?? { text: '' }
      const [row, column] = [rows[at.top + y], columns[at.left + x]]
      if (row && column) placeCell(plan, pasted, { row, column, name: nameCell(row, column) }, unit)
      else
        refuseOutside(
          plan,
          pasted,
          row?.label ?? `row ${y + 1} of what was pasted`,
          column?.label ?? `column ${x + 1} of it`,
        )
    }
  }
  plan.doubt = doubtOf(plan, rows, columns)
  const replaces = plan.overwrites.length > 0 && plan.cells > 1
  plan.isClean = plan.refused.length === 0 && plan.doubt === null && plan.belowZero === 0 && !replaces
  return plan
}

function refuseOutside(plan: PastePlan, pasted: PastedCell, row: string, column: string): void {
  const text = pasted.text.trim()
  if (text !== '') refuseCell(plan, `${row}, ${column}`, shortened(text), messages['outside-table']({}))
}

interface Target {
  row: MoneyGridRow
  column: MoneyGridColumn
  name: string
}

function placeCell(plan: PastePlan, pasted: PastedCell, target: Target, unit: MoneyUnit): void {
  const text = pasted.text.trim()
  const { row, column, name } = target
  const cell = row.cells[column.id]
  const isEditable = isEditableCell(cell)
  if (!isEditable && saysTheSame(cell, text, unit)) {
    plan.cells += 1
    plan.same += 1
    return
  }
  const read = isNothing(text) ? null : isEditable ? readPasted(pasted, text, unit) : null
  if (typeof read === 'string') {
    refuseCell(plan, name, shortened(text), read)
    return
  }
  if (read?.isRounded) plan.rounded += 1
  if (read && !/[£km]/i.test(text)) plan.unmarked += 1
  if (read && isNewlyBelowZero(read.amount, cell)) plan.belowZero += 1
  planCell(plan, target, read?.amount ?? null, shortened(text))
}

/** A heading or total that was copied along and holds nothing new is no refusal. */
function saysTheSame(cell: MoneyGridCell | undefined, text: string, unit: MoneyUnit): boolean {
  if (isNothing(text)) return true
  if (cell?.kind !== 'money') return shownWords(cell, { unit, pence: false }) === text
  const read = readPasted({ text }, text, unit)
  return (
    typeof read !== 'string' &&
    shownWords({ ...cell, amount: read.amount }, { unit, pence: false }) === shownWords(cell, { unit, pence: false })
  )
}

/** Accountants write a dash for no amount. */
const isNothing = (text: string): boolean => /^(?:[-\u2010-\u2014\u2212]|none)?$/i.test(text)

/** Only a sign may stand before a pasted amount: `2020/21` and `20-08-2020` are not sums. */
const isOneAmount = (text: string): boolean =>
  /^£?\s*[-+(\u2010-\u2013\u2212]?[^-+*/×÷=\u2010-\u2014\u2212]*$/.test(text)

function readPasted(pasted: PastedCell, text: string, unit: MoneyUnit): { amount: Pence; isRounded: boolean } | string {
  if (!isOneAmount(text)) return messages['text-in-amount']({ text: shortened(text) })
  try {
    return readToPenny(pasted.exact ?? text, unit)
  } catch (error) {
    return /[a-z]{2}|#/i.test(text)
      ? messages['text-in-amount']({ text: shortened(text) })
      : messageOf({ data: { failure: error } })
  }
}

const LONGEST_SHOWN = 60

const shortened = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text)

/** The copied block without the headings of the very columns and rows that it is pasted on. */
function withoutHeadings(
  block: readonly PastedCell[][],
  { top, left }: CellRange,
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
): readonly PastedCell[][] {
  for (const [skippedRows, skippedColumns] of [
    [1, 1],
    [1, 0],
    [0, 1],
  ] as const) {
    const inner = block.slice(skippedRows).map((row) => row.slice(skippedColumns))
    const hasColumnHeadings =
      skippedRows === 0 ||
      block[0]?.slice(skippedColumns).every(({ text }, x) => text.trim() === columns[left + x]?.label)
    const hasRowHeadings =
      skippedColumns === 0 || block.slice(skippedRows).every((row, y) => row[0]?.text.trim() === rows[top + y]?.label)
    if (hasColumnHeadings && hasRowHeadings && inner.length > 0 && inner[0]?.length) return inner
  }
  return block
}

/** Medians within five times of the factor count as the factor: amounts of one table vary that much. */
const FACTOR_RANGE = { low: 0.2, high: 5 }
/** An amount that replaces its own thousandfold is that to within rounding. */
const PAIR_RANGE = { low: 0.95, high: 1.05 }

/** Whether the amounts are about 1,000 or 1,000,000 times those of the table, as when pounds are read as £000 (B3 D10). */
function doubtOf(
  plan: PastePlan,
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
): FactorDoubt | null {
  const pasted = sizes(plan.writes.map(({ amount }) => amount))
  const inTable = amountsIn(rows, columns, isEditableCell)
  const there = sizes(inTable.length > 0 ? inTable : amountsIn(rows, columns, () => true))
  if (pasted.length === 0 || there.length === 0) return null

  const pairs = plan.overwrites.flatMap(({ before, after }) =>
    before === 0 || after === 0 ? [] : [Math.abs(after) / Math.abs(before)],
  )
  const ratio = median(pasted) / median(there)
  for (const times of [1000, 1_000_000] as const) {
    for (const isLarger of [true, false]) {
      const factor = isLarger ? times : 1 / times
      const ofPairs = pairs.filter((pair) => isNear(pair, factor, PAIR_RANGE)).length
      if (isNear(ratio, factor, FACTOR_RANGE) || (ofPairs > 0 && ofPairs * 2 >= pairs.length))
        return { times, isLarger }
    }
  }
  return null
}

const isNear = (ratio: number, factor: number, range: { low: number; high: number }): boolean =>
  ratio >= factor * range.low && ratio <= factor * range.high

function amountsIn(
  rows: readonly MoneyGridRow[],
  columns: readonly MoneyGridColumn[],
  counts: (cell: MoneyGridCell) => boolean,
): Pence[] {
  const amounts: Pence[] = []
  for (const { cells } of rows) {
    for (const { id } of columns) {
      const cell = cells[id]
      if (cell?.kind === 'money' && cell.amount !== 0 && counts(cell)) amounts.push(cell.amount)
    }
  }
  return amounts
}

const sizes = (amounts: readonly Pence[]): number[] => amounts.filter((amount) => amount !== 0).map(Math.abs)

function median(amounts: readonly number[]): number {
  // Sorted as numbers by itself, and much faster than a list.
  const sorted = Float64Array.from(amounts).sort()
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
