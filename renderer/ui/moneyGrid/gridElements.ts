import type { GridPosition } from './gridState.ts'
import type { MoneyGridRow } from './moneyGridRow.ts'

/** The place of the cell that an element stands in; null outside all of them. */
export const positionOf = (target: EventTarget, shown: readonly MoneyGridRow[]): GridPosition | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  const row = cell ? shown[Number(cell.dataset.row)] : undefined
  return cell && row ? { rowId: row.id, column: Number(cell.dataset.column) } : null
}

/** Brings a cell out from under the sticky boxes. A total is one of them, and only goes sideways. */
export const showCell = (cell: HTMLElement | null, frame: HTMLElement | null): void => {
  const top = frame?.scrollTop ?? 0
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  if (frame && cell?.closest('tfoot')) frame.scrollTop = top
}

/** How many rows stand between the headings and the totals, less one that stays in view from page to page. */
export const rowsInView = (frame: HTMLElement | null): number => {
  const [head, foot] = [frame?.querySelector('thead'), frame?.querySelector('tfoot')]
  if (!frame || !head) return 1
  const height = frame.clientHeight - head.offsetHeight - (foot?.offsetHeight ?? 0)
  return Math.max(1, Math.floor(height / head.offsetHeight) - 1)
}
