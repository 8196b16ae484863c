import { sql } from 'kysely'
import { type CalendarDay, Instant } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { Level, Nature, Place } from '../../domain/ledger/entry.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { BalanceLine, PostedLine, ProgrammeFacts } from '../../domain/programme/facts.ts'
import { readable } from '../readable.ts'
import type { Reading, Tx } from '../schema.ts'
import { listStatedDocuments } from '../stated.ts'
import {
  caseStatuses,
  decisions,
  fundingSources,
  organisations,
  programmes,
  schemes,
  themeMemberships,
  themes,
  yearStatuses,
} from '../subjects.ts'
import { listCaseFacts } from './caseFacts.ts'

/** All that a screen, a rule or a report needs, in one pass over the snapshot. Throws `no-programme-open` for a file without one. */
export const programmeFacts = async (db: Reading, day: CalendarDay): Promise<ProgrammeFacts> => {
  const last = await db
    .selectFrom('event')
    .select(['seq', 'recorded_at', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [programme] = await programmes.list(db)
  if (!last || !programme) return fail('no-programme-open', {})
  return {
    asAt: { seq: last.seq, recordedAt: readable(() => Instant.parse(last.recorded_at)), hash: last.hash, day },
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
    balances: await balanceLines(db),
    posted: await postedLines(db),
    documents: await listStatedDocuments(db),
  }
}

/**
 * The balances of what was recorded, summed over the periods of a year. A nought that was posted is one of them; what
 * undo has taken back whole was never recorded.
 */
export const balanceLines = async (db: Reading | Tx): Promise<BalanceLine[]> => {
  const takenBack = JSON.stringify(await takenBackSeqs(db as Reading))
  const rows = await (db as Reading)
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
    .orderBy('source_id')
    .execute()
  return rows.map(toBalanceLine)
}

/** The events whose entries undo has taken back, and those that took them back or put them there again. */
const takenBackSeqs = async (db: Reading): Promise<number[]> => {
  const undoing = await db
    .selectFrom('movement')
    .innerJoin('event', 'event.seq', 'movement.seq')
    .where('movement.reverses_id', 'is not', null)
    .where('event.undoes_seq', 'is not', null)
    .select(['event.seq', 'event.undoes_seq'])
    .execute()
  const gone = new Set<number | null>()
  // The newest first: what was itself undone takes nothing back.
  for (const { seq, undoes_seq } of undoing.sort((a, b) => b.seq - a.seq)) if (!gone.has(seq)) gone.add(undoes_seq)
  return [...gone, ...undoing.map(({ seq }) => seq)].filter((seq) => seq !== null)
}

const postedLines = async (db: Reading): Promise<PostedLine[]> => {
  const rows = await db
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
    .orderBy('entry.start_year')
    .execute()
  return rows.map((row) => ({ ...toBalanceLine(row), decisionId: row.decision_id as Id }))
}

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
const toBalanceLine = (row: SummedRow): BalanceLine =>
  readable(() => ({
    level: levelOf(row.level),
    place: { kind: placeKindOf(row.place_kind), id: row.place_id as Id },
    startYear: yearOf(row.start_year),
    sourceId: row.source_id === '' ? null : (row.source_id as Id),
    nature: natureOf(row.nature),
    amount: pence(row.amount) as Pence,
  }))

/** Each value is parsed once and remembered: the same few stand in thousands of lines. */
const rememberingParse = <Value>(schema: { parse: (value: unknown) => Value }) => {
  const parsed = new Map<unknown, Value>()
  return (value: unknown): Value => {
    const known = parsed.get(value)
    if (known !== undefined) return known
    const read = schema.parse(value)
    parsed.set(value, read)
    return read
  }
}

const levelOf = rememberingParse(Level)
const placeKindOf = rememberingParse(Place.shape.kind)
const yearOf = rememberingParse(StartYear)
const natureOf = rememberingParse(Nature)
