import type { ExportManifest } from '../../domain/backup/exportManifest.ts'

export type Value = string | number | null

export interface EverythingTable {
  /** As in the database. */
  name: string
  columns: string[]
  /** The rows in the order of their key; one table is read at a time. */
  rows: () => Iterable<Value[]>
}

/** A whole programme on its way out: facts in small pieces, so that its size costs no memory. */
export interface Everything {
  manifest: ExportManifest
  tables: EverythingTable[]
  /** The name of the thing that an id stands for. */
  nameOf: (id: string) => string | undefined
}
