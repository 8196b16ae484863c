import type { ExtractRow } from '../../../../../domain/spend/extractRow.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** An extract of a finance system whose rows can be read, as often as asked, without ever holding all of them. */
export interface Extract {
  format: 'csv' | 'xlsx'
  /** SHA-256 of the file, in hex. */
  sha256: string
  /** Of the file, in bytes. */
  size: number
  /** Null for a workbook. */
  encoding: TextEncoding | null
  separator: ',' | ';' | '\t' | '|' | null
  /** One without a name for a file of text. */
  sheets: { name: string; isHidden: boolean }[]
  /**
   * The rows of a sheet in batches. `tell` hears how much of the sheet is read, from 0 to 1. Throws `not-found` for a sheet
   * that is not there, and the refusals of `openExtract` where only the reading finds them.
   */
  rows: (sheet: string, tell?: (share: number) => void) => AsyncIterable<ExtractRow[]>
  close: () => Promise<void>
}
