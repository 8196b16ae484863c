import type { Workbook, Worksheet } from 'exceljs'
import { proofOf } from '../model/proofOf.ts'
import type { ReportHeading } from '../model/reportHeading.ts'
import { letterOf, sheetReference } from './address.ts'
import { rangeName } from './rangeName.ts'

export type { Workbook, Worksheet }

/** A workbook with the names of its ranges. */
export interface Book {
  workbook: Workbook
  ranges: { name: string; ranges: string[] }[]
  takenRanges: Set<string>
  takenSheets: Set<string>
}

/** An empty workbook whose properties name the moment and the event that its figures come from, and its proof. */
export const newBook = async (heading: ReportHeading): Promise<Book> => {
  const { title, programme, schemeNumber, status, asAt, asAtInWords } = heading
  // Half a second to load, and most starts of the program export nothing.
  const { default: ExcelJS } = await import('exceljs')
  const workbook: Workbook = new ExcelJS.Workbook()
  const recordedAt = new Date(asAt.recordedAt)
  const proof = proofOf(heading)
  workbook.title = cleanText(title)
  workbook.subject = cleanText(`${programme} ${schemeNumber}. ${asAtInWords}`)
  workbook.keywords = `as at ${asAt.day}, event ${asAt.seq}, hash ${asAt.hash}, proof ${proof}`
  workbook.description = `${status}. As at ${asAt.day}, event ${asAt.seq} recorded at ${asAt.recordedAt}, SHA-256 ${asAt.hash}.`
  workbook.category = status
  workbook.creator = 'BCF digital tracker'
  workbook.lastModifiedBy = 'BCF digital tracker'
  workbook.created = recordedAt
  workbook.modified = recordedAt
  return { workbook, ranges: [], takenRanges: new Set(), takenSheets: new Set() }
}

/** Names a block of rows, so that other workbooks and formulas can refer to it. */
export const nameRows = (book: Book, sheet: string, wanted: string, [first, last]: [number, number], width: number) => {
  const name = rangeName(wanted, book.takenRanges)
  book.ranges.push({ name, ranges: [`${sheetReference(sheet)}!$A$${first}:$${letterOf(width)}$${last}`] })
}

export const bookBytes = async ({ workbook, ranges }: Book): Promise<Uint8Array> => {
  // ExcelJS would keep every cell of a named range by itself, which costs more than the cells.
  Object.defineProperty(workbook.definedNames, 'model', { get: () => ranges })
  return await toBytes(workbook)
}

export const toBytes = async (workbook: Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer())

const LONGEST_CELL = 32_767

/** Text that a workbook can hold: no control characters, no half characters, and nothing that reads as an escape. */
export const cleanText = (text: string): string => {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .toWellFormed()
    // A spreadsheet reads _x0041_ as the letter A unless its first underscore is itself escaped.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return clean.length > LONGEST_CELL ? `${clean.slice(0, LONGEST_CELL - 1).toWellFormed()}…` : clean
}
