import { csvFile, csvText } from '../../domain/csv.ts'
import { formatPlain } from '../../domain/money.ts'
import { safeFileName } from '../../domain/reportFileName.ts'
import type { Everything } from './everything.ts'
import { inReadingOrder, type ReadableValue, readable } from './readable.ts'
import { type Packer, textPieces, zipFile } from './zipFile.ts'

/** A zip with one CSV for each table and `manifest.json`; amounts in pounds, text that no program runs as a formula. */
export const csvZip = ({ manifest, tables, nameOf }: Everything, packer: Packer): Generator<Uint8Array> => {
  const parts = inReadingOrder(tables).map((table) => {
    const { title, columns, rows } = readable(table, nameOf)
    return {
      name: safeFileName(title, 'csv'),
      pieces: csvPieces(
        columns.map(({ heading }) => heading),
        rows(),
      ),
    }
  })
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`
  return zipFile(
    [{ name: 'manifest.json', pieces: textPieces([manifestText]) }, ...parts],
    new Date(manifest.contents.lastEvent.recordedAt),
    packer,
  )
}

const ROWS = 500

function* csvPieces(headings: string[], rows: Iterable<ReadableValue[]>): Generator<Uint8Array> {
  yield csvFile([headings])
  let held: string[][] = []
  for (const row of rows) {
    held.push(row.map(fieldOf))
    if (held.length < ROWS) continue
    yield withoutMark(csvFile(held))
    held = []
  }
  if (held.length > 0) yield withoutMark(csvFile(held))
}

const BYTE_ORDER_MARK = 3

/** Only the first piece begins with the mark that says UTF-8. */
const withoutMark = (bytes: Uint8Array): Uint8Array => bytes.subarray(BYTE_ORDER_MARK)

const fieldOf = (value: ReadableValue): string => {
  if (value === null) return ''
  if (value.kind === 'text') return csvText(value.text)
  return value.kind === 'money' ? formatPlain(value.amount) : String(value.number)
}
