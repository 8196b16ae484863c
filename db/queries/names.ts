import type { Id } from '../../domain/id.ts'
import type { Reading, Tx } from '../schema.ts'

export interface Named {
  id: Id
  name: string
  sort: number
}

/** What the schemes or the themes that are not removed are called, without all that is said of them. */
export const listNames = async (db: Reading | Tx, kind: 'scheme' | 'theme'): Promise<Named[]> =>
  (await (db as Reading)
    .selectFrom(kind)
    .select(['id', 'name', 'sort'])
    .where('is_removed', '=', 0)
    .orderBy('id')
    .execute()) as unknown as Named[]
