import type { SpendField } from './mapping.ts'

/** What is wrong with one cell, in the shape Tab / Section / Cell / Description. */
export interface RowMessage {
  sheet: string
  /** The heading of the column, or what the column holds where it has none. */
  section: string
  field: SpendField
  row: number
  /** As a spreadsheet calls it, such as `E17`. */
  cell: string
  /** What is there, as it reads. */
  value: string
  description: string
}

/** Equal messages together. */
export interface MessageGroup {
  sheet: string
  section: string
  field: SpendField
  value: string
  description: string
  /** How many rows have it, and the first of their cells. */
  count: number
  cells: string[]
}
