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
const nameInLabel = (text: string): { name: string; marks: string[] } => {
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
 * The labels of a cell: one for each prefix such as `Inc.`, and one for each line that is not merely broken. `width` is how many
 * characters a line holds where the format breaks lines by itself: a word that would have fitted begins a label.
 */
export const labelsIn = (lines: string[], width: number | null): FoundLabel[] => {
  const pieces = lines.flatMap((text, line) => piecesOf(text, line))
  const prefixed = pieces.filter(({ printed }) => beginsWithPrefix(printed))
  const hasPrefixes = prefixed.length > 0
  // Where lines break by width, a cell whose first line alone has a prefix holds one label.
  const isOne = width !== null && prefixed.length === 1 && prefixed[0] === pieces[0]
  const labels: FoundLabel[][] = []
  for (const piece of pieces) {
    const last = labels.at(-1)
    const before = last?.at(-1)
    const previous = before?.printed ?? ''
    const word = /^\S+/.exec(piece.printed)?.[0] ?? ''
    const isBroken = width !== null && before?.line !== piece.line && previous.length + 1 + word.length > width
    const isPart = /^[\p{Ll}(&/]/u.test(piece.printed) || openEnd.test(tidy(previous))
    if (last && !beginsWithPrefix(piece.printed) && (isPart || isBroken || isOne)) last.push(piece)
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
