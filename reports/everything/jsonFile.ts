import { canonicalJson } from '../../domain/canonicalJson.ts'
import type { Everything, Value } from './everything.ts'
import { textPieces } from './zipFile.ts'

/**
 * One JSON value in RFC 8785 form: `{"manifest": …, "tables": {<table>: [<row>, …]}}`. A row is an object of the table's own
 * columns: money in pence, moments in UTC, and JSON inside a column as its text.
 */
export const jsonFile = (everything: Everything): Generator<Uint8Array> => textPieces(texts(everything))

function* texts({ manifest, tables }: Everything): Generator<string> {
  yield `{"manifest":${canonicalJson(manifest)},"tables":{`
  let between = ''
  for (const { name, columns, rows } of [...tables].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    yield `${between}${canonicalJson(name)}:[`
    let first = true
    for (const row of rows()) {
      yield `${first ? '' : ','}${canonicalJson(objectOf(columns, row))}`
      first = false
    }
    yield ']'
    between = ','
  }
  yield '}}'
}

const objectOf = (columns: readonly string[], row: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))
