import { type Kysely, sql } from 'kysely'

const statements: string[] = []

/** What schemes are to bring, what may go wrong, their milestones, and how they close. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
