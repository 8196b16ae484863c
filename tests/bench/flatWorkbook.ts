import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import { packer } from '../../electron/app/packer.ts'
import type { Everything } from '../../reports/everything/everything.ts'
import { flatWorkbook } from '../../reports/everything/flatWorkbook.ts'
import { textPieces } from '../../reports/everything/zipFile.ts'
import { compare } from './compare.ts'
import { type Line, ratio } from './line.ts'
import { benchRow, HEADINGS } from './makeWorkbook.ts'
import { mostHeldBy } from './mostHeldBy.ts'

const COLUMNS = [
  'document_number',
  'line_seq',
  'cost_centre',
  'project_code',
  'posted_on',
  'period',
  'supplier',
  'description',
  'order_number',
  'net_pence',
  'vat_pence',
  'entered_by',
]

/** The rows of an extract as a table of a programme, made as they are asked for. */
const everythingOf = (count: number): Everything => ({
  manifest: {
    contents: {
      programme: { name: 'Bench', capitalSchemeNumber: '', isSample: false },
      lastEvent: { seq: 1, hash: '0'.repeat(64), recordedAt: '2020-08-28T09:00:00.000Z' },
      sums: {},
    },
    versions: { program: '', file: 1, sqlite: '' },
    tables: { entry: count },
    madeOn: '2020-08-28',
    signIn: 'nobody signs in',
  } as unknown as Everything['manifest'],
  tables: [{ name: 'entry', columns: COLUMNS, rows: () => rowsOf(count) }],
  nameOf: () => undefined,
})

function* rowsOf(count: number): Generator<(string | number)[]> {
  for (let at = 0; at < count; at += 1) {
    const row = benchRow(at)
    for (const column of [9, 10]) row[column] = Math.round(Number(row[column]) * 100)
    yield row
  }
}

/** The least that any writer of such a workbook does: the text of its cells, deflated by the system at level 6. */
function* bareXml(count: number): Generator<Uint8Array> {
  function* texts() {
    yield `<worksheet><sheetData><row r="1">${HEADINGS.map((text, at) => bareCell(text, at, 1)).join('')}</row>`
    let number = 1
    for (const row of rowsOf(count)) {
      number += 1
      yield `<row r="${number}">${row.map((value, at) => bareCell(value, at, number)).join('')}</row>`
    }
    yield '</sheetData></worksheet>'
  }
  for (const piece of textPieces(texts())) {
    yield deflateRawSync(piece, { level: 6, finishFlush: constants.Z_SYNC_FLUSH })
  }
}

const bareCell = (value: string | number, column: number, row: number): string =>
  typeof value === 'number'
    ? `<c r="${String.fromCharCode(65 + column)}${row}"><v>${value}</v></c>`
    : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`

const write = (path: string, pieces: Iterable<Uint8Array>): void => {
  const file = openSync(path, 'w')
  for (const piece of pieces) writeSync(file, piece)
  closeSync(file)
}

/** Writes one workbook of so many rows; what a process of its own is started for. */
export const writeFlat = (path: string, rows: number): void => write(path, flatWorkbook(everythingOf(rows), packer))

/** A flat workbook against the least that writing one can cost, and what it holds in memory. */
export const flatWorkbooks = async (folder: string): Promise<Line[]> => {
  const rows = 100_000
  const { ours, bare } = await compare({
    ours: () => writeFlat(join(folder, 'flat.xlsx'), rows),
    bare: () => write(join(folder, 'bare.xml.deflate'), bareXml(rows)),
  })
  const [some, more] = [memoryOf(folder, rows), memoryOf(folder, 4 * rows)]
  return [
    ratio('styled workbook of 100,000 rows × 12, of bare XML deflated at 6', ours / bare, 1.5),
    { what: 'the workbook of 100,000 rows × 12', value: ours, unit: 'ms', goal: null },
    { what: 'memory of a process that writes it', value: some, unit: 'MB', goal: 250 },
    { what: 'memory of one that writes 400,000 rows', value: more, unit: 'MB', goal: 250 },
  ]
}

const memoryOf = (folder: string, rows: number): number => {
  const here = JSON.stringify(import.meta.filename)
  const path = JSON.stringify(join(folder, 'memory.xlsx'))
  return mostHeldBy(`const { writeFlat } = await import(${here}); writeFlat(${path}, ${rows})`)
}
