import { isFootnoteMark } from '../footnoteMark.ts'
import { splitNumber } from '../printedNumber.ts'
import { textOfLine } from './lines.ts'
import type { Line } from './page.ts'

/** Lines that are one paragraph, or one footnote where it begins with a small mark. */
export interface Lines {
  lines: Line[]
  mark: string | null
}

const bullet = /^[•●▪◦·–-]\s/
/** What a cover says line by line: `Date: …`, `Report of …`. */
const labelled = /^(?:\p{Lu}[\p{L} ]{1,40}:(?:\s|$)|Report (?:of|to)\b)/u

/** The lines of a page that stand in no table, in paragraphs. `ends` is where full lines of the page end. */
export const paragraphsOf = (lines: Line[], ends: number): Lines[] => {
  const paragraphs: Lines[] = []
  for (const line of lines) {
    const mark = markOf(line)
    const paragraph = paragraphs.at(-1)
    const above = paragraph?.lines.at(-1)
    if (paragraph && above && mark === null && goesOn(above, line, ends)) paragraph.lines.push(line)
    else paragraphs.push({ lines: [line], mark })
  }
  return paragraphs
}

/** The mark that a footnote begins with: small, high, and nothing before it. */
const markOf = ({ words }: Line): string | null => {
  const [first, second] = words
  if (!first || !second || !isFootnoteMark(first.text, '')) return null
  return first.size < second.size * 0.9 && second.baseline - first.baseline > second.size * 0.1 ? first.text : null
}

const goesOn = (above: Line, line: Line, ends: number): boolean => {
  const isNear =
    line.baseline - above.baseline < 1.65 * Math.max(line.size, above.size) && line.baseline > above.baseline
  const isAlike = Math.abs(line.size - above.size) < 0.15 * above.size && isBold(line) === isBold(above)
  const text = textOfLine(line.words)
  const beginsAnew = bullet.test(text) || labelled.test(text) || splitNumber(text).number !== null
  return isNear && isAlike && !beginsAnew && isFull(above, line, ends)
}

/** Whether the first word of the next line would not have fitted on this one. */
export const isFull = (above: Line, line: Line, ends: number): boolean => {
  const [word] = line.words
  if (!word) return false
  const letters = /^\S+/.exec(word.text)?.[0].length ?? 1
  const width = ((word.right - word.left) * letters) / word.text.length
  return above.right + width + above.size * 0.25 > ends - above.size
}

export const isBold = ({ words }: Line): boolean => words.every((word) => word.isBold)

/** The text of a paragraph: a word that was parted at the end of a line stays as it is printed. */
export const textOfLines = (lines: Line[]): string => lines.map(({ words }) => textOfLine(words)).join(' ')
