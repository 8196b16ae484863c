import type { Line, Word } from './page.ts'

/** Words in lines from top to bottom, each from left to right. */
export const linesOf = (words: Word[], page: number): Line[] => {
  const lines: Line[] = []
  for (const word of words.toSorted((one, other) => one.baseline - other.baseline || one.left - other.left)) {
    const line = lines.findLast(
      (each) => Math.abs(each.baseline - word.baseline) < Math.max(each.size, word.size) * 0.45 && !isOver(each, word),
    )
    if (line) {
      line.words.push(word)
      line.left = Math.min(line.left, word.left)
      line.right = Math.max(line.right, word.right)
      line.top = Math.min(line.top, word.top)
      line.bottom = Math.max(line.bottom, word.bottom)
      line.size = Math.max(line.size, word.size)
    } else {
      const { left, right, top, bottom, baseline, size } = word
      lines.push({ words: [word], left, right, top, bottom, baseline, size, page })
    }
  }
  for (const line of lines) line.words.sort((one, other) => one.left - other.left)
  return lines
}

/** Whether a word would stand on words that the line has already. */
const isOver = ({ words }: Line, { left, right }: Word): boolean =>
  words.some(
    (word) =>
      Math.min(word.right, right) - Math.max(word.left, left) > 0.5 * Math.min(word.right - word.left, right - left),
  )

/** A gap, as a share of the size of the words, that is no more than a space. */
const SPACE = 0.12
/** A gap that is wider than any space between two words. */
const WIDE = 0.9

/** The words of a line as text; a gap that is wider than any space is a tab. */
export const textOfLine = (words: Word[]): string => {
  let text = ''
  let before: Word | undefined
  for (const word of words) {
    if (before) {
      const gap = (word.left - before.right) / Math.max(word.size, before.size)
      text += gap > WIDE ? '\t' : gap > SPACE ? ' ' : ''
    }
    text += word.text
    before = word
  }
  return text
}

/** Words of a line in groups with wide gaps between them. */
export const groupsOf = ({ words }: Line): Word[][] => {
  const groups: Word[][] = []
  for (const word of words) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (before && word.left - before.right <= Math.max(word.size, before.size) * WIDE) group?.push(word)
    else groups.push([word])
  }
  return groups
}
