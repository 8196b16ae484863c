import type { Tx } from './schema.ts'
import { asFileFailure, type Connection, connect, kyselyOver } from './sqlite.ts'

/**
 * Writes to a programme over a connection of its own, in one transaction that takes the write lock at once: for work that runs
 * beside the program that has the file open. Another file can be read from within it, under the name `staged`.
 */
export const writeBeside = async <T>(
  path: string,
  staged: string | null,
  work: (tx: Tx, connection: Connection) => Promise<T>,
): Promise<T> => {
  let connection: Connection | undefined
  try {
    const own = connect(path, { readonly: false, mustExist: true })
    connection = own
    // SQLite attaches nothing within a transaction.
    if (staged !== null) own.prepare('attach database ? as staged').run(staged)
    return await kyselyOver(own)
      .transaction()
      .execute((tx) => work(tx, own))
  } catch (error) {
    throw asFileFailure(error, path)
  } finally {
    connection?.close()
  }
}
