import type { Contents } from '../domain/backup/contents.ts'
import type { Instant } from '../domain/calendarDay.ts'
import { fail } from '../domain/errors.ts'
import type { Id } from '../domain/id.ts'
import { Level } from '../domain/ledger/entry.ts'
import { pence } from '../domain/money.ts'
import type { Reading, SubjectKind } from './schema.ts'
import { programmes } from './subjects.ts'

/** The counts, the sums by level and the last event of a programme. Throws `not-a-programme` for a file without one. */
export const readContents = async (db: Reading, file: string): Promise<Contents> => {
  const last = await db
    .selectFrom('event')
    .select(['seq', 'recorded_at', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [programme] = await programmes.list(db)
  if (!last || !programme) return fail('not-a-programme', { file })
  const { id, name, capitalSchemeNumber, isSample } = programme
  const sums = await db
    .selectFrom('balance')
    .select('level')
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy('level')
    .execute()
  const things = async (kind: SubjectKind) =>
    (
      await db
        .selectFrom(kind)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('is_removed', '=', 0)
        .executeTakeFirstOrThrow()
    ).count
  const rows = async (table: 'stated_document' | 'movement' | 'entry') =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count
  return {
    programme: { id: id as Id, name, capitalSchemeNumber, isSample },
    lastEvent: { seq: last.seq, recordedAt: last.recorded_at as Instant, hash: last.hash },
    counts: {
      schemes: await things('scheme'),
      themes: await things('theme'),
      sources: await things('funding_source'),
      decisions: await things('decision'),
      organisations: await things('organisation'),
      documents: await rows('stated_document'),
      movements: await rows('movement'),
      entries: await rows('entry'),
    },
    sums: Object.fromEntries(
      Level.options.map((level) => [level, pence(sums.find((row) => row.level === level)?.amount ?? 0)]),
    ) as Contents['sums'],
  }
}

/** The hash of an event; null where the trail does not reach so far. */
export const hashAt = async (db: Reading, seq: number): Promise<string | null> =>
  (await db.selectFrom('event').select('hash').where('seq', '=', seq).executeTakeFirst())?.hash ?? null
