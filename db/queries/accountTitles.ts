import type { Reading } from '../schema.ts'

/** What people are called, also those who have gone: events name them for ever. */
export const accountTitles = async (db: Reading): Promise<{ id: string; title: string }[]> =>
  (await db.selectFrom('account').select(['id', 'title']).execute()) as { id: string; title: string }[]
