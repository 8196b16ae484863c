import { type Kysely, sql } from 'kysely'

const statements: string[] = []

/** Which periods are closed, and how a year ended. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
