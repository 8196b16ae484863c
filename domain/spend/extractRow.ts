/** What a cell of an extract holds, as far as the file itself says it; what it means is read with a mapping. */
export interface ExtractCell {
  /** As it reads in the file. */
  text: string
  /** A number as a number, a date as YYYY-MM-DD, anything else as its text; null where the cell is blank. */
  value: string | number | null
  kind: 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The value is what was worked out when the file was last saved, and may be stale. */
  isFormula: boolean
}

/** A row with its cells from the first column on; a row that ends early is as if blank behind its end. */
export interface ExtractRow {
  /** From 1, as the file counts. */
  row: number
  isHidden: boolean
  cells: readonly ExtractCell[]
}

export const BLANK_CELL: ExtractCell = Object.freeze({ text: '', value: null, kind: 'blank', isFormula: false })

export const cellAt = ({ cells }: ExtractRow, column: number): ExtractCell => cells[column] ?? BLANK_CELL

export const isBlankRow = ({ cells }: ExtractRow): boolean => cells.every(({ kind }) => kind === 'blank')
