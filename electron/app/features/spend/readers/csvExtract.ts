import type { FileHandle } from 'node:fs/promises'
import { fail } from '../../../../../domain/errors.ts'
import { BLANK_CELL, type ExtractCell, type ExtractRow } from '../../../../../domain/spend/extractRow.ts'
import { csvRecords, type Separator } from './csvRecords.ts'
import type { TextEncoding } from './extract.ts'
import { BATCH, extractLimits } from './extractLimits.ts'
import { chunksOf, type FileSurvey } from './surveyFile.ts'

/** How a file of text is laid out. Throws `extract-empty` for one without any character. */
export const layoutOf = ({ head }: FileSurvey, encoding: TextEncoding): { separator: Separator } => {
  const text = new TextDecoder(encoding).decode(head).replace(/^\uFEFF/, '')
  if (text.trim() === '') fail('extract-empty', {})
  const stated = separatorLine.exec(text)?.[1]
  if (stated) return { separator: stated as Separator }
  const [best] = separators
    .map((separator) => ({ separator, score: regularity(text, separator) }))
    .toSorted((one, other) => other.score - one.score)
  return { separator: best?.separator ?? ',' }
}

const separators = [',', ';', '\t', '|'] as const

/** Excel writes and reads a first line that says how the others are separated. */
const separatorLine = /^sep=([,;\t|])\r?\n/i

/** How many fields the records have beyond the first, where as many as possible have the same number of them. */
const regularity = (text: string, separator: Separator): number => {
  const records = recordsOf(text, separator)
  const widths = new Map<number, number>()
  for (const { length } of records) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
  return Math.max(0, ...[...widths].map(([width, times]) => times * Math.min(width - 1, 12)))
}

/** Where a text is split at the wrong sign, its quotation marks stand anyhow. */
const recordsOf = (text: string, separator: Separator): string[][] => {
  try {
    return csvRecords(separator).push(text).slice(0, 200)
  } catch {
    return []
  }
}

/** The rows of a file of text. Throws `extract-too-large`, and `extract-format` for a character that no text has. */
export async function* csvRows(
  file: FileHandle,
  { size }: FileSurvey,
  encoding: TextEncoding,
  separator: Separator,
  tell: (share: number) => void,
): AsyncGenerator<ExtractRow[]> {
  const decoder = new TextDecoder(encoding)
  const records = csvRecords(separator)
  let read = 0
  let row = 0
  let batch: ExtractRow[] = []
  const taken = function* (found: string[][]): Generator<ExtractRow[]> {
    for (const fields of found) {
      row += 1
      if (row > extractLimits.csvRows) fail('extract-too-large', { what: 'rows', limit: extractLimits.csvRows })
      batch.push({ row, isHidden: false, cells: isSeparatorLine(row, fields, separator) ? [] : cellsOf(fields) })
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  }
  for await (const chunk of chunksOf(file)) {
    read += chunk.length
    yield* taken(records.push(refuseBinary(decoder.decode(chunk, { stream: true }))))
    tell(read / size)
  }
  const last = decoder.decode()
  yield* taken([...records.push(last), ...records.end()])
  if (batch.length > 0) yield batch
}

const isSeparatorLine = (row: number, fields: readonly string[], separator: Separator): boolean =>
  row === 1 && fields.join(separator).toLowerCase() === `sep=${separator}`

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no text may hold.
const notText = /[\u0000-\u0008\u000e-\u0019]/

const refuseBinary = (text: string): string =>
  notText.test(text) ? fail('extract-format', { found: 'unknown' }) : text

// Old programs end a file with a sign of its own.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is a control character.
const onlySpace = /^[\s\u001a]*$/

const cellsOf = (fields: readonly string[]): ExtractCell[] => {
  let length = fields.length
  while (length > 0 && onlySpace.test(fields[length - 1] ?? '')) length -= 1
  if (length > extractLimits.columns) fail('extract-too-large', { what: 'columns', limit: extractLimits.columns })
  const cells: ExtractCell[] = new Array(length)
  for (let at = 0; at < length; at += 1) {
    const text = fields[at] ?? ''
    if (text.length > extractLimits.text) fail('extract-too-large', { what: 'text', limit: extractLimits.text })
    cells[at] = onlySpace.test(text) ? BLANK_CELL : { text, value: text, kind: 'text', isFormula: false }
  }
  return cells
}
