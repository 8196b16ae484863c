import { type Kysely, sql } from 'kysely'

const statements: string[] = []

/** What schemes expect to spend, version by version, and what they report each month. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
