import type { Pence } from '../../domain/money.ts'

/** A cell of a table of the document, as printed, with the numbers of the findings that speak of it. */
export interface MarkedCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  lines: string[]
  isHeader: boolean
  look: 'at-fault' | 'explains' | 'counted' | null
  /** As in the list of findings. */
  findings: number[]
}

export interface MarkedTable {
  title: string
  columns: number
  rows: MarkedCell[][]
}

/** One thing that is wrong, with its number in the list. */
export interface ListedCause {
  number: number
  severity: string
  rule: string
  ruleName: string
  what: string
  why: string | null
  sureness: string
  where: string
  printed: Pence | null
  computed: Pence | null
  difference: Pence | null
  /** What follows from it, in words. */
  consequences: string[]
}

/** What does not tie in a document, its tables with the cells marked, and where all of it comes from. */
export interface DocumentFindings {
  title: string
  /** Names and values: the file, its digest, what its first page says, what it is held against, when and by whom. */
  about: [name: string, value: string][]
  /** How it was read, where a reader has to know. */
  remarks: string[]
  corrections: { where: string; printed: string; text: string }[]
  causes: ListedCause[]
  tables: MarkedTable[]
}

export const countWords = ({ causes }: Pick<DocumentFindings, 'causes'>): string => {
  const findings = causes.reduce((count, cause) => count + 1 + cause.consequences.length, 0)
  if (findings === 0) return 'Everything that was read ties.'
  return `${counted(findings, 'finding')} from ${counted(causes.length, 'cause')}.`
}

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`
