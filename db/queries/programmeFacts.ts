import { sql } from 'kysely'
import { type CalendarDay, Instant } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { Level, Nature, Place } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import type { BalanceLine, PostedLine, ProgrammeFacts } from '../../domain/programme/facts.ts'
import { compiledOnce } from '../compiledOnce.ts'
import { readable } from '../readable.ts'
import { rememberingParse } from '../rememberingParse.ts'
import type { Reading, Tx } from '../schema.ts'
import { listStatedDocuments } from '../stated.ts'
import {
  benefits,
  caseStatuses,
  closures,
  decisions,
  fundingSources,
  organisations,
  periodStatuses,
  programmes,
  schemes,
  themeMemberships,
  themes,
  yearEnds,
  yearStatuses,
} from '../subjects.ts'
import { listCaseFacts } from './caseFacts.ts'

/** All that a screen, a rule or a report needs, in one pass over the snapshot. Throws `no-programme-open` for a file without one. */
export const programmeFacts = async (db: Reading, day: CalendarDay): Promise<ProgrammeFacts> => {
  const [programme] = await programmes.list(db)
  if (!programme) return fail('no-programme-open', {})
  return {
    asAt: await momentOfFacts(db, day),
    programme,
    organisations: await organisations.list(db),
    themes: (await themes.list(db)).sort((a, b) => a.sort - b.sort),
    memberships: await themeMemberships.list(db),
    schemes: (await schemes.list(db)).sort((a, b) => a.sort - b.sort),
    caseStatuses: await caseStatuses.list(db),
    cases: await listCaseFacts(db),
    sources: (await fundingSources.list(db)).sort((a, b) => a.sort - b.sort),
    decisions: (await decisions.list(db)).sort((a, b) => (a.madeOn < b.madeOn ? -1 : a.madeOn > b.madeOn ? 1 : 0)),
    years: await yearStatuses.list(db),
    periods: await periodStatuses.list(db),
    yearEnds: await yearEnds.list(db),
    benefits: (await benefits.list(db)).map(({ id, schemeId, name, measure, status, doubleCount }) => ({
      id,
      schemeId,
      name,
      measure,
      status,
      doubleCount,
    })),
    closures: (await closures.list(db)).map(({ schemeId, finalAccount, accountNote }) => ({
      schemeId,
      finalAccount,
      accountNote,
    })),
    balances: await balanceLines(db),
    posted: await postedLines(db),
    documents: await listStatedDocuments(db),
  }
}

/** The last event of the snapshot, beside the day that was asked for. Throws `no-programme-open` for a file without one. */
export const momentOfFacts = async (db: Reading, day: CalendarDay): Promise<ProgrammeFacts['asAt']> => {
  const [last] = await lastEvent(db)
  if (!last) return fail('no-programme-open', {})
  return { seq: last.seq, recordedAt: readable(() => Instant.parse(last.recorded_at)), hash: last.hash, day }
}

const lastEvent = compiledOnce((db) =>
  db.selectFrom('event').select(['seq', 'recorded_at', 'hash']).orderBy('seq', 'desc').limit(1),
)

/**
 * The balances of what was recorded, summed over the periods of a year. A nought that was posted is one of them; what
 * undo has taken back whole was never recorded.
 */
export const balanceLines = async (db: Reading | Tx): Promise<BalanceLine[]> => {
  const rows = await sumsOfBalances(db, { takenBack: JSON.stringify(await takenBackSeqs(db)) })
  return readable(() => rows.map(lineReader()))
}

const sumsOfBalances = compiledOnce((db, { takenBack }: { takenBack: string }) =>
  db
    .selectFrom('balance')
    .select(['level', 'place_kind', 'place_id', 'start_year', 'source_id', 'nature'])
    .select((eb) => eb.fn.sum<number>('amount_pence').as('amount'))
    .groupBy(['level', 'place_kind', 'place_id', 'start_year', 'source_id', 'nature'])
    .having((eb) =>
      eb.or([
        eb(eb.fn.sum('amount_pence'), '<>', 0),
        // Balances hold no count of their entries: what comes to nothing is looked up among them.
        eb.exists(
          eb
            .selectFrom('entry')
            .select('entry.seq')
            .whereRef('entry.place_id', '=', 'balance.place_id')
            .whereRef('entry.start_year', '=', 'balance.start_year')
            .whereRef('entry.level', '=', 'balance.level')
            .whereRef('entry.nature', '=', 'balance.nature')
            .where((line) =>
              line(line.fn.coalesce('entry.source_id', line.val('')), '=', line.ref('balance.source_id')),
            )
            .where('entry.seq', 'not in', sql<number>`(select value from json_each(${takenBack}))`),
        ),
      ]),
    )
    .orderBy('place_id')
    .orderBy('start_year')
    .orderBy('level')
    .orderBy('source_id'),
)

/** The events whose entries undo has taken back, and those that took them back or put them there again. */
const takenBackSeqs = async (db: Reading | Tx): Promise<number[]> => {
  const undoing = await reversingUndos(db)
  const gone = new Set<number | null>()
  // The newest first: what was itself undone takes nothing back.
  for (const { seq, undoes_seq } of undoing.sort((a, b) => b.seq - a.seq)) if (!gone.has(seq)) gone.add(undoes_seq)
  return [...gone, ...undoing.map(({ seq }) => seq)].filter((seq) => seq !== null)
}

const reversingUndos = compiledOnce((db) =>
  db
    .selectFrom('movement')
    .innerJoin('event', 'event.seq', 'movement.seq')
    .where('movement.reverses_id', 'is not', null)
    .where('event.undoes_seq', 'is not', null)
    .select(['event.seq', 'event.undoes_seq']),
)

const postedLines = async (db: Reading): Promise<PostedLine[]> => {
  const lineOf = lineReader()
  const rows = await sumsPosted(db)
  return readable(() => rows.map((row) => ({ ...lineOf(row), decisionId: row.decision_id as Id })))
}

const sumsPosted = compiledOnce((db) =>
  db
    .selectFrom('entry')
    .innerJoin('movement', 'movement.id', 'entry.movement_id')
    .where('movement.decision_id', 'is not', null)
    .select(['movement.decision_id', 'entry.level', 'entry.place_kind', 'entry.place_id', 'entry.start_year'])
    .select(['entry.nature'])
    .select((eb) => eb.fn.coalesce('entry.source_id', eb.val('')).as('source_id'))
    .select((eb) => eb.fn.sum<number>('entry.amount_pence').as('amount'))
    .groupBy(['movement.decision_id', 'entry.level', 'entry.place_kind', 'entry.place_id', 'entry.start_year'])
    .groupBy(['entry.source_id', 'entry.nature'])
    .orderBy('movement.decision_id')
    .orderBy('entry.place_id')
    .orderBy('entry.start_year'),
)

interface SummedRow {
  level: string
  place_kind: string
  place_id: string
  start_year: number
  source_id: string
  nature: string
  amount: number
}

/** Only the kinds and the year are looked at: there are thousands of lines, and the rest is held to by the check. */
const lineReader = () => {
  // Lines come in the order of their places, and those of one share it.
  let place: Place | undefined
  const sources = new Map<string, Id>()
  const placeOf = (kind: string, id: string): Place => {
    if (place?.id !== id || place.kind !== kind) place = { kind: placeKindOf(kind), id: id as Id }
    return place
  }
  const sourceOf = (id: string): Id => {
    const known = sources.get(id) ?? (id as Id)
    sources.set(id, known)
    return known
  }
  return (row: SummedRow): BalanceLine => ({
    level: levelOf(row.level),
    place: placeOf(row.place_kind, row.place_id),
    startYear: yearOf(row.start_year),
    sourceId: row.source_id === '' ? null : sourceOf(row.source_id),
    nature: natureOf(row.nature),
    amount: pence(row.amount),
  })
}

const levelOf = rememberingParse(Level)
const placeKindOf = rememberingParse(Place.shape.kind)
const yearOf = rememberingParse(StartYear)
const natureOf = rememberingParse(Nature)
