/** What a report says, before any format: exact words, and tables cell by cell. */
export interface ReportContent {
  title: string
  /** The lines of the cover, such as `Report of: Programme Director`. */
  coverLines: string[]
  questions: { question: string; isYes: boolean }[]
  parts: ReportPart[]
}

export type ReportPart = Heading | Paragraph | PrintedGrid

export interface Heading {
  kind: 'heading'
  /** From 1. */
  level: number
  number: string | null
  text: string
}

export interface Paragraph {
  kind: 'paragraph'
  number: string | null
  text: string
  /** The text of a footnote at its end. */
  footnote: string | null
}

export interface PrintedGrid {
  kind: 'table'
  rows: GridCell[][]
  /** The shares of the columns in the width. */
  widths: number[]
}

/** A cell where it begins; one that others cover is not listed. */
export interface GridCell {
  lines: string[]
  rowSpan: number
  columnSpan: number
  isHead: boolean
  isAmount: boolean
}

export const heading = (text: string, level = 1, number: string | null = null): Heading => ({
  kind: 'heading',
  level,
  number,
  text,
})

export const paragraph = (text: string, number: string | null = null, footnote: string | null = null): Paragraph => ({
  kind: 'paragraph',
  number,
  text,
  footnote,
})

export const cell = (lines: string | string[], options: Partial<Omit<GridCell, 'lines'>> = {}): GridCell => ({
  lines: (Array.isArray(lines) ? lines : [lines]).filter((line) => line !== '' || Array.isArray(lines)),
  rowSpan: 1,
  columnSpan: 1,
  isHead: false,
  isAmount: false,
  ...options,
})
