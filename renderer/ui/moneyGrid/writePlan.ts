import { messages } from '../../../domain/messages.ts'
import { type Pence, ZERO } from '../../../domain/money.ts'
import {
  isEditableCell,
  type MoneyGridCell,
  type MoneyGridChange,
  type MoneyGridColumn,
  type MoneyGridRow,
} from './moneyGridRow.ts'

/** A cell that does not take what was meant for it. */
export interface RefusedCell {
  /** Where, as a person says it: `Mindwell portal, 2020/21`. */
  cell: string
  text: string
  why: string
}

/** A recorded amount that another one replaces. */
export interface OverwrittenCell {
  cell: string
  before: Pence
  after: Pence
}

/** What a paste, a fill or a clearing would do, before it is done: one change and one undo. */
export interface WritePlan {
  /** How many cells it is about. */
  cells: number
  writes: MoneyGridChange[]
  /** How many hold already what they would be given. */
  same: number
  refused: RefusedCell[]
  overwrites: OverwrittenCell[]
}

export const startPlan = (): WritePlan => ({ cells: 0, writes: [], same: 0, refused: [], overwrites: [] })

export type NameCell = (row: MoneyGridRow, column: MoneyGridColumn) => string

/** Names the cells of these rows: `Portal, 2020/21`; with the row above it where several rows are called the same. */
export const cellNames = (rows: readonly MoneyGridRow[]): NameCell => {
  const times = new Map<string, number>()
  const parents = new Map<string, string>()
  const above: MoneyGridRow[] = []
  for (const row of rows) {
    times.set(row.label, (times.get(row.label) ?? 0) + 1)
    while ((above.at(-1)?.depth ?? 0) >= row.depth) above.pop()
    const parent = above.at(-1)
    if (parent) parents.set(row.id, parent.label)
    above.push(row)
  }
  return (row, column) => {
    const parent = (times.get(row.label) ?? 0) > 1 ? parents.get(row.id) : undefined
    return [...(parent === undefined ? [] : [parent]), row.label, column.label].join(', ')
  }
}

/** Whether an amount goes below zero that was not: a correction may, and most others are slips. */
export const isNewlyBelowZero = (after: Pence, before: MoneyGridCell | undefined): boolean =>
  after < 0 && !(before?.kind === 'money' && before.amount < 0)

export const refuseCell = (plan: WritePlan, cell: string, text: string, why: string): void => {
  plan.cells += 1
  plan.refused.push({ cell, text, why })
}

interface PlannedCell {
  row: MoneyGridRow
  column: MoneyGridColumn
  name: string
}

/** Adds one cell to the plan. `null` is nothing: it clears a recorded amount to zero and leaves what is not recorded as it is. */
export const planCell = (
  plan: WritePlan,
  { row, column, name }: PlannedCell,
  amount: Pence | null,
  text: string,
): void => {
  const cell = row.cells[column.id]
  if (!isEditableCell(cell)) {
    refuseCell(plan, name, text, messages['not-editable']({}))
    return
  }
  plan.cells += 1
  const before = cell?.kind === 'money' ? cell.amount : null
  if (amount === before || (amount === null && before === ZERO)) {
    plan.same += 1
    return
  }
  const after = amount ?? ZERO
  plan.writes.push({ rowId: row.id, columnId: column.id, amount: after })
  if (before !== null) plan.overwrites.push({ cell: name, before, after })
}
