import type { Reading } from '../../../db/schema.ts'
import { connect, kyselyOver } from '../../../db/sqlite.ts'

/** A look into a file beside the program that has it open, with what no command of a sequence changes. */
export interface Reader {
  db: Reading
  close: () => void
}

export const openReader = (path: string): Reader => {
  const connection = connect(path, { readonly: true, mustExist: true })
  return { db: kyselyOver(connection) as unknown as Reading, close: () => connection.close() }
}
