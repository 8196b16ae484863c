import type { Id } from '../../domain/id.ts'
import type { Level } from '../../domain/ledger/entry.ts'
import type { Reading } from '../schema.ts'

export interface FigureFilter {
  levels: Level[]
  /** Every place whose entries count towards the figure. */
  placeIds: Id[]
  fromYear: number
  toYear: number
  /** A source, null for "not stated", undefined for all. */
  sourceId?: Id | null | undefined
  /** The decisions that the entries were posted under, undefined for all. */
  decisionIds?: Id[] | undefined
}

/** The newest entries behind one figure with the movement that posted each, and the count of all of them. */
export const explainFigure = async (db: Reading, filter: FigureFilter, limit: number) => {
  if (filter.placeIds.length === 0 || filter.decisionIds?.length === 0) return { count: 0, entries: [] }
  let query = db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .innerJoin('event', 'event.seq', 'entry.seq')
    .where('entry.level', 'in', filter.levels)
    .where('entry.place_id', 'in', filter.placeIds)
    .where('entry.start_year', '>=', filter.fromYear)
    .where('entry.start_year', '<=', filter.toYear)
  if (filter.sourceId === null) query = query.where('entry.source_id', 'is', null)
  else if (filter.sourceId !== undefined) query = query.where('entry.source_id', '=', filter.sourceId)
  if (filter.decisionIds) query = query.where('movement.decision_id', 'in', filter.decisionIds)
  const { count } = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const entries = await query
    .select(['entry.id', 'entry.level', 'entry.place_kind', 'entry.place_id', 'entry.start_year', 'entry.period'])
    .select(['entry.source_id', 'entry.nature', 'entry.amount_pence', 'entry.effective_on', 'entry.seq'])
    .select([
      'movement.id as movement_id',
      'movement.kind',
      'movement.reason',
      'movement.decision_id',
      'movement.reverses_id',
    ])
    .select(['event.recorded_at', 'event.actor', 'event.role', 'event.operation'])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('movement as later').select('later.id').whereRef('later.reverses_id', '=', 'movement.id'))
        .as('is_reversed'),
    )
    .orderBy('entry.seq', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .execute()
  return { count, entries }
}
