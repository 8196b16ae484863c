import type { SheetStart } from './guessMapping.ts'
import { plainHeading } from './headingWords.ts'
import type { Mapping } from './mapping.ts'

/** A mapping as it reads another extract, and the headings of its columns that are not there. */
export interface FittedMapping {
  mapping: Mapping
  missing: string[]
}

/**
 * Finds the columns of a saved mapping in another extract by their headings, wherever they stand. A mapping without headings
 * is taken as it is.
 */
export const fitMapping = (saved: Mapping, sheets: readonly SheetStart[]): FittedMapping => {
  if (saved.headerRow === 0) return { mapping: { ...saved, sheet: sheetNamed(saved.sheet, sheets) }, missing: [] }
  const used = Object.values(saved.columns)
    .flat()
    .filter((column) => column !== null)
  const wanted = new Set(used.map((column) => plainHeading(saved.headings[column] ?? '')).filter((each) => each !== ''))
  const best = sheets
    .flatMap(({ name, firstRows }) =>
      firstRows.map((row) => {
        const headings = row.cells.map(({ text }) => text.trim().slice(0, 200))
        const has = new Set(headings.map(plainHeading))
        return { name, row: row.row, headings, score: [...wanted].filter((heading) => has.has(heading)).length }
      }),
    )
    .reduce((most, each) => (each.score > most.score ? each : most), {
      name: sheetNamed(saved.sheet, sheets),
      row: saved.headerRow,
      headings: [] as string[],
      score: 0,
    })
  const at = best.headings.map(plainHeading)
  const missing = new Set<string>()
  const moved = (column: number): number | null => {
    const heading = plainHeading(saved.headings[column] ?? '')
    if (heading === '') return column
    const found = at.indexOf(heading)
    if (found === -1) missing.add(saved.headings[column] ?? '')
    return found === -1 ? null : found
  }
  const columns = Object.fromEntries(
    Object.entries(saved.columns).map(([field, column]) => [
      field,
      column === null ? null : typeof column === 'number' ? moved(column) : column.flatMap((each) => moved(each) ?? []),
    ]),
  ) as Mapping['columns']
  return {
    mapping: { ...saved, sheet: best.name, headerRow: best.row, headings: best.headings, columns },
    missing: [...missing],
  }
}

const sheetNamed = (name: string, sheets: readonly SheetStart[]): string =>
  sheets.some((sheet) => sheet.name === name) ? name : (sheets.find(({ isHidden }) => !isHidden)?.name ?? '')
