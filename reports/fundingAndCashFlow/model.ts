import type { CalendarDay } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import {
  columnHolds,
  formatColumn,
  type ReportColumn,
  reportColumns,
  type StartYear,
} from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Place } from '../../domain/ledger/entry.ts'
import { type Pence, pence, sum } from '../../domain/money.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { amountCell, amountsOf, type Cell, cellOf, NONE } from '../cell.ts'
import { type Places, placesOf } from '../places.ts'

export interface FundingRow {
  label: string
  meaning: { kind: 'place'; place: Place } | { kind: 'source'; sourceId: Id | null }
  /** One cell for each column of the report. */
  cells: Cell[]
}

export interface FundingBlock {
  table: 'previous-authority' | 'authority' | 'funding'
  title: string
  rows: FundingRow[]
  totals: { label: string; cells: Pence[] }
}

export interface ControlRow {
  name: 'funding-less-authority' | 'funding-less-previous-authority'
  label: string
  cells: Cell[]
}

/** The council's three "Capital Funding & Cash Flow" tables for one decision. Amounts in pence. */
export interface FundingAndCashFlow {
  /** Null while no decision on authority is on record. */
  decision: Pick<Decision, 'id' | 'reference' | 'title' | 'madeOn' | 'effectiveOn' | 'status'> | null
  /** The decisions whose authority stands as previous authority. */
  earlierDecisionIds: Id[]
  reportDay: CalendarDay
  columns: { column: ReportColumn; label: string }[]
  previousAuthority: FundingBlock
  authority: FundingBlock
  funding: FundingBlock
  /** Allocations that stand on a theme or a scheme, and so outside the programme's own funding. */
  allocationsElsewhere: FundingRow[]
  controls: ControlRow[]
}

/** Report 2 for a decision, by default the latest one on authority. Throws `not-found` for a decision that is not on record. */
export const fundingAndCashFlow = (facts: ProgrammeFacts, decisionId?: Id): FundingAndCashFlow => {
  const decision = decisionId === undefined ? latestAuthorityDecision(facts) : getDecision(facts, decisionId)
  const reportDay = decision?.madeOn ?? facts.asAt.day
  const columns = reportColumns(reportDay)
  const places = placesOf(facts)
  const earlierDecisionIds = decisionsBefore(facts, decision)
  const rowsByPlace = (lines: PlacedLine[]) => placeRows(lines, places, columns)

  const previousAuthority = block({
    table: 'previous-authority',
    title: 'Previous total Authority to Spend on this scheme',
    totalsLabel: 'TOTALS',
    rows: rowsByPlace(authorityUnder(facts, earlierDecisionIds)),
    columns,
  })
  const authority = block({
    table: 'authority',
    title: 'Authority to Spend required for this Approval',
    totalsLabel: 'TOTALS',
    rows: rowsByPlace(decision?.lines.filter(({ level }) => level === 'authority') ?? []),
    columns,
  })
  const allocations = facts.balances.filter(({ level }) => level === 'allocation')
  const funding = block({
    table: 'funding',
    title: 'Total overall Funding (As per latest Capital Programme)',
    totalsLabel: 'Total Funding',
    rows: sourceRows(
      allocations.filter(({ place }) => place.kind === 'programme'),
      facts,
      columns,
    ),
    columns,
  })
  return {
    decision: decision && {
      id: decision.id,
      reference: decision.reference,
      title: decision.title,
      madeOn: decision.madeOn,
      effectiveOn: decision.effectiveOn,
      status: decision.status,
    },
    earlierDecisionIds,
    reportDay,
    columns: columns.map((column) => ({ column, label: formatColumn(column) })),
    previousAuthority,
    authority,
    funding,
    allocationsElsewhere: rowsByPlace(allocations.filter(({ place }) => place.kind !== 'programme')),
    controls: controls({ previousAuthority, authority, funding }, columns),
  }
}

interface PlacedLine {
  place: Place
  startYear: StartYear
  amount: Pence
}

/** The latest that gave authority: a change only moves what was given. */
function latestAuthorityDecision(facts: ProgrammeFacts): Decision | null {
  const decisions = facts.decisions.filter(
    ({ lines, about }) => about?.kind !== 'change_request' && lines.some(({ level }) => level === 'authority'),
  )
  return decisions.toSorted(byMaking).at(-1) ?? null
}

const byMaking = (one: Decision, other: Decision): number =>
  one.madeOn === other.madeOn ? (one.id < other.id ? -1 : 1) : one.madeOn < other.madeOn ? -1 : 1

function getDecision(facts: ProgrammeFacts, id: Id): Decision {
  return facts.decisions.find((decision) => decision.id === id) ?? fail('not-found', { entity: 'decision', id })
}

/** Only authority that was effective when the decision was made may stand as previous authority (R34). */
const decisionsBefore = ({ decisions }: ProgrammeFacts, decision: Decision | null): Id[] =>
  decisions
    .filter(
      ({ madeOn, effectiveOn }) => decision === null || (madeOn < decision.madeOn && effectiveOn <= decision.madeOn),
    )
    .map(({ id }) => id)

const authorityUnder = ({ posted }: ProgrammeFacts, decisionIds: Id[]): PlacedLine[] =>
  posted.filter(({ level, decisionId }) => level === 'authority' && decisionIds.includes(decisionId))

const rowCells = (lines: PlacedLine[], columns: ReportColumn[]): Cell[] =>
  columns.map((column) =>
    cellOf(lines.filter(({ startYear }) => columnHolds(column, startYear)).map(({ amount }) => amount)),
  )

function placeRows(lines: PlacedLine[], places: Places, columns: ReportColumn[]): FundingRow[] {
  const byPlace = Map.groupBy(lines, ({ place }) => place.id)
  return places.inOrder.flatMap((place) => {
    const own = byPlace.get(place.id)
    if (own === undefined) return []
    return [{ label: places.label(place), meaning: { kind: 'place', place }, cells: rowCells(own, columns) }]
  })
}

function sourceRows(lines: ProgrammeFacts['balances'], facts: ProgrammeFacts, columns: ReportColumn[]): FundingRow[] {
  const bySource = Map.groupBy(lines, ({ sourceId }) => sourceId)
  const sources = facts.sources.toSorted((one, other) => one.sort - other.sort || (one.id < other.id ? -1 : 1))
  const named: { id: Id | null; name: string }[] = [...sources, { id: null, name: 'Source not stated' }]
  return named.flatMap(({ id, name }) => {
    const own = bySource.get(id)
    if (own === undefined) return []
    return [{ label: name, meaning: { kind: 'source', sourceId: id }, cells: rowCells(own, columns) }]
  })
}

function block({
  table,
  title,
  totalsLabel,
  rows,
  columns,
}: Pick<FundingBlock, 'table' | 'title' | 'rows'> & { totalsLabel: string; columns: ReportColumn[] }): FundingBlock {
  const cells = columns.map((_, at) => sum(amountsOf(rows.map((row) => row.cells[at] ?? NONE))))
  return { table, title, rows, totals: { label: totalsLabel, cells } }
}

/** Every spend table has a funding table with the same totals: what is asked for must be funded year by year. */
function controls(
  { previousAuthority, authority, funding }: Pick<FundingAndCashFlow, 'previousAuthority' | 'authority' | 'funding'>,
  columns: ReportColumn[],
): ControlRow[] {
  const less = (minuend: FundingBlock, subtrahend: FundingBlock, at: number): Pence =>
    pence((minuend.totals.cells[at] ?? 0) - (subtrahend.totals.cells[at] ?? 0))
  const isAhead = ({ kind }: ReportColumn) => kind === 'year' || kind === 'beyond'
  const ahead = columns.map((column, at) => (isAhead(column) ? less(funding, authority, at) : null))
  return [
    {
      name: 'funding-less-authority',
      label: 'C − B: funding less authority required, from the year of the report',
      cells: columns.map(({ kind }, at): Cell => {
        if (kind === 'to-march') return { kind: 'not-applicable' }
        return amountCell(kind === 'total' ? sum(ahead.map((amount) => amount ?? 0)) : (ahead[at] as Pence))
      }),
    },
    {
      name: 'funding-less-previous-authority',
      label: 'C − A: funding recorded to that date less previous authority',
      cells: columns.map(({ kind }, at): Cell => {
        if (kind !== 'to-march') return { kind: 'not-applicable' }
        const isRecorded = funding.rows.some((row) => row.cells[at]?.kind === 'amount')
        return isRecorded ? amountCell(less(funding, previousAuthority, at)) : { kind: 'not-recorded' }
      }),
    },
  ]
}
