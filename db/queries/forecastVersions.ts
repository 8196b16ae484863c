import type { Forecast } from '../../domain/forecast/forecast.ts'
import type { Id } from '../../domain/id.ts'
import type { Reading, SubjectTable, Tx } from '../schema.ts'
import { forecasts } from '../subjects.ts'

/** Which version of each scheme's forecast is wanted. */
export type WantedVersion = 'latest' | 'latest-submitted' | 'first-submitted'

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
    .select((eb) => eb.fn[wanted === 'first-submitted' ? 'min' : 'max']<number>('version').as('version'))
    .groupBy('scheme_id')
  if (wanted !== 'latest') versions = versions.where('status', '=', 'submitted')
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
