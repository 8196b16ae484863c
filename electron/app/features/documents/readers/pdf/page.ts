import type { Piece } from '../aligned.ts'

/** A word or several that the page sets in one go, in points from the upper left corner of the page as it is read. */
export interface Word extends Piece {
  text: string
  top: number
  bottom: number
  baseline: number
  size: number
  isBold: boolean
  /** Marks of footnotes that are set small and high behind it. */
  footnotes: string[]
}

/** A line that is drawn, straight up and down or across. */
export interface Rule {
  isAcross: boolean
  /** From the left, or from the top where it goes across. */
  at: number
  from: number
  to: number
}

/** What stands on a page. */
export interface Page {
  number: number
  width: number
  height: number
  words: Word[]
  rules: Rule[]
  isRotated: boolean
  pictures: number
}

/** Words that stand beside each other on one height. */
export interface Line extends Piece {
  words: Word[]
  top: number
  bottom: number
  baseline: number
  size: number
  page: number
}

export const middleOf = ({ left, right }: Piece): number => (left + right) / 2
