import { fail } from '../../../../../domain/errors.ts'
import { extractLimits } from './extractLimits.ts'

export type Separator = ',' | ';' | '\t' | '|'

/** Takes text in pieces and gives the records that are whole. */
export interface CsvRecords {
  push: (text: string) => string[][]
  /** What stands behind the last line end. Throws `unclosed-quote`. */
  end: () => string[][]
}

/**
 * Records after RFC 4180, as spreadsheets read them: a quotation mark counts only where a field begins with it, and a line
 * ends with CR LF, LF or CR. Throws `unclosed-quote` where a quoted field is longer than any cell.
 */
export const csvRecords = (separator: Separator): CsvRecords => {
  let rest = ''
  let count = 0

  const take = (isEnd: boolean): string[][] => {
    const records: string[][] = []
    const endOfLine = lineEnds(rest)
    let at = 0
    while (at < rest.length) {
      const lineEnd = endOfLine(at)
      // A CR at the end of a piece may have its LF in the next one.
      const isCut = lineEnd === rest.length || (rest[lineEnd] === '\r' && lineEnd + 1 === rest.length)
      if (isCut && !isEnd) break
      const line = rest.slice(at, lineEnd)
      if (line.includes('"')) {
        const quoted = quotedRecord(rest, at, separator, count + 1)
        const isOpen = quoted === undefined || (quoted.next >= rest.length && !quoted.endsLine)
        if (isOpen && !isEnd) {
          if (quoted === undefined) refuseEndless(rest, at, count + 1)
          break
        }
        if (quoted === undefined) return fail('unclosed-quote', { row: count + 1 })
        records.push(quoted.fields)
        at = quoted.next
      } else {
        records.push(line.split(separator))
        at = lineEnd + (rest[lineEnd] === '\r' && rest[lineEnd + 1] === '\n' ? 2 : 1)
      }
      count += 1
    }
    rest = rest.slice(at)
    return records
  }

  return {
    push(text) {
      rest += text
      return take(false)
    },
    end: () => take(true),
  }
}

/** The first CR or LF from a place on; each is looked for once, so that a text with only one of the two costs no more. */
const lineEnds = (text: string): ((from: number) => number) => {
  let feed = -1
  let carriage = -1
  const find = (sign: string, from: number) => {
    const found = text.indexOf(sign, from)
    return found === -1 ? text.length : found
  }
  return (from) => {
    if (feed < from) feed = find('\n', from)
    if (carriage < from) carriage = find('\r', from)
    return Math.min(feed, carriage)
  }
}

/** A field may have a mark that opens and never closes; the record is then as long as the file. */
const refuseEndless = (text: string, from: number, row: number): void => {
  if (text.length - from > MOST_OF_RECORD) fail('unclosed-quote', { row })
}

const MOST_OF_RECORD = extractLimits.text * 8

/** Undefined where the text ends within quotation marks, or where more text may still belong to the last field. */
const quotedRecord = (
  text: string,
  from: number,
  separator: Separator,
  row: number,
): { fields: string[]; next: number; endsLine: boolean } | undefined => {
  const fields: string[] = []
  let at = from
  for (;;) {
    let field = ''
    if (text[at] === '"') {
      at += 1
      for (;;) {
        const mark = text.indexOf('"', at)
        if (mark === -1) return undefined
        field += text.slice(at, mark)
        at = mark + 1
        if (text[at] !== '"') break
        field += '"'
        at += 1
      }
    }
    const end = endOfField(text, at, separator)
    // Words behind a closing mark, and lines within: the mark was no closing one, and rows would be swallowed.
    if (end > at && field.includes('\n')) fail('unclosed-quote', { row })
    field += text.slice(at, end)
    fields.push(field)
    at = end
    if (text[at] === separator) {
      at += 1
      continue
    }
    const endsLine = text[at] === '\n' || (text[at] === '\r' && at + 1 < text.length)
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    return { fields, next: at + 1, endsLine }
  }
}

const endOfField = (text: string, from: number, separator: Separator): number => {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === separator || character === '\n' || character === '\r') return at
  }
  return text.length
}
