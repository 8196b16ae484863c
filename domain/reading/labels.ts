import { tidy } from './plainText.ts'

/** A label with the line and characters it stands on. */
export interface FoundLabel {
  printed: string
  /** Without prefix and marks. */
  name: string
  marks: string[]
  line: number
  start: number
  end: number
  /** Whether the lines could be divided in another way. */
  isInferred: boolean
}

const prefix = /^(?:\(?(?:inc(?:l(?:uding|\.)?)?|including)\b[.:]?\s*|[•·▪●○◦‣*-]\s+)/i
const beginsWithPrefix = (text: string): boolean =>
  /^(?:inc(?:l(?:uding)?)?[.:]|inc\s|[•·▪●○◦‣]\s|-\s)/i.test(tidy(text))
const prefixInside = /(?<=\S\s+)(?=Inc(?:l(?:uding)?)?\.\s)/g
const marksAtEnd = /\s*([*†‡§#¹²³⁰⁴-⁹]+)$/
const marksAtStart = /^([*†‡§#¹²³⁰⁴-⁹]+)\s*/
/** Words after which a line goes on. */
const openEnd = /(?:\b(?:and|or|of|the|for|to|with|in|on|by|from|e\.g\.)|[,/&(–-])$/i

/** Whether a label says that it is a part of what stands above it. */
export const hasPrefix = (text: string): boolean => beginsWithPrefix(text)

/** `*Inc. Leeds Care Record²` → `Leeds Care Record`, with its marks. */
export const nameInLabel = (text: string): { name: string; marks: string[] } => {
  const words = tidy(text)
  const before = marksAtStart.exec(words)
  const plain = before && !/^\*\s/.test(words) ? words.slice(before[0].length) : words
  const named = plain.replace(prefix, '')
  const after = marksAtEnd.exec(named)
  const name = after ? named.slice(0, after.index) : named
  const marks = [before && plain !== words ? before[1] : undefined, after?.[1]].filter((mark) => mark !== undefined)
  return name === '' ? { name: words, marks: [] } : { name, marks }
}

/**
 * The labels of a cell: one for each prefix such as `Inc.`, and one for each line where lines are not merely broken. A
 * format that breaks lines by itself tells the two apart only by how they begin and end.
 */
export const labelsIn = (lines: string[], isBrokenByWidth: boolean): FoundLabel[] => {
  const pieces = lines.flatMap((text, line) => piecesOf(text, line))
  const hasPrefixes = pieces.some(({ printed }) => beginsWithPrefix(printed))
  const labels: FoundLabel[][] = []
  for (const piece of pieces) {
    const last = labels.at(-1)
    const previous = last?.at(-1)?.printed ?? ''
    const begins = beginsWithPrefix(piece.printed)
    const isLowerCase = /^\p{Ll}/u.test(piece.printed)
    const goesOn =
      !begins &&
      (isLowerCase || openEnd.test(tidy(previous)) || /^[(&/]/.test(piece.printed) || (isBrokenByWidth && !hasPrefixes))
    if (last && goesOn) last.push(piece)
    else labels.push([piece])
  }
  const isMixed = hasPrefixes && labels.some(([first]) => first && !beginsWithPrefix(first.printed))
  return labels.map((parts): FoundLabel => {
    const [first = noPiece] = parts
    const printed = parts.map((part) => part.printed).join(' ')
    const isWhole = parts.length === 1
    return {
      ...first,
      printed,
      ...nameInLabel(printed),
      line: first.line,
      start: first.start,
      end: first.end,
      isInferred: labels.length > 1 && (!isWhole || !hasPrefixes || (isMixed && !beginsWithPrefix(printed))),
    }
  })
}

const noPiece: FoundLabel = { printed: '', name: '', marks: [], line: 0, start: 0, end: 0, isInferred: false }

function piecesOf(text: string, line: number): FoundLabel[] {
  let at = 0
  return text.split(prefixInside).flatMap((part) => {
    const start = at + (part.length - part.trimStart().length)
    at += part.length
    const own = part.trim()
    return own === '' ? [] : [{ ...noPiece, printed: own, line, start, end: start + own.length }]
  })
}
