import type { ReportForm } from './reportList.ts'

/** One cell of what a file says, with the place at which a reader finds it. */
export interface ContentCell {
  place: string
  text: string
  /** Of a workbook; null where the cell holds a value alone. */
  formula: string | null
}

/** A row of a table or a line of a page; a paragraph is a row of one cell. */
export interface ContentRow {
  place: string
  cells: ContentCell[]
}

export const storyKinds = [
  'body',
  'sheet',
  'edges',
  'notes',
  'numbers',
  'comments',
  'alternative-texts',
  'charts',
  'pictures',
  'properties',
  'names',
  'hidden',
] as const
export type StoryKind = (typeof storyKinds)[number]

/** A part of a file that is read by itself: its text, one sheet, the heads and feet of its pages, its properties. */
export interface Story {
  kind: StoryKind
  /** Of a sheet; empty where a file has one of the kind. */
  name: string
  rows: ContentRow[]
}

/** All that a file says, seen and unseen, as far as two programs that save it would write it alike. */
export interface FileContents {
  form: ReportForm
  stories: Story[]
}
