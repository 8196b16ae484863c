import { z } from 'zod'
import { fail } from '../domain/errors.ts'
import type { Id } from '../domain/id.ts'
import type { Change } from './change.ts'
import { compiledOnce } from './compiledOnce.ts'
import { jsonReader } from './jsonReader.ts'
import { readable } from './readable.ts'
import { rememberingParse } from './rememberingParse.ts'
import type { Reading, SubjectKind, SubjectTable, Tx } from './schema.ts'

type Storage = 'plain' | 'flag' | 'json'

const storageOf = (type: z.ZodType): Storage => {
  if (type instanceof z.ZodNullable || type instanceof z.ZodOptional || type instanceof z.ZodDefault) {
    return storageOf(type.unwrap() as z.ZodType)
  }
  if (type instanceof z.ZodBoolean) return 'flag'
  return type instanceof z.ZodArray || type instanceof z.ZodObject ? 'json' : 'plain'
}

const columnName = (field: string, storage: Storage): string => {
  const snake = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return storage === 'json' ? `${snake}_json` : snake
}

const toColumn = (value: unknown, storage: Storage): string | number | null => {
  if (value === null || value === undefined) return null
  if (storage === 'flag') return value ? 1 : 0
  return storage === 'json' ? JSON.stringify(value) : (value as string | number)
}

type Stored = string | number | null | undefined

/** What stands in a column, held to the schema of its field. */
const readerOf = (type: z.ZodType, storage: Storage): ((value: Stored) => unknown) => {
  if (storage === 'json') return jsonReader(type)
  const parse = rememberingParse(type as z.ZodType<string | number | boolean | null>)
  return storage === 'flag' ? (value) => parse(value === null ? null : value === 1) : (value) => parse(value ?? null)
}

export interface Subject {
  id: string
  revision: number
  isRemoved: boolean
}

type SubjectSchema = z.ZodObject & z.ZodType<Subject>

/** The reads and writes of one kind of thing. A table's columns are the fields of its domain schema in snake case. */
export interface Repository<T> {
  kind: SubjectKind
  toRow(value: T): SubjectTable
  fromRow(row: SubjectTable): T
  find(db: Reading | Tx, id: Id): Promise<T | undefined>
  /** Throws `not-found`, also for what has been removed. */
  get(db: Reading | Tx, id: Id): Promise<T>
  /** All that is not removed, or what of it has these values, in the order in which it was made. */
  list(db: Reading | Tx, having?: Partial<T>): Promise<T[]>
  insert(change: Change, value: T): Promise<T>
  /** Saves over the revision that was read, one below the value's own; throws `stale` when somebody saved first. */
  save(change: Change, value: T): Promise<T>
}

export const repository = <S extends SubjectSchema>(
  kind: SubjectKind,
  schema: S,
  columnNames: Partial<Record<keyof z.infer<S>, string>> = {},
): Repository<z.infer<S>> => {
  type T = z.infer<S>
  const columns = Object.entries(schema.shape).map(([field, type]) => {
    const storage = storageOf(type as z.ZodType)
    const name = columnNames[field as keyof T] ?? columnName(field, storage)
    return { field, storage, name, read: readerOf(type as z.ZodType, storage) }
  })
  const toRow = (value: T): SubjectTable =>
    Object.fromEntries(
      columns.map(({ field, name, storage }) => [name, toColumn(value[field as keyof T], storage)]),
    ) as SubjectTable
  // An object that is given so many fields one by one becomes a slow one; a copy of one that was parsed stays as it is.
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(columns.map(({ field }) => [field, null])))) as Record<
    string,
    unknown
  >
  const fill = (value: Record<string, unknown>, row: SubjectTable, before: SubjectTable | undefined): T => {
    // A loop of for…of makes an object at each step until the engine has compiled it, and at a start it has not.
    columns.forEach(({ field, storage, name, read }) => {
      const stored = row[name]
      // What is not JSON cannot be changed, so that two rows may share it.
      if (before === undefined || stored !== before[name] || storage === 'json') value[field] = read(stored)
    })
    return value as T
  }
  const fromRow = (row: SubjectTable): T => readable(() => fill({ ...blank }, row, undefined))
  /** Rows of one kind are much alike: each is begun as the one before, and only what is other is read. */
  const fromRows = (rows: readonly SubjectTable[]): T[] =>
    readable(() => {
      let last: T | typeof blank = blank
      return rows.map((row, index) => {
        const value = fill({ ...last }, row, rows[index - 1])
        last = value
        return value
      })
    })
  const find = async (db: Reading | Tx, id: Id): Promise<T | undefined> => {
    const row = await (db as Reading).selectFrom(kind).selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row as SubjectTable)
  }
  const queryFor = (db: Reading, having: Partial<T>) => {
    let query = db.selectFrom(kind).selectAll().where('is_removed', '=', 0).orderBy('id')
    for (const { field, storage, name } of columns) {
      if (field in having) query = query.where(name, '=', toColumn(having[field as keyof T], storage))
    }
    return query
  }
  const all = compiledOnce((db) => queryFor(db, {}))
  return {
    kind,
    toRow,
    fromRow,
    find,
    async get(db, id) {
      const value = await find(db, id)
      return value && !value.isRemoved ? value : fail('not-found', { entity: kind, id })
    },
    async list(db, having) {
      const rows = await (having ? queryFor(db as Reading, having).execute() : all(db))
      return fromRows(rows as SubjectTable[])
    },
    async insert(change, value) {
      const row = toRow(value)
      await change.tx.insertInto(kind).values(row).execute()
      change.rows.push({ kind, row })
      return value
    },
    async save(change, value) {
      const row = toRow(value)
      const { numUpdatedRows } = await change.tx
        .updateTable(kind)
        .set(row)
        .where('id', '=', row.id)
        .where('revision', '=', row.revision - 1)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) fail('stale', { entity: kind, id: row.id })
      change.rows.push({ kind, row })
      return value
    },
  }
}
