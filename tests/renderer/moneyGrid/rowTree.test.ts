import { expect, test } from 'vitest'
import type { MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'
import { type RowNode, rowTree } from '../../../renderer/ui/moneyGrid/rowTree.ts'

const row = (id: string, depth: number): MoneyGridRow => ({ id, label: id, depth, isParent: false, cells: {} })

const drawn = (nodes: readonly RowNode[]): string =>
  nodes.map((node) => (node.children.length === 0 ? node.row.id : `${node.row.id}(${drawn(node.children)})`)).join(' ')

test('rows stand under the nearest row above them that is less deep', () => {
  const rows = [row('a', 1), row('a1', 2), row('a11', 3), row('a2', 2), row('b', 1), row('b1', 3), row('c', 1)]
  expect(drawn(rowTree(rows))).toBe('a(a1(a11) a2) b(b1) c')
  expect(rowTree([])).toEqual([])
})
