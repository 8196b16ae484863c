import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Instant } from '../domain/calendarDay.ts'
import { Failure, type FailureCode, fail } from '../domain/errors.ts'
import { lift } from '../domain/history/lift.ts'
import { asDiskFailure } from './asDiskFailure.ts'
import { asReadFailure } from './asReadFailure.ts'
import { giveName, refuseTaken } from './giveName.ts'
import { fileVersion, migrate, PROGRAM_VERSION } from './migrate.ts'
import { lastSeq } from './queries/events.ts'
import type { Db, Reading, Tx } from './schema.ts'
import { integrityOf, isSound } from './soundness.ts'
import {
  APPLICATION_ID,
  asFileFailure,
  type Connection,
  connect,
  copyInto,
  foldJournal,
  kyselyOver,
  rowsAsOf,
  showAsOf,
  sqliteVersion,
} from './sqlite.ts'
import { subjectKinds } from './subjects.ts'
import { removeUnfinished, unfinishedPath } from './unfinished.ts'

/** A programme's file while it is open: one writer, one reader that sees a snapshot, and readers of earlier moments. */
export interface ProgrammeFile {
  path: string
  isReadOnly: boolean
  sqliteVersion: string
  /** Runs commands one after the other, each in one transaction that takes the write lock at once. Throws `read-only`. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Keeps other writes waiting while a connection of its own writes to the file. Throws `read-only`. */
  whileBeside<T>(work: () => Promise<T>): Promise<T>
  /** Runs queries on one snapshot: of now, or as of an event. */
  read<T>(work: (db: Reading) => Promise<T>, asAtSeq?: number | null): Promise<T>
  /** `ok`, or what SQLite finds wrong with the file itself. */
  integrity(): string
  /** Writes a complete copy of the programme to a path where nothing is. */
  copyTo(target: string): Promise<void>
  /** Waits for what runs; what is asked for afterwards throws `no-programme-open`. */
  close(): Promise<void>
}

/** A reader of an earlier moment, and how much reads from it or waits to. */
interface Earlier {
  connection: Connection
  db: Db
  readers: number
}

/** How many earlier moments stay open: a screen compares two at most. */
const AS_AT_READERS = 2

/**
 * Makes a programme file, filled by the work, whole or not at all: it gets its name when it is complete. Throws
 * `file-exists`, `folder-missing`, `read-only`, `disk-full`, and what the work throws.
 */
export const createProgrammeFile = async (
  path: string,
  fill: (file: ProgrammeFile) => Promise<void> = async () => undefined,
): Promise<ProgrammeFile> => {
  await refuseTarget(path)
  await removeUnfinished(dirname(path))
  const unfinished = unfinishedPath(path)
  try {
    const made = await guarded(path, () => openConnections(unfinished, false, false))
    try {
      await fill(made)
    } finally {
      await made.close()
    }
    await flush(unfinished)
    await giveName(unfinished, path)
    await flush(dirname(path))
  } catch (error) {
    throw asDiskFailure(error, path)
  } finally {
    // What cannot be removed goes at the next start; the programme is whole all the same.
    await removeProgrammeFile(unfinished).catch(() => undefined)
  }
  return await openProgrammeFile(path)
}

/** SQLite says of a folder that is not there, and of one that may not be written, only that it cannot open the file. */
const refuseTarget = async (path: string): Promise<void> => {
  const folder = dirname(path)
  refuseTaken(path)
  if (!existsSync(folder)) fail('folder-missing', { folder })
  if (!isWritable(folder)) fail('read-only', { file: path })
}

/** Takes away a file that was just made and could not be filled, with what SQLite keeps beside it. */
export const removeProgrammeFile = async (path: string): Promise<void> => {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${path}${ending}`, { force: true })
}

/**
 * Opens a programme. Throws `file-missing`, `unreadable-file`, `disk-failed`, `not-a-programme`, `damaged-file`, `newer-file`, `older-file` (one that
 * would have to be migrated and may not be written), `file-busy`; nothing is written to a file that is refused. A file or
 * folder that cannot be written opens read-only.
 */
export const openProgrammeFile = async (path: string): Promise<ProgrammeFile> => {
  try {
    checkHeader(path)
  } catch (error) {
    throw asReadFailure(error, path)
  }
  await removeUnfinished(dirname(path))
  const isReadOnly = !(isWritable(path) && isWritable(dirname(path)))
  const wasLeftOpen = existsSync(`${path}-wal`)
  return await guarded(path, () => openConnections(path, isReadOnly, wasLeftOpen))
}

const openConnections = async (path: string, isReadOnly: boolean, wasLeftOpen: boolean): Promise<ProgrammeFile> => {
  const connections: Connection[] = []
  const open = (options: { readonly: boolean; mustExist: boolean }): Connection => {
    const connection = connect(path, options)
    connections.push(connection)
    return connection
  }
  try {
    if (!isReadOnly) {
      const writer = open({ readonly: false, mustExist: false })
      probe(writer)
      refuseForeign(writer)
      if (wasLeftOpen && writer.pragma('quick_check', { simple: true }) !== 'ok') fail('damaged-file', { file: path })
      await migrate(writer, kyselyOver(writer))
    }
    const reader = open({ readonly: true, mustExist: true })
    probe(reader)
    refuseForeign(reader)
    if (fileVersion(reader) < PROGRAM_VERSION) fail('older-file', { file: path })
    if (fileVersion(reader) > PROGRAM_VERSION) {
      fail('newer-file', { file: path, fileVersion: fileVersion(reader), programVersion: PROGRAM_VERSION })
    }
    return programmeFile(path, reader, isReadOnly ? undefined : connections[0])
  } catch (error) {
    for (const connection of connections) connection.close()
    throw error
  }
}

/** What is said of a value that somebody gave, and of one that damage has left. */
const ofValues: readonly FailureCode[] = ['bad-amount', 'amount-too-large', 'bad-quantity', 'bad-year', 'bad-day']

const programmeFile = (path: string, reader: Connection, writer: Connection | undefined): ProgrammeFile => {
  const writerDb = writer && kyselyOver(writer)
  const readerDb = kyselyOver(reader)
  const earlier = new Map<number, Earlier>()
  const running = new Set<Promise<unknown>>()
  let isClosed = false
  let soundness: Promise<boolean> | undefined

  /** Whether it is damage that something failed which was not meant to: the check decides, once while the file is open. */
  const orDamage = async (error: unknown): Promise<never> => {
    if (error instanceof Failure && !ofValues.includes(error.code)) throw error
    soundness ??= guarded(path, () => readerDb.transaction().execute((tx) => isSound(tx as unknown as Reading, reader)))
    throw (await soundness) ? error : new Failure('damaged-file', { file: path })
  }

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isClosed) fail('no-programme-open', {})
    const result = guarded(path, work).catch(orDamage)
    running.add(result)
    try {
      return await result
    } finally {
      running.delete(result)
    }
  }

  const asOf = (seq: number): Earlier => {
    const known = earlier.get(seq)
    if (known) return known
    const connection = connectAsOf(path, seq)
    const made = { connection, db: kyselyOver(connection), readers: 0 }
    earlier.set(seq, made)
    return made
  }

  const dropOldReaders = () => {
    for (const [seq, { connection, readers }] of earlier) {
      if (earlier.size <= AS_AT_READERS) return
      if (readers > 0) continue
      connection.close()
      earlier.delete(seq)
    }
  }

  return {
    path,
    isReadOnly: writer === undefined,
    sqliteVersion: sqliteVersion(reader),
    async write(work) {
      if (!writerDb) return fail('read-only', { file: path })
      return await run(() => writerDb.transaction().execute(work))
    },
    async whileBeside(work) {
      if (!writerDb) return fail('read-only', { file: path })
      return await run(() => writerDb.connection().execute(() => work()))
    },
    async read(work, asAtSeq = null) {
      return await run(async () => {
        const moment = asAtSeq === null ? undefined : asOf(asAtSeq)
        if (moment) moment.readers += 1
        try {
          const db = moment?.db ?? readerDb
          return await db.transaction().execute((tx) => work(tx as unknown as Reading))
        } finally {
          if (moment) moment.readers -= 1
          dropOldReaders()
        }
      })
    },
    integrity: () => integrityOf(reader),
    async copyTo(target) {
      await refuseTarget(target)
      const unfinished = unfinishedPath(target)
      await run(() =>
        guarded(target, async () => {
          // A connection of its own: SQLite copies nothing from within a transaction, and the reader may be in one.
          const source = connect(path, { readonly: true, mustExist: true })
          try {
            copyInto(source, unfinished)
            await flush(unfinished)
            await giveName(unfinished, target)
            await flush(dirname(target))
          } catch (error) {
            throw asDiskFailure(error, target)
          } finally {
            source.close()
            // What cannot be removed goes at the next start; the copy is whole all the same.
            await rm(unfinished, { force: true }).catch(() => undefined)
          }
        }),
      )
    },
    async close() {
      if (isClosed) return
      isClosed = true
      await Promise.allSettled(running)
      for (const { connection } of earlier.values()) connection.close()
      earlier.clear()
      reader.close()
      if (writer) {
        foldJournal(writer)
        writer.close()
      }
    },
  }
}

/** A read-only connection that shows the programme as of an event. */
const connectAsOf = (path: string, seq: number): Connection => {
  const connection = connect(path, { readonly: true, mustExist: true })
  try {
    const things = new Map<string, Record<string, string | number | null>[]>(subjectKinds.map((kind) => [kind, []]))
    for (const { kind, shape, row } of rowsAsOf(connection, seq)) things.get(kind)?.push(lift(kind, shape, row))
    showAsOf(connection, seq, things)
    return connection
  } catch (error) {
    // Left open it would hold the file after the programme is closed.
    connection.close()
    throw error
  }
}

/** Runs queries as of an event on a connection of their own, for work that runs beside the program that has the file open. */
export const readAt = async <T>(path: string, seq: number, work: (db: Reading) => Promise<T>): Promise<T> =>
  await guarded(path, async () => {
    const latest = connect(path, { readonly: true, mustExist: true })
    let earlier: Connection | undefined
    try {
      return await kyselyOver(latest)
        .transaction()
        .execute(async (tx) => {
          const now = tx as unknown as Reading
          if ((await lastSeq(now)) === seq) return await work(now)
          // Others have gone on since the work was asked for.
          earlier = connectAsOf(path, seq)
          return await work(kyselyOver(earlier) as unknown as Reading)
        })
    } finally {
      earlier?.close()
      latest.close()
    }
  })

/** The event number as of a moment: the last whose `recorded_at` is not after it. Throws `nothing-as-at` before the first. */
export const seqAsAt = async (db: Reading, moment: Instant, asked: string): Promise<number> => {
  const row = await db
    .selectFrom('event')
    .select('seq')
    .where('recorded_at', '<=', moment)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? fail('nothing-as-at', { day: asked })
}

/** An empty database is one that is being made; any other has to be ours. */
const refuseForeign = (connection: Connection): void => {
  const isEmpty = connection.prepare('select count(*) from sqlite_master').pluck().get() === 0
  const isOurs = connection.pragma('application_id', { simple: true }) === APPLICATION_ID
  if (!isOurs && !(isEmpty && !connection.readonly)) fail('not-a-programme', { file: connection.name })
}

/** SQLite opens garbage without a word and complains at the first query. */
const probe = (connection: Connection): void => {
  connection.prepare('select count(*) from sqlite_master').get()
}

const HEADER_BYTES = 100

/**
 * Reads the first page's header before SQLite touches the file: a refused file stays as it was to the last byte. It waits for
 * the disk as SQLite will, and goes through no queue.
 */
const checkHeader = (path: string): void => {
  const found = statSync(path)
  if (!found.isFile()) fail('not-a-programme', { file: path })
  const { size } = found
  const file = openSync(path, 'r')
  const header = Buffer.alloc(HEADER_BYTES)
  try {
    readSync(file, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(file)
  }
  const isSqlite = size >= HEADER_BYTES && header.toString('latin1', 0, 15) === 'SQLite format 3'
  if (!isSqlite) fail('not-a-programme', { file: path })
  // A session that did not close has left its last pages in the journal, the header perhaps among them.
  if (existsSync(`${path}-wal`)) return
  if (header.readUInt32BE(68) !== APPLICATION_ID) fail('not-a-programme', { file: path })
  // SQLite takes a journal's or a schema's format that it does not know for a file of a later SQLite.
  const [formatToWrite = 0, formatToRead = 0] = header.subarray(18, 20)
  if (formatToWrite > 2 || formatToRead > 2 || header.readUInt32BE(44) > 4) fail('damaged-file', { file: path })
  const version = header.readUInt32BE(60)
  // A file without a version would be filled anew.
  if (version === 0) fail('damaged-file', { file: path })
  if (version > PROGRAM_VERSION)
    fail('newer-file', { file: path, fileVersion: version, programVersion: PROGRAM_VERSION })
  // A page size of 65,536 is written as 1.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  if (header.readUInt32BE(28) * pageSize > size) fail('damaged-file', { file: path })
}

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Puts what was written to a file, or the names in a folder, on the disk itself. */
export const flush = async (path: string): Promise<void> => {
  // Windows cannot open a folder, nor flush what is open for reading only; it writes names through by itself.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const guarded = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw asFileFailure(error, path)
  }
}
