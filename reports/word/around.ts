import type { Pictures } from '../writers.ts'
import type { CountedNumber } from './numbersInWord.ts'
import type { Footnotes } from './wordRuns.ts'

export type Docx = typeof import('docx')

/** What a part needs to know of its document. */
export interface Around {
  docx: Docx
  isLandscape: boolean
  /** Whether all of it stands on one page, side by side. */
  isOnePage: boolean
  /** The room for a part between the margins, or in a column of one page, in twentieths of a point. */
  across: number
  pictures: Pictures
  /** The parts that Word numbers by itself. */
  numbers: ReadonlyMap<string, CountedNumber>
  footnotes: Footnotes
  /** The next number of a caption. */
  nextLabel: (kind: 'Table' | 'Chart') => number
  /** Tells lists apart, so that each begins at its start. */
  nextList: () => number
}

/** Where a part stands: at the top of a page or of the next column, or after what is before it. */
export type Begins = 'anywhere' | 'page' | 'column'

export const colours = {
  text: '212B32',
  muted: '3A4C59',
  title: '003087',
  rule: '212B32',
  hairline: 'D8DDE0',
  band: 'E8EDEE',
} as const
