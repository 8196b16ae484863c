import type { Forecast } from '../../domain/forecast/forecast.ts'
import type { SubmittedForecasts } from '../../domain/forecast/monitoring.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading, SubjectTable, Tx } from '../schema.ts'
import { forecasts } from '../subjects.ts'

/** Which version of each scheme's forecast is wanted. */
export type WantedVersion = 'latest' | 'latest-submitted'

/** One version of each scheme's forecast, by scheme; all older ones stay unread. */
export const forecastVersions = async (
  db: Reading | Tx,
  wanted: WantedVersion,
  schemeIds: readonly Id[] | null = null,
): Promise<Map<Id, Forecast>> => {
  let versions = (db as Reading)
    .selectFrom('forecast')
    .where('is_removed', '=', 0)
    .select('scheme_id')
    .select((eb) => eb.fn.max<number>('version').as('version'))
    .groupBy('scheme_id')
  if (wanted === 'latest-submitted') versions = versions.where('status', '=', 'submitted')
  if (schemeIds) versions = versions.where('scheme_id', 'in', [...schemeIds])
  const rows = await (db as Reading)
    .selectFrom('forecast')
    .innerJoin(versions.as('wanted'), (join) =>
      join.onRef('wanted.scheme_id', '=', 'forecast.scheme_id').onRef('wanted.version', '=', 'forecast.version'),
    )
    .where('forecast.is_removed', '=', 0)
    .selectAll('forecast')
    .execute()
  return new Map(rows.map((row) => forecasts.fromRow(row as SubjectTable)).map((each) => [each.schemeId, each]))
}

/** Of each scheme the versions submitted first and last, by scheme; where they are one it is read once. */
export const submittedForecasts = async (db: Reading): Promise<SubmittedForecasts> => {
  const ends = db
    .selectFrom('forecast')
    .where('is_removed', '=', 0)
    .where('status', '=', 'submitted')
    .select('scheme_id')
    .select((eb) => [eb.fn.min<number>('version').as('first'), eb.fn.max<number>('version').as('last')])
    .groupBy('scheme_id')
  const rows = await db
    .selectFrom('forecast')
    .innerJoin(ends.as('ends'), (join) =>
      join
        .onRef('ends.scheme_id', '=', 'forecast.scheme_id')
        .on((eb) =>
          eb.or([eb('forecast.version', '=', eb.ref('ends.first')), eb('forecast.version', '=', eb.ref('ends.last'))]),
        ),
    )
    .where('forecast.is_removed', '=', 0)
    .selectAll('forecast')
    .orderBy('forecast.version')
    .execute()
  const versions = rows.map((row) => forecasts.fromRow(row as SubjectTable))
  return {
    latest: new Map(versions.map((each) => [each.schemeId, each])),
    first: new Map(versions.toReversed().map((each) => [each.schemeId, each])),
  }
}

/** How many forecasts are written and not submitted. */
export const countDrafts = async (db: Reading): Promise<number> => {
  const row = await db
    .selectFrom('forecast')
    .where('is_removed', '=', 0)
    .where('status', '=', 'draft')
    .select((eb) => eb.fn.countAll<number>().as('drafts'))
    .executeTakeFirst()
  return row?.drafts ?? 0
}
