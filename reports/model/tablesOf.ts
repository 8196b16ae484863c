import type { Part } from './reportModel.ts'
import type { TablePart } from './tablePart.ts'

/** The tables of a report in their order, those of its charts among them. */
export const tablesOf = (parts: readonly Part[]): TablePart[] =>
  parts.flatMap((part) => (part.kind === 'table' ? [part] : part.kind === 'chart' ? [part.table] : []))
