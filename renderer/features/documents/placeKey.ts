import type { ReadPlace } from './readingFacts.ts'

/** The cell, paragraph or footnote of a document that a place lies in, as text: what both sides of the page know it by. */
export const placeKey = ({
  block,
  footnote,
  row,
  column,
}: Pick<ReadPlace, 'block' | 'footnote' | 'row' | 'column'>): string =>
  block === null ? `note-${footnote ?? ''}` : row === null ? `block-${block}` : `block-${block}-${row}-${column ?? ''}`
