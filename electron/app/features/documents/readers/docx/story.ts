import type { Collector } from '../collector.ts'
import type { Lists } from './numbering.ts'
import type { ParagraphStyle } from './styles.ts'

/** What goes on while a document is read from its beginning to its end. */
export interface Story {
  collector: Collector
  styleOf: (id: string | undefined) => ParagraphStyle
  lists: Lists
  /** Null where Word never laid the document out, so that nobody knows its pages. */
  page: number | null
  /** The mark of a note by its id, counted in the order in which the notes are referred to. */
  markOf: (kind: 'footnote' | 'endnote', id: string) => string
  /** How far the fields have come that are open: what stands before the result is what they compute, not what they print. */
  fields: { isResult: boolean }[]
}
