import { letterOf } from './address.ts'
import type { Sheet } from './sheet.ts'
import type { PlacedTable, SheetPlan } from './sheetPlan.ts'

/** Rows that speak of a cell of the same report link to it, and call it as the spreadsheet does. */
export const linkRows = ({ worksheet, widths }: Sheet, { table, lines }: PlacedTable, { sheets }: SheetPlan): void => {
  for (const line of lines) {
    if (line.kind !== 'row' || line.row.refersTo === undefined) continue
    const { row, column, shownIn } = line.row.refersTo
    const home = sheets.find(({ tables }) => tables.some(({ rowNumbers }) => rowNumbers.has(row)))
    const there = home?.tables.find(({ rowNumbers }) => rowNumbers.has(row))
    const at = there?.table.columns.findIndex(({ id }) => id === column) ?? -1
    if (home === undefined || there === undefined || at === -1) continue
    const address = `${letterOf(at + 1)}${there.rowNumbers.get(row)}`
    const own = table.columns.findIndex(({ id }) => id === shownIn)
    const cell = worksheet.getCell(line.number, own + 1)
    const style = cell.style
    const words = `${home.name}!${address}`
    widths[own] = Math.max(widths[own] ?? 0, words.length + 3)
    // A link of the library's own would stand among the links to the outside.
    const target = `#'${home.name.replaceAll("'", "''")}'!${address}`
    cell.value = { formula: `HYPERLINK(${quoted(target)},${quoted(words)})`, result: words }
    cell.style = { ...style, font: { ...style.font, underline: true } }
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
