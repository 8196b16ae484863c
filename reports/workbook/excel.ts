import type { Workbook, Worksheet } from 'exceljs'
import type { Heading } from '../heading.ts'

export type { Workbook, Worksheet }

/** An empty workbook whose properties name the moment and the event that its figures come from. */
export const newWorkbook = async (title: string, { programme, schemeNumber, status, asAt, asAtInWords }: Heading) => {
  // Half a second to load, and most starts of the program export nothing.
  const { default: ExcelJS } = await import('exceljs')
  const workbook: Workbook = new ExcelJS.Workbook()
  const recordedAt = new Date(asAt.recordedAt)
  workbook.title = cleanText(title)
  workbook.subject = cleanText(`${programme} ${schemeNumber}. ${asAtInWords}`)
  workbook.keywords = `as at ${asAt.day}, event ${asAt.seq}, hash ${asAt.hash}`
  workbook.description = `${status}. As at ${asAt.day}, event ${asAt.seq} recorded at ${asAt.recordedAt}, SHA-256 ${asAt.hash}.`
  workbook.category = status
  workbook.creator = 'BCF digital tracker'
  workbook.lastModifiedBy = 'BCF digital tracker'
  workbook.created = recordedAt
  workbook.modified = recordedAt
  return workbook
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
