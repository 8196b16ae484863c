import type { MoneyGridRow } from './moneyGridRow.ts'

export interface RowNode {
  row: MoneyGridRow
  children: RowNode[]
}

/** Rows that follow their parent one level deeper, as a tree. */
export const rowTree = (rows: readonly MoneyGridRow[]): RowNode[] => {
  const roots: RowNode[] = []
  const parents: RowNode[] = []
  for (const row of rows) {
    const node = { row, children: [] }
    while ((parents.at(-1)?.row.depth ?? 0) >= row.depth) parents.pop()
    const siblings = parents.at(-1)?.children ?? roots
    siblings.push(node)
    parents.push(node)
  }
  return roots
}
