import SQLite from 'better-sqlite3'
import { foldJournal } from '../../db/sqlite.ts'

/** One statement as the driver ran it. */
export interface Recorded {
  isReading: boolean
  text: string
  parameters: unknown[]
  isQuery: boolean
}

/** What the driver is asked to run while some work is done, on connections that are opened meanwhile. */
export const recordStatements = async (work: () => Promise<unknown>): Promise<Recorded[]> => {
  const recorded: Recorded[] = []
  const { prepare } = SQLite.prototype
  SQLite.prototype.prepare = function (this: SQLite.Database, text: string) {
    const statement = prepare.call(this, text)
    const isReading = this.readonly
    for (const way of ['all', 'run'] as const) {
      const run = statement[way].bind(statement) as (...parameters: unknown[]) => never
      statement[way] = (...parameters: unknown[]) => {
        recorded.push({ isReading, text, parameters, isQuery: way === 'all' })
        return run(...parameters)
      }
    }
    return statement
  } as typeof prepare
  try {
    await work()
  } finally {
    SQLite.prototype.prepare = prepare
  }
  return recorded
}

/** Opens a file to read and to write, runs the same statements by the driver alone, each text prepared once, and gives the milliseconds. */
export const replayStatements = (path: string, recorded: readonly Recorded[]): number => {
  const from = performance.now()
  const writer = new SQLite(path)
  writer.pragma('journal_mode = wal')
  writer.pragma('synchronous = full')
  const reader = new SQLite(path, { readonly: true })
  const kept = new Map<string, SQLite.Statement>()
  for (const { isReading, text, parameters, isQuery } of recorded) {
    const key = `${isReading} ${text}`
    const statement = kept.get(key) ?? (isReading ? reader : writer).prepare(text)
    kept.set(key, statement)
    if (isQuery) statement.all(...parameters)
    else statement.run(...parameters)
  }
  const took = performance.now() - from
  reader.close()
  // A journal that is left would make the program look through the whole file when it opens it next.
  foldJournal(writer)
  writer.close()
  return took
}
