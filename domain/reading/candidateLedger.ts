import type { StartYear } from '../financialYear.ts'
import type { Place } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { Decision, DecisionLine } from '../programme/decision.ts'
import type { BalanceLine, PostedLine, ProgrammeFacts } from '../programme/facts.ts'
import type { StatedDocument, StatedFigure, StatedMeaning } from '../tieOut/stated.ts'
import { amountIn, documentTables, findTable, partColumns, type StatedTable } from '../tieOut/statedTable.ts'
import { idFor } from './candidateNames.ts'

type Ledger = Pick<ProgrammeFacts, 'decisions' | 'balances' | 'posted'>
type Column = StatedTable['columns'][number]['meaning']
type Measure = Extract<StatedMeaning, { kind: 'narrative' }>['measure']

/**
 * What would stand in the ledger if the report were followed: the plan of its expenditure lines, the funding as
 * allocation, what it says was given before, and what it asks for as a decision that is not in force yet.
 */
export const candidateLedger = (document: StatedDocument, programme: Place): Ledger => {
  const tables = documentTables(document)
  const earlier = earlierLines(document, tables)
  const funding = linesOf('allocation', findTable(tables, 'funding'), programme)
  const asked = [
    ...linesOf('authority', findTable(tables, 'authority'), programme),
    ...linesOf('authority', previousTable(tables), programme).filter(({ place }) => !earlier.covers.has(place.id)),
  ]
  const decisions = [
    decision(document, 'Earlier', 'effective', earlier.lines),
    decision(document, 'Capital programme', 'effective', funding),
    decision(document, 'Asked', 'made', asked),
  ].filter(({ lines }) => lines.length > 0)
  const posted = decisions
    .filter(({ status }) => status === 'effective')
    .flatMap(({ id, lines }): PostedLine[] => lines.map((line) => ({ ...line, decisionId: id })))
  return {
    decisions,
    posted,
    balances: summed([...planLines(findTable(tables, 'expenditure-plan')), ...posted]),
  }
}

/** The id of the decision that a report asks for. */
export const askedDecisionId = (document: Pick<StatedDocument, 'id'>) => idFor(`decision ${document.id} Asked`)

const previousTable = (tables: StatedTable[]) => findTable(tables, 'previous-authority')

/**
 * What was allocated and given before, as the text says it. Where the text is silent, the block of previous authority is
 * believed; where the text says it, the amounts that the block has in the years of the report are asked for now.
 */
const earlierLines = (document: StatedDocument, tables: StatedTable[]) => {
  const before =
    (tables
      .flatMap(({ columns }) => columns)
      .flatMap(({ meaning }) => ('startYear' in meaning && meaning.kind === 'year' ? [meaning.startYear] : []))
      .toSorted((one, other) => one - other)[0] ?? 2000) - 1
  const said = (measure: Measure) => statedOf(document, measure)
  const [allocated, given] = [said('allocation'), said('authority-given')]
  const inText = [
    ...[...allocated.values()].map(({ place, amount }) => line('allocation', place, before, amount)),
    ...[...given.values()].map(({ place, amount }) => line('authority', place, before, amount)),
  ]
  const previous = previousTable(tables)
  const inBlock = (previous?.rows ?? []).flatMap((row): DecisionLine[] => {
    if (!previous || row.meaning.kind !== 'place' || given.has(row.meaning.place.id)) return []
    const { place } = row.meaning
    return partColumns(previous).flatMap((column) => {
      const amount = amountIn(row, column.key)
      return amount === 0 ? [] : [line('authority', place, yearOfColumn(column.meaning), amount)]
    })
  })
  return { lines: [...inText, ...inBlock], covers: coveredBy(previous, inBlock, given) }
}

/** Places whose row of the block is not asked for now. */
const coveredBy = (
  previous: StatedTable | undefined,
  inBlock: DecisionLine[],
  given: Map<string, { amount: Pence }>,
): Set<string> => {
  const inYears = (place: Place) =>
    (previous?.rows ?? [])
      .filter(({ meaning }) => meaning.kind === 'place' && meaning.place.id === place.id)
      .flatMap((row) => partColumns(previous as StatedTable).map((column) => ({ row, column })))
  const repeated = (previous?.rows ?? []).flatMap(({ meaning }) => {
    if (meaning.kind !== 'place') return []
    const cells = inYears(meaning.place)
    const isEarlierOnly = cells.every(
      ({ row, column }) => column.meaning.kind === 'to-march' || amountIn(row, column.key) === 0,
    )
    const whole = sum(cells.map(({ row, column }) => amountIn(row, column.key)))
    return isEarlierOnly || whole === given.get(meaning.place.id)?.amount ? [meaning.place.id] : []
  })
  return new Set([...inBlock.map(({ place }) => place.id), ...repeated])
}

/** What the text says of each place most often, the first where it is even. */
const statedOf = (document: StatedDocument, measure: Measure): Map<string, { place: Place; amount: Pence }> => {
  const said = document.figures.flatMap(({ meaning, value }: StatedFigure) =>
    meaning?.kind === 'narrative' && meaning.measure === measure && value !== null && meaning.place.kind !== 'programme'
      ? [{ place: meaning.place, amount: value }]
      : [],
  )
  return new Map(
    [...Map.groupBy(said, ({ place }): string => place.id)].flatMap(([id, all]) => {
      const [most] = [...Map.groupBy(all, ({ amount }) => amount).values()].toSorted(
        (one, other) => other.length - one.length,
      )
      return most?.[0] ? [[id, most[0]] as const] : []
    }),
  )
}

const linesOf = (level: 'allocation' | 'authority', table: StatedTable | undefined, programme: Place): DecisionLine[] =>
  (table?.rows ?? []).flatMap((row) =>
    partColumns(table as StatedTable).flatMap((column): DecisionLine[] => {
      const amount = amountIn(row, column.key)
      if (amount === 0 || row.meaning.kind === 'total') return []
      const startYear = yearOfColumn(column.meaning)
      return row.meaning.kind === 'source'
        ? [{ ...line(level, programme, startYear, amount), sourceId: row.meaning.sourceId }]
        : [line(level, row.meaning.place, startYear, amount)]
    }),
  )

const planLines = (plan: StatedTable | undefined): BalanceLine[] =>
  (plan?.rows ?? []).flatMap((row) =>
    partColumns(plan as StatedTable).flatMap((column): BalanceLine[] => {
      const amount = amountIn(row, column.key)
      if (amount === 0 || row.meaning.kind !== 'place') return []
      const { place } = row.meaning
      return [
        { level: 'plan', place, startYear: yearOfColumn(column.meaning), sourceId: null, nature: 'capital', amount },
      ]
    }),
  )

/** The last year of what is summed up to March, and the first of what is summed from a year on. */
const yearOfColumn = (column: Column): StartYear =>
  column.kind === 'total' ? 2000 : column.kind === 'to-march' ? column.startYear - 1 : column.startYear

const line = (level: 'allocation' | 'authority', place: Place, startYear: StartYear, amount: Pence): DecisionLine => ({
  level,
  place,
  startYear,
  sourceId: null,
  nature: 'capital',
  amount,
})

const decision = (
  document: StatedDocument,
  reference: string,
  status: 'made' | 'effective',
  lines: DecisionLine[],
): Decision => ({
  id: idFor(`decision ${document.id} ${reference}`),
  revision: 1,
  isRemoved: false,
  reference,
  title: document.title,
  decisionTaker: document.reportTo || 'Not stated',
  kind: document.isKeyDecision ? 'key' : 'administrative',
  madeOn: document.datedOn,
  publishedOn: null,
  isCallInEligible: false,
  effectiveOn: document.datedOn,
  allocationKind: 'injection',
  status,
  lines,
  note: '',
  about: null,
  paperSha256: null,
})

const summed = (lines: BalanceLine[]): BalanceLine[] =>
  [
    ...Map.groupBy(
      lines,
      ({ level, place, startYear, sourceId }) => `${level} ${place.id} ${startYear} ${sourceId}`,
    ).values(),
  ].flatMap(([first, ...rest]): BalanceLine[] => {
    if (!first) return []
    const { level, place, startYear, sourceId, nature } = first
    return [
      { level, place, startYear, sourceId, nature, amount: pence(sum([first, ...rest].map(({ amount }) => amount))) },
    ]
  })
