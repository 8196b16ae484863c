import type { Block, ReadCell, ReadDocument } from './readDocument.ts'
import type { Correction, ReadPlace } from './reportReading.ts'

interface Edit {
  start: number
  end: number
  text: string
}

export interface Corrected {
  document: ReadDocument
  /** Leads from characters of the corrected document to those that were printed there. */
  toPrinted: (place: ReadPlace) => ReadPlace
}

/** The document as its reader says it ought to be read. A correction that leads nowhere changes nothing. */
export const applyCorrections = (document: ReadDocument, corrections: Correction[]): Corrected => {
  if (corrections.length === 0) return { document, toPrinted: (place) => place }
  const byTarget = Map.groupBy(corrections, ({ place }) => targetOf(place))
  const edits = new Map<string, Edit[]>()
  const edited = (place: Pick<ReadPlace, 'block' | 'footnote' | 'row' | 'column' | 'line'>, text: string): string => {
    const target = targetOf(place)
    const own = editsOf(byTarget.get(target) ?? [], text)
    if (own.length > 0) edits.set(target, own)
    return own.reduceRight((words, { start, end, text: by }) => words.slice(0, start) + by + words.slice(end), text)
  }
  const cellOf = (block: number, cell: ReadCell): ReadCell => {
    const at = { block, footnote: null, row: cell.row, column: cell.column, line: null }
    const whole = byTarget.get(targetOf(at))?.at(-1)
    if (whole) return { ...cell, lines: whole.text === '' ? [] : whole.text.split('\n') }
    return { ...cell, lines: cell.lines.map((text, line) => edited({ ...at, line }, text)) }
  }
  const blocks = document.blocks.map((block, index): Block => {
    const at = { block: index, footnote: null, row: null, column: null, line: null }
    if (block.kind === 'paragraph') return { ...block, text: edited(at, block.text) }
    return {
      ...block,
      caption: block.caption === null ? null : edited(at, block.caption),
      rows: block.rows.map((row) => row.map((cell) => cellOf(index, cell))),
    }
  })
  const footnotes = document.footnotes.map((footnote, index) => ({
    ...footnote,
    text: edited({ block: null, footnote: index, row: null, column: null, line: null }, footnote.text),
  }))
  const isWholeCell = (place: ReadPlace) => place.row !== null && byTarget.has(targetOf({ ...place, line: null }))
  return {
    document: { ...document, blocks, footnotes },
    toPrinted: (place) => {
      if (place.line !== null && isWholeCell(place)) return { ...place, line: null, start: null, end: null }
      const own = edits.get(targetOf(place))
      if (!own || place.start === null || place.end === null) return place
      return { ...place, start: printedStart(own, place.start), end: printedEnd(own, place.end) }
    },
  }
}

const targetOf = ({
  block,
  footnote,
  row,
  column,
  line,
}: Pick<ReadPlace, 'block' | 'footnote' | 'row' | 'column' | 'line'>) => [block, footnote, row, column, line].join('/')

/** In their order and without those that overlap an earlier one; without characters the whole text is meant. */
function editsOf(corrections: Correction[], text: string): Edit[] {
  const sorted = corrections
    .map(({ place, text: by }) => ({ start: place.start ?? 0, end: place.end ?? text.length, text: by }))
    .filter(({ start, end }) => start <= end && end <= text.length)
    .sort((one, other) => one.start - other.start)
  return sorted.filter((edit, at) => at === 0 || edit.start >= (sorted[at - 1]?.end ?? 0))
}

function printedStart(edits: Edit[], at: number): number {
  let shift = 0
  for (const { start, end, text } of edits) {
    if (at < start + shift) break
    if (at < start + shift + text.length) return start
    shift += text.length - (end - start)
  }
  return at - shift
}

function printedEnd(edits: Edit[], at: number): number {
  let shift = 0
  for (const { start, end, text } of edits) {
    if (at <= start + shift) break
    if (at <= start + shift + text.length) return end
    shift += text.length - (end - start)
  }
  return at - shift
}
