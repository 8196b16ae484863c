import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { fail } from '../domain/errors.ts'
import { migrations } from './migrations/index.ts'
import type { Db } from './schema.ts'
import { APPLICATION_ID, type Connection, copyInto } from './sqlite.ts'

/** The version that this program writes. */
export const PROGRAM_VERSION = migrations.length

export const fileVersion = (connection: Connection): number =>
  connection.pragma('user_version', { simple: true }) as number

/**
 * Brings a file up to this program's version, all migrations in one transaction, after a full copy beside it.
 * Throws `newer-file` and touches nothing where the file is ahead of the program.
 */
export const migrate = async (
  connection: Connection,
  db: Db,
  steps: ((db: Kysely<unknown>) => Promise<void>)[] = migrations,
): Promise<void> => {
  const from = fileVersion(connection)
  if (from > steps.length)
    fail('newer-file', { file: connection.name, fileVersion: from, programVersion: steps.length })
  if (from === steps.length) return
  if (from > 0) {
    if (connection.pragma('quick_check', { simple: true }) !== 'ok') fail('damaged-file', { file: connection.name })
    copyInto(connection, freeName(`${connection.name}.before-version-${steps.length}`))
  }
  // Off while migrating: rebuilding a table drops it, and "on delete cascade" would take its children along.
  connection.pragma('foreign_keys = off')
  try {
    await db.transaction().execute(async (tx) => {
      for (const step of steps.slice(from)) await step(tx as unknown as Kysely<unknown>)
      if ((connection.pragma('foreign_key_check') as unknown[]).length > 0)
        fail('damaged-file', { file: connection.name })
      connection.pragma(`user_version = ${steps.length}`)
      connection.pragma(`application_id = ${APPLICATION_ID}`)
    })
  } finally {
    connection.pragma('foreign_keys = on')
  }
  // From the journal into the file, so that its header says whose it is and of which version.
  connection.pragma('wal_checkpoint(truncate)')
}

/** A copy from an earlier try is kept. */
const freeName = (name: string): string => {
  for (let copy = 2, free = name; ; copy += 1) {
    if (!existsSync(free)) return free
    free = `${name}-${copy}`
  }
}
