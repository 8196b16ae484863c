import { type Kysely, sql } from 'kysely'
import { migrations } from './migrations/index.ts'
import type { Reading } from './schema.ts'
import { inMemory, kyselyOver } from './sqlite.ts'

/** The tables, indices and triggers that are not as the migrations make them: without a trigger the ledger could be edited. */
export const alteredSchema = async (db: Reading): Promise<string[]> => {
  wanted ??= statementsOfMigrations()
  const [made, found] = [await wanted, await statementsOf(db)]
  return [...new Set([...made.keys(), ...found.keys()])].filter((name) => made.get(name) !== found.get(name))
}

/** Made once for each thread: the migrations are the same in every file. */
let wanted: Promise<Map<string, string>> | undefined

const statementsOfMigrations = async (): Promise<Map<string, string>> => {
  const connection = inMemory()
  try {
    const fresh = kyselyOver(connection)
    for (const step of migrations) await step(fresh as unknown as Kysely<unknown>)
    return await statementsOf(fresh as unknown as Reading)
  } finally {
    connection.close()
  }
}

interface SchemaObject {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}

const statementsOf = async (db: Reading): Promise<Map<string, string>> => {
  const objects = await db
    .selectFrom(sql<SchemaObject>`main.sqlite_master`.as('object'))
    .select(['object.type', 'object.name', 'object.tbl_name', 'object.sql'])
    .execute()
  const said = objects.map(({ type, name, tbl_name, sql }) => [type, name, tbl_name, sql].map(asSaid))
  return new Map(said.map(([type, name, table, statement]) => [`${type} ${name}`, `${table} ${statement}`]))
}

/** Bytes that say the same are altered too: whoever asks for tables by name would miss theirs. */
const asSaid = (value: unknown): string => (value instanceof Uint8Array ? `bytes of ${value}` : String(value))
