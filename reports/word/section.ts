import type { Block } from './partsInWord.ts'

/** A stretch of a document with a page of its own kind. */
export interface Section {
  /** Turned, in an upright report. */
  isWide?: boolean
  /** Below what is before it on the same page, with so many columns. */
  columns?: { count: number; space: number }
  blocks: Block[]
}
