import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Place } from '../../domain/ledger/entry.ts'
import type { Pence } from '../../domain/money.ts'
import type { Reading } from '../schema.ts'

const PAGE = 100

/**
 * The entries on authority and its release, the newest first, each with what its level came to once it was posted; only
 * those of the years, and before an entry for an older page. Pence.
 */
export const authorityEntries = async (
  db: Reading,
  { from, to, before }: { from: StartYear; to: StartYear; before: number | null },
) => {
  const posted = db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .leftJoin('decision', 'decision.id', 'movement.decision_id')
    .where('entry.level', 'in', ['authority', 'released'])
    .where('entry.start_year', '>=', from)
    .where('entry.start_year', '<=', to)
    .select(['entry.id', 'entry.level', 'entry.place_kind', 'entry.place_id', 'entry.start_year'])
    .select(['entry.amount_pence', 'entry.effective_on', 'movement.kind', 'movement.decision_id'])
    .select('decision.reference')
    // Over all of the years' entries, and so before the page is cut out of them.
    .select(sql<number>`sum(entry.amount_pence) over (partition by entry.level order by entry.id)`.as('running'))
  let query = db.selectFrom(posted.as('posted')).selectAll()
  if (before !== null) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const entries = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    level: row.level as 'authority' | 'released',
    place: { kind: row.place_kind as Place['kind'], id: row.place_id as Id },
    startYear: row.start_year,
    amount: row.amount_pence as Pence,
    running: row.running as Pence,
    effectiveOn: row.effective_on as CalendarDay,
    kind: row.kind,
    decisionId: row.decision_id as Id | null,
    reference: row.reference as string | null,
  }))
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}
