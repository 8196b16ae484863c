import type { KeyboardEvent } from 'react'

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The arrow keys go from cell to cell of a table, over merged ones as they are drawn; Home and End to the ends of the row. */
export const onCellKey = (event: KeyboardEvent<HTMLElement>): void => {
  const cell = event.currentTarget.closest<HTMLTableCellElement>('[data-row]')
  const table = cell?.closest('table')
  if (!cell || !table || event.altKey || event.ctrlKey || event.metaKey) return
  const [down, right] = steps[event.key] ?? []
  if (down !== undefined && right !== undefined) {
    event.preventDefault()
    focusIn(nextCell(table, cell, down, right))
  } else if (event.key === 'Home' || event.key === 'End') {
    event.preventDefault()
    const row = cellsIn(table).filter((each) => each.dataset.row === cell.dataset.row)
    focusIn(row.at(event.key === 'Home' ? 0 : -1))
  }
}

const focusIn = (cell: HTMLElement | undefined): void => cell?.querySelector('button')?.focus()

const cellsIn = (table: HTMLElement): HTMLTableCellElement[] => [
  ...table.querySelectorAll<HTMLTableCellElement>('[data-row]'),
]

const nextCell = (
  table: HTMLElement,
  from: HTMLTableCellElement,
  down: number,
  right: number,
): HTMLTableCellElement | undefined => {
  const cells = cellsIn(table)
  const { row, column } = at(from)
  const wantedRow = down > 0 ? row + from.rowSpan : row + down
  const wantedColumn = right > 0 ? column + from.colSpan : column + right
  const limit = Math.max(0, ...cells.map((cell) => Math.max(at(cell).row, at(cell).column)))
  // Empty places are passed over, so that no key does nothing while there are cells that way.
  for (let away = 0; away <= limit; away += 1) {
    const found = cells.find((cell) => covers(cell, wantedRow + away * down, wantedColumn + away * right))
    if (found) return found
  }
  return undefined
}

const at = ({ dataset }: HTMLElement) => ({ row: Number(dataset.row), column: Number(dataset.column) })

const covers = (cell: HTMLTableCellElement, row: number, column: number): boolean => {
  const from = at(cell)
  return (
    row >= from.row && row < from.row + cell.rowSpan && column >= from.column && column < from.column + cell.colSpan
  )
}
