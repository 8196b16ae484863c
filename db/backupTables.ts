import { createHash } from 'node:crypto'
import type { Manifest } from '../domain/backup/manifest.ts'
import type { Connection } from './sqlite.ts'

/** One table of a file with its columns, in the order in which they were made. */
export interface FileTable {
  name: string
  columns: string[]
  /** The columns that order its rows the same in every copy. */
  key: string[]
  /** The columns of bytes, which no text holds. */
  blobs: string[]
}

/** The tables of a programme file, without SQLite's own. */
export const tablesOf = (connection: Connection): FileTable[] => {
  const names = connection
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name`)
    .pluck()
    .all() as string[]
  return names.map((name) => {
    const columns = connection.pragma(`table_info(${quoted(name)})`) as { name: string; type: string; pk: number }[]
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    return {
      name,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
      blobs: columns.filter(({ type }) => type.toLowerCase() === 'blob').map((column) => column.name),
    }
  })
}

/** The columns that can be read as text or numbers: all but those of bytes. */
export const readableColumns = ({ columns, blobs }: FileTable): string[] =>
  columns.filter((column) => !blobs.includes(column))

/** The readable columns of a table's rows one by one, in the order of its key; numbers as they are kept. */
export const rowsOfTable = (connection: Connection, table: FileTable) => {
  const { name, key } = table
  return connection
    .prepare(
      `select ${readableColumns(table).map(quoted).join(', ')} from ${quoted(name)} order by ${key.map(quoted).join(', ')}`,
    )
    .raw()
    .iterate() as IterableIterator<(string | number | null)[]>
}

/** The number of rows of each table, and the SHA-256 over them in the order of their key. */
export const digestTables = (connection: Connection): Manifest['tables'] =>
  Object.fromEntries(
    tablesOf(connection).map((table) => {
      const { name, key } = table
      if (table.blobs.length > 0) return [name, digestBytes(connection, table)]
      // SQLite writes a row as one text: making objects of a million rows costs several times as much.
      const row = `json_array(${table.columns.map(quoted).join(', ')})`
      const rows = connection
        .prepare(`select ${row} from ${quoted(name)} order by ${key.map(quoted).join(', ')}`)
        .pluck()
        .iterate() as IterableIterator<string>
      const hash = createHash('sha256')
      let count = 0
      for (const text of rows) {
        hash.update(text).update('\n')
        count += 1
      }
      return [name, { rows: count, sha256: hash.digest('hex') }]
    }),
  )

/** SQLite makes no text of bytes: each is in the row by its own SHA-256. */
const digestBytes = (connection: Connection, { name, columns, key }: FileTable): Manifest['tables'][string] => {
  const rows = connection
    .prepare(`select ${columns.map(quoted).join(', ')} from ${quoted(name)} order by ${key.map(quoted).join(', ')}`)
    .raw()
    .iterate() as IterableIterator<(string | number | null | Uint8Array)[]>
  const hash = createHash('sha256')
  let count = 0
  for (const row of rows) {
    const values = row.map((value) =>
      value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value,
    )
    hash.update(JSON.stringify(values)).update('\n')
    count += 1
  }
  return { rows: count, sha256: hash.digest('hex') }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
