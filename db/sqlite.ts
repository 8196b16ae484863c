import SQLite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely'
import { Failure, fail } from '../domain/errors.ts'
import { readable, UnreadableRow } from './readable.ts'
import type { Db, Reading, Schema, Tx } from './schema.ts'

/** Everything that only SQLite can do or say; a server edition would replace this file. */

/** `BCF1` in the file's header: it is ours, and not just any SQLite file. */
export const APPLICATION_ID = 0x42434631

const BUSY_TIMEOUT_MS = 5000

/** In bytes: what one large command made the journal grow to is given back with the next one. */
const LARGEST_JOURNAL = 16 * 1024 * 1024

export type Connection = InstanceType<typeof SQLite>

/** More texts than the program has; those with a list of any length in them would otherwise pile up. */
const MOST_STATEMENTS = 500

/** Prepares each text once for a connection: that costs several times as much as running a short statement. */
const keepingStatements = (connection: Connection): SqliteDatabase => {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => connection.close(),
    prepare(text) {
      const known = kept.get(text)
      if (known) return known
      const made: SqliteStatement = connection.prepare(text)
      kept.set(text, made)
      if (kept.size > MOST_STATEMENTS) kept.delete(kept.keys().next().value ?? text)
      return made
    },
  }
}

/** Commands write, so they take the write lock at once: a plain `begin` lets two processes deadlock into `SQLITE_BUSY`. */
class ImmediateDriver extends SqliteDriver {
  readonly #connection: Connection
  readonly #begin: string
  constructor(connection: Connection) {
    super({ database: keepingStatements(connection) })
    this.#connection = connection
    this.#begin = connection.readonly ? 'begin' : 'begin immediate'
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin))
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk has made SQLite roll back already; a second rollback would fail and hide the cause.
    if (this.#connection.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLite can roll back DDL; Kysely's default adapter says it can't and would leave a failed migration half applied. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ProgrammeDialect extends SqliteDialect {
  readonly #connection: Connection
  constructor(connection: Connection) {
    super({ database: connection })
    this.#connection = connection
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#connection)
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

export const kyselyOver = (connection: Connection): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new ProgrammeDialect(connection) })

/** Opens a connection with the settings that keep money safe, and refuses to run if SQLite did not take them (`unsafe-settings`). */
export const connect = (path: string, options: { readonly: boolean; mustExist: boolean }): Connection => {
  const connection = new SQLite(path, {
    readonly: options.readonly,
    fileMustExist: options.mustExist,
    timeout: BUSY_TIMEOUT_MS,
  })
  try {
    // better-sqlite3 is compiled with synchronous = NORMAL in WAL mode, which can lose the last commits with the power.
    const wanted: Record<string, string | number> = options.readonly
      ? { trusted_schema: 0 }
      : {
          journal_mode: 'wal',
          synchronous: 2,
          journal_size_limit: LARGEST_JOURNAL,
          foreign_keys: 1,
          trusted_schema: 0,
          checkpoint_fullfsync: process.platform === 'darwin' ? 1 : 0,
        }
    for (const [setting, value] of Object.entries(wanted)) {
      connection.pragma(`${setting} = ${value}`)
      const is = connection.pragma(setting, { simple: true })
      if (is !== value) fail('unsafe-settings', { setting, wanted: String(value), is: String(is) })
    }
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** An empty database that no file holds. */
export const inMemory = (): Connection => new SQLite(':memory:')

export const sqliteVersion = (connection: Connection): string =>
  connection.prepare('select sqlite_version()').pluck().get() as string

/** Folds the journal into the file and leaves journal mode, so that a closed programme is one file that even a read-only folder can show. */
export const foldJournal = (connection: Connection): void => {
  try {
    connection.pragma('wal_checkpoint(truncate)')
    connection.pragma('journal_mode = delete')
  } catch (error) {
    // Another process still works on the file; the last one to close folds it in.
    if (!isSqliteError(error)) throw error
  }
}

/** Whether a column holds one of the values. A list as JSON may be longer than a statement has parameters. */
export const isOneOf = (column: string, values: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`

/** Writes a complete and compact copy; the target must not exist. */
export const copyInto = (connection: Connection, target: string): void => {
  connection.prepare('vacuum into ?').run(target)
}

const entryColumns = [
  'movement_id',
  'level',
  'place_kind',
  'place_id',
  'start_year',
  'period',
  'source_id',
  'nature',
  'amount_pence',
  'effective_on',
  'ledger_ref',
] as const

type EntryRow = Omit<Schema['entry'], 'id' | 'seq'>

/** One statement for any number of entries: binding row by row costs several times as much. */
export const insertEntries = async (tx: Tx, seq: number, entries: EntryRow[]): Promise<void> => {
  const values = entryColumns.map((column) => sql`value ->> ${sql.lit(column)}`)
  await sql`
    insert into entry (${sql.join(entryColumns.map((column) => sql.ref(column)))}, seq)
    select ${sql.join(values)}, ${seq} from json_each(${JSON.stringify(entries)}) order by key
  `.execute(tx)
}

export const isSqliteError = (error: unknown): error is Error & { code: string } => error instanceof SQLite.SqliteError

export const isCorruption = (error: unknown): error is Error & { code: string } =>
  isSqliteError(error) && error.code.startsWith('SQLITE_CORRUPT')

/** The disk could not do what it was told; that says nothing of what is in the file. */
const ofDisk =
  /^SQLITE_IOERR_(FSYNC|DIR_FSYNC|TRUNCATE|DELETE|CLOSE|DIR_CLOSE|ACCESS|SHM\w+|(RD|UN)?LOCK|CHECKRESERVEDLOCK|MMAP)$/

/** One sentence for each way in which the disk or the file can fail; anything else is passed on as it is. */
export const asFileFailure = (error: unknown, file: string): unknown => {
  if (error instanceof UnreadableRow) return new Failure('damaged-file', { file })
  if (!isSqliteError(error)) return error
  const { code } = error
  // A limit on the size of files shows as an I/O error on write, not as a full disk.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return new Failure('disk-full', {})
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return new Failure('read-only', { file })
  if (code === 'SQLITE_NOTADB') return new Failure('not-a-programme', { file })
  if (ofDisk.test(code)) return new Failure('disk-failed', { file })
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) return new Failure('damaged-file', { file })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new Failure('file-busy', { file })
  if (code === 'SQLITE_CANTOPEN') return new Failure('file-missing', { file })
  return error
}

/** Columns as one canonical text, equal to `canonicalJson` of the row; guarded, what damage has turned into bytes reads as such. */
const canonicalColumns = (columns: readonly string[], isGuarded: boolean): string => {
  const value = (column: string) => (isGuarded ? `iif(typeof(${column}) = 'blob', 'unreadable', ${column})` : column)
  return `json_object(${columns
    .toSorted()
    .map((column) => `'${column}', ${value(column)}`)
    .join(', ')})`
}

/** The statement for whole rows, and the one for rows that damage may have touched. */
type BothWays = Record<'plain' | 'guarded', string>

// Made once: a check of a large trail asks for thousands of pages.
const bothWays = (write: (text: (columns: readonly string[]) => string) => string): BothWays => ({
  plain: write((columns) => canonicalColumns(columns, false)),
  guarded: write((columns) => canonicalColumns(columns, true)),
})

/** SQLite has no JSON for bytes, which only damage can put there: looking for them in every column costs as much as the text. */
const guardedIfNeeded = async <T>(db: Reading, ways: BothWays, parameters: (number | string)[]): Promise<T[]> => {
  const read = async (statement: string) =>
    (await (db as unknown as Db).executeQuery(CompiledQuery.raw(statement, parameters))).rows as T[]
  try {
    return await read(ways.plain)
  } catch (error) {
    if (!isSqliteError(error) || error.code !== 'SQLITE_ERROR') throw error
    return await read(ways.guarded)
  }
}

const hashedColumns = [
  'seq',
  'recorded_at',
  'actor',
  'role',
  'operation',
  'transition',
  'subject_kind',
  'subject_id',
  'shape',
  'rows_json',
  'detail_json',
  'is_undoable',
  'undoes_seq',
  'posting_count',
  'postings_digest',
  'previous_hash',
]

export interface EventText {
  seq: number
  hash: string
  /** What the event's hash is made over: its other columns, each under its name. */
  text: string
}

// Every further column of a row costs as much as a tenth of its hash.
const eventStatement = bothWays(
  (text) => `select seq, hash, ${text(hashedColumns)} as text
    from main.event where seq > ? and seq <= ? order by seq limit ?`,
)

/** Some events after a number and up to another, each as one text: a million rows as objects cost more than their hashes. */
export const eventTexts = (db: Reading, after: number, upTo: number, limit: number): Promise<EventText[]> =>
  guardedIfNeeded(db, eventStatement, [after, upTo, limit])

/** A posted line as its event's digest covers it. */
export interface PostedText {
  seq: number
  /** The movement that it is or belongs to. */
  movement: string
  text: string
}

// The tables themselves: where they are shown as of an event they have no order of their own, and the range says which rows.
const movementStatement = bothWays(
  (text) => `select seq, id as movement,
    '{"movement":' || ${text(['id', 'kind', 'reason', 'decision_id', 'reverses_id'])} || '}' || char(10) as text
    from main.movement where seq between ? and ? order by seq, rowid`,
)

/** The movements of a range of events, in the order in which they were posted. */
export const movementTexts = (db: Reading, from: number, to: number): Promise<PostedText[]> =>
  guardedIfNeeded(db, movementStatement, [from, to])

const entryStatement = bothWays(
  (text) => `select seq, movement_id as movement, '{"entry":' || ${text(entryColumns)} || '}' || char(10) as text
    from main.entry where seq between ? and ? order by seq, id`,
)

/** The entries of a range of events, those of an event in the order in which they were posted. */
export const entryTexts = (db: Reading, from: number, to: number): Promise<PostedText[]> =>
  guardedIfNeeded(db, entryStatement, [from, to])

/** A posted line with the number of its row, after which a page goes on. */
export interface NumberedText {
  id: number
  seq: number
  text: string
}

const movementEntryStatement = bothWays(
  (text) => `select id, seq, '{"entry":' || ${text(entryColumns)} || '}' || char(10) as text
    from main.entry where movement_id = ? and seq = ? and id > ? order by id limit ?`,
)

/** Some entries of a movement after one, in the order in which they were posted. */
export const movementEntryTexts = (
  db: Reading,
  { movement, seq }: { movement: string; seq: number },
  after: number,
  limit: number,
): Promise<NumberedText[]> => guardedIfNeeded(db, movementEntryStatement, [movement, seq, after, limit])

export const spendRowColumns = [
  'import_id',
  'row',
  'outcome',
  'why',
  'ledger_ref',
  'order_ref',
  'place_id',
  'start_year',
  'period',
  'posted_on',
  'amount_pence',
  'supplier',
  'description',
  'retrospective',
  'cells_json',
] as const

const spendRowStatement = bothWays(
  (text) => `select id, seq, '{"spend_row":' || ${text(spendRowColumns)} || '}' || char(10) as text
    from main.spend_row where seq between ? and ? and id > ? order by id limit ?`,
)

/** Some rows of extracts of a range of events after one, in the order in which they were brought in. */
export const spendRowTexts = (
  db: Reading,
  from: number,
  to: number,
  after: number,
  limit: number,
): Promise<NumberedText[]> => guardedIfNeeded(db, spendRowStatement, [from, to, after, limit])

/** The latest state of every thing as of an event, from the events themselves. */
export const rowsAsOf = (connection: Connection, seq: number): { kind: string; shape: number; row: StoredRow }[] => {
  const latest = connection
    .prepare(`select seq, kind, id from (
      select kind, id, max(seq) as seq from main.event_row where seq <= ? group by id, kind
    ) order by seq`)
    .all(seq) as { seq: number; kind: string; id: string }[]
  const eventAt = connection.prepare('select shape, rows_json from main.event where seq = ?')
  // One event may hold a thousand things, so each is read once for all of its own.
  return [...Map.groupBy(latest, (each) => each.seq)].flatMap(([at, things]) => {
    const event = eventAt.get(at) as { shape: number; rows_json: string } | undefined
    return readable(() => {
      if (!event) throw new Error(`There is no event ${at}, though its things are listed`)
      const { shape, rows_json } = event
      const kept = JSON.parse(rows_json) as { kind: string; row: StoredRow }[]
      const rowOf = new Map(kept.map(({ kind, row }) => [`${kind} ${row.id}`, row]))
      return things.map(({ kind, id }) => {
        const row = rowOf.get(`${kind} ${id}`)
        if (!row) throw new Error(`Event ${at} lists a ${kind} that it does not hold`)
        return { kind, shape, row }
      })
    })
  })
}

type StoredRow = Record<string, string | number | null>

/**
 * Makes the tables of a read-only connection show the ledger as of an event: SQLite looks into `temp` first, so the same
 * queries run unchanged on temporary objects that carry the tables' own names.
 */
export const showAsOf = (connection: Connection, seq: number, things: Map<string, StoredRow[]>): void => {
  const limit = Number.isSafeInteger(seq) ? seq : 0
  for (const table of [
    'event',
    'event_row',
    'movement',
    'entry',
    'stated_document',
    'stated_figure',
    'stated_claim',
    'spend_row',
  ]) {
    connection.exec(`create temp view ${table} as select * from main.${table} where seq <= ${limit}`)
  }
  connection.exec(`create temp table balance as
    select place_kind, place_id, start_year, level, period, coalesce(source_id, '') as source_id, nature,
      sum(amount_pence) as amount_pence
    from main.entry where seq <= ${limit} group by place_id, start_year, level, period, source_id, nature`)
  for (const [table, rows] of things) {
    connection.exec(`create temp table ${table} as select * from main.${table} where 0`)
    const columns = (connection.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name)
    const insert = connection.prepare(`insert into temp.${table} values (${columns.map(() => '?').join(', ')})`)
    for (const row of rows) insert.run(readable(() => columns.map((column) => keptIn(row, column))))
  }
}

/** What a kept row says for a column; throws where damage has taken its name or left it nothing that a column can hold. */
const keptIn = (row: StoredRow, column: string): string | number | null => {
  const value = row[column]
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new Error(`A kept row has no ${column}`)
}
