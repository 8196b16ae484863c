import { type Kysely, sql } from 'kysely'

const statements: string[] = []

/** Schemes without money: the criteria and their scores. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
