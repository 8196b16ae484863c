import type { Id } from '../../../domain/id.ts'
import { sum } from '../../../domain/money.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'

interface Item {
  id: Id
  name: string
  themeId: Id | null
  href?: string
}

/** Themes with what belongs to them below, each column of a theme added up, and the programme's total. */
export const themeRows = <Of extends Item>(
  themes: readonly { id: Id; name: string }[],
  items: readonly Of[],
  columns: readonly MoneyGridColumn[],
  cellsOf: (item: Of) => Record<string, MoneyGridCell>,
): { rows: MoneyGridRow[]; total: MoneyGridRow } => {
  const rows: MoneyGridRow[] = []
  const all: MoneyGridRow[] = []
  for (const { id, name } of [...themes, { id: null, name: 'No theme' }]) {
    const children = items
      .filter(({ themeId }) => themeId === id)
      .map(
        (item): MoneyGridRow => ({
          id: item.id,
          label: item.name,
          depth: 2,
          isParent: false,
          href: item.href,
          cells: cellsOf(item),
        }),
      )
    if (children.length === 0) continue
    all.push(...children)
    const cells = addedUp(columns, children)
    rows.push({ id: `theme ${id}`, label: name, depth: 1, isParent: true, look: 'group', cells }, ...children)
  }
  const cells = addedUp(columns, all)
  return { rows, total: { id: 'total', label: 'Programme total', depth: 1, isParent: false, look: 'total', cells } }
}

/** A column where nobody has said anything stays without an amount. */
const addedUp = (columns: readonly MoneyGridColumn[], rows: readonly MoneyGridRow[]): Record<string, MoneyGridCell> =>
  Object.fromEntries(
    columns.map(({ id }): [string, MoneyGridCell] => {
      const amounts = rows.flatMap(({ cells }) => {
        const cell = cells[id]
        return cell?.kind === 'money' ? [cell.amount] : []
      })
      if (amounts.length > 0) return [id, { kind: 'money', amount: sum(amounts) }]
      const isMoney = rows.some(({ cells }) => cells[id]?.kind === 'missing')
      return [id, isMoney ? { kind: 'missing', missing: 'none' } : { kind: 'blank' }]
    }),
  )
