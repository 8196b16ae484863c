import type { Pictures } from '../writers.ts'
import type { CountedNumber } from './numbersInWord.ts'
import type { Footnotes } from './wordRuns.ts'

export type Docx = typeof import('docx')

/** What a part needs to know of its document. */
export interface Around {
  docx: Docx
  isLandscape: boolean
  pictures: Pictures
  /** The parts that Word numbers by itself. */
  numbers: ReadonlyMap<string, CountedNumber>
  footnotes: Footnotes
  /** The next number of a caption. */
  nextLabel: (kind: 'Table' | 'Chart') => number
  /** Tells lists apart, so that each begins at its start. */
  nextList: () => number
}

/** The room between the margins of an A4 page, in twentieths of a point. */
export const roomAcross = (isLandscape: boolean): number => (isLandscape ? 16838 : 11906) - 2 * MARGIN

export const MARGIN = 850

export const colours = {
  text: '212B32',
  muted: '3A4C59',
  title: '003087',
  rule: '212B32',
  hairline: 'D8DDE0',
  band: 'E8EDEE',
} as const
