import { type Kysely, sql } from 'kysely'

const statements: string[] = []

/** Requests to change the money, and scenarios that were tried on a copy. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
