import { sql } from 'kysely'
import type { BusinessCase } from '../../domain/businessCase/businessCase.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import { readable } from '../readable.ts'
import type { Reading, Tx } from '../schema.ts'

/** The approval of a case that has not been released in full: its lines, and what of the case says whether it may be. */
export interface WaitingRelease {
  decisionId: Id
  reference: string
  title: string
  effectiveOn: CalendarDay
  lines: Decision['lines']
  businessCase: Pick<BusinessCase, 'id' | 'schemeId' | 'status' | 'conditions'>
}

/** Approvals of cases whose day has come and whose money waits, in the order of their days; or the one of a decision. */
export const waitingReleases = async (
  db: Reading | Tx,
  today: CalendarDay,
  decisionId?: Id,
): Promise<WaitingRelease[]> => {
  let query = (db as Reading)
    .selectFrom('decision')
    .innerJoin('business_case', (join) =>
      join.on(sql`business_case.id`, '=', sql`json_extract(decision.about_json, '$.id')`),
    )
    .where('decision.status', '=', 'made')
    .where('decision.is_removed', '=', 0)
    .where('decision.effective_on', '<=', today)
    .where('decision.about_json', 'like', '{"kind":"business_case"%')
    .select(['decision.id', 'decision.reference', 'decision.title', 'decision.effective_on', 'decision.lines_json'])
    .select(['business_case.id as case_id', 'business_case.scheme_id', 'business_case.status as case_status'])
    .select('business_case.conditions_json')
  if (decisionId) query = query.where('decision.id', '=', decisionId)
  const rows = await query.orderBy('decision.effective_on').orderBy('decision.id').execute()
  return rows.map((row) =>
    readable(() => ({
      decisionId: row.id as Id,
      reference: row.reference as string,
      title: row.title as string,
      effectiveOn: row.effective_on as CalendarDay,
      lines: JSON.parse(row.lines_json as string) as Decision['lines'],
      businessCase: {
        id: row.case_id as Id,
        schemeId: row.scheme_id as Id,
        status: row.case_status as BusinessCase['status'],
        conditions: JSON.parse(row.conditions_json as string) as BusinessCase['conditions'],
      },
    })),
  )
}

/** The last day on which authority on one of some places came into force, for a year or an earlier one. */
export const authorityInForceOn = async (
  db: Reading | Tx,
  placeIds: readonly Id[],
  startYear: number,
): Promise<CalendarDay | null> => {
  const last = await (db as Reading)
    .selectFrom('entry')
    .where('place_id', 'in', placeIds)
    .where('level', '=', 'authority')
    .where('start_year', '<=', startYear)
    .select((eb) => eb.fn.max('effective_on').as('on'))
    .executeTakeFirst()
  return (last?.on ?? null) as CalendarDay | null
}

/** Approved cases whose last day has passed and of which nothing was ever released. */
export const casesToLapse = async (db: Reading, today: CalendarDay): Promise<Id[]> => {
  const rows = await db
    .selectFrom('business_case')
    .where('is_removed', '=', 0)
    .where('status', 'in', ['approved', 'approved_with_conditions'])
    .where('valid_until_on', '<', today)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision')
            .innerJoin('movement', 'movement.decision_id', 'decision.id')
            .select('movement.id')
            .where(sql<boolean>`decision.about_json = json_object('kind', 'business_case', 'id', business_case.id)`),
        ),
      ),
    )
    .select('id')
    .orderBy('valid_until_on')
    .execute()
  return rows.map(({ id }) => id as Id)
}
