import { onTestFinished } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import type { Repository } from '../../db/repository.ts'
import type { Db } from '../../db/schema.ts'
import { inMemory, kyselyOver } from '../../db/sqlite.ts'

/** The tables of a programme that no file holds, to which foreign keys mean nothing: for what single rows say. */
export const memoryLedger = async (): Promise<Db> => {
  const connection = inMemory()
  const db = kyselyOver(connection)
  await migrate(connection, db)
  connection.pragma('foreign_keys = off')
  onTestFinished(() => void connection.close())
  return db
}

/** Puts a row where it belongs, without an event. */
export const inserted = async <T>(db: Db, { kind, toRow }: Repository<T>, value: T): Promise<void> => {
  await db.insertInto(kind).values(toRow(value)).execute()
}
