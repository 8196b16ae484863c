import type { Line, Word } from './page.ts'
import { isBold } from './paragraphs.ts'

/** Letters. What is longer is no heading, however large it is set. */
const LONGEST = 160

/** Says which paragraphs are headings: those that are set larger than most words, or bold where most are not. */
export const headingLevels = (words: Word[]): ((paragraph: Line[], number: string | null) => number | null) => {
  const letters = new Map<number, number>()
  for (const word of words) letters.set(sizeOf(word), (letters.get(sizeOf(word)) ?? 0) + word.text.length)
  const [body] = [...letters].toSorted(([, one], [, other]) => other - one)[0] ?? [0]
  const larger = [...letters.keys()].filter((size) => size > body * 1.08).toSorted((one, other) => other - one)
  return (paragraph, number) => {
    const [first] = paragraph
    if (!first || paragraph.reduce((sum, line) => sum + lettersIn(line), 0) > LONGEST) return null
    const rank = larger.indexOf(sizeOf(first))
    if (rank === -1 && !paragraph.every(isBold)) return null
    const depth = number === null ? null : number.replace(/\.$/, '').split('.').length
    return Math.min(depth ?? (rank === -1 ? larger.length : rank) + 1, 9)
  }
}

/** To half a point: a size that two programs round differently is one. */
const sizeOf = ({ size }: { size: number }): number => Math.round(size * 2) / 2

const lettersIn = ({ words }: Line): number => words.reduce((sum, { text }) => sum + text.length, 0)
