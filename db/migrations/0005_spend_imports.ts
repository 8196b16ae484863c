import { type Kysely, sql } from 'kysely'

const statements: string[] = []

/** Extracts of the finance system that were brought in, row by row, and how their columns were read. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
