import { formatYear, type StartYear } from '../../financialYear.ts'
import { pence, sum } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft, FindingValue, Line } from '../finding.ts'
import {
  atLevel,
  authorityAsked,
  inYear,
  ledgerLines,
  ledgerPlace,
  ledgerValue,
  nameOf,
  programmePlaceOf,
  programmeYears,
  total,
} from '../ledgerSums.ts'
import type { StatedDocument } from '../stated.ts'
import {
  documentTables,
  findTable,
  linesOf,
  printedValue,
  type StatedTable,
  statedPlace,
  totalIn,
} from '../statedTable.ts'

type Against = 'authority' | 'plan'

/** R04: funding is as much as authority and plan, per year and overall, in print and in the ledger. */
export const fundingTotals = (facts: ProgrammeFacts): Draft[] => [
  ...facts.documents.flatMap((document) => [
    ...statedFunding(document, 'authority'),
    ...statedFunding(document, 'plan'),
  ]),
  ...ledgerFunding(facts, 'authority'),
  ...ledgerFunding(facts, 'plan'),
]

const statedFunding = (document: StatedDocument, against: Against): Draft[] => {
  const tables = documentTables(document)
  const funding = findTable(tables, 'funding')
  const others = (
    against === 'authority' ? (['previous-authority', 'authority'] as const) : (['expenditure-plan'] as const)
  )
    .map((name) => findTable(tables, name))
    .filter((table) => table !== undefined)
  if (!funding || !findTable(tables, against === 'authority' ? 'authority' : 'expenditure-plan')) return []
  const draft = (startYear: StartYear | null, printed: number, computed: number, columnKey: string): Draft => {
    const figures = [funding, ...others].flatMap((table) => table.total?.cells.get(columnKey) ?? [])
    const [first] = figures
    return {
      key: `${document.id}/${against}/${columnKey}`,
      place: statedPlace(
        document.id,
        first?.place ?? { section: funding.title, paragraph: null, table: funding.title, row: null, column: columnKey },
      ),
      subject: { kind: 'funding', against, startYear },
      printed: pence(printed),
      computed: pence(computed),
      values: figures.map((figure) => printedValue(document, figure)),
      evidence: { pool: poolOf(others, columnKey), figureIds: figures.map((figure) => figure.id), document },
    }
  }
  const add = (columnKey: string) => sum(others.map((table) => totalIn(table, columnKey)))
  const byYear = funding.columns.flatMap((column) => {
    const { key, meaning } = column
    if (meaning.kind !== 'year' || !others.every((table) => table.columns.some((other) => other.key === key))) return []
    const [printed, computed] = [totalIn(funding, key), add(key)]
    return printed === computed ? [] : [draft(meaning.startYear, printed, computed, key)]
  })
  if (![funding, ...others].every((table) => table.columns.some((column) => column.key === 'total'))) return byYear
  // What came before the report's years is often not recorded under funding, so it is left out on both sides.
  const printed = sum([totalIn(funding, 'total'), -earlierIn([funding])])
  const computed = sum([add('total'), -earlierIn(others)])
  const inYears = sum(byYear.map((each) => (each.computed ?? 0) - (each.printed ?? 0)))
  return computed - printed === inYears ? byYear : [...byYear, draft(null, printed, computed, 'total')]
}

const earlierIn = (tables: StatedTable[]): number =>
  sum(
    tables.flatMap((table) =>
      table.columns.filter(({ meaning }) => meaning.kind === 'to-march').map(({ key }) => totalIn(table, key)),
    ),
  )

const poolOf = (tables: StatedTable[], columnKey: string): Line[] =>
  tables.flatMap((table) =>
    table.columns.filter(({ key }) => key === columnKey).flatMap((column) => linesOf(table, column)),
  )

const ledgerFunding = (facts: ProgrammeFacts, against: Against): Draft[] => {
  const place = programmePlaceOf(facts)
  const funding = atLevel(facts, 'allocation').filter((line) => line.place.kind === 'programme')
  const others = against === 'authority' ? authorityAsked(facts) : atLevel(facts, 'plan')
  if (total(funding) === 0 || total(others) === 0) return []
  return programmeYears(facts).flatMap((startYear): Draft[] => {
    const lines = inYear(others, startYear)
    const [printed, computed] = [total(inYear(funding, startYear)), total(lines)]
    if (printed === computed) return []
    const byLine: FindingValue[] = lines.map((line) => ({
      label: `Ledger, ${nameOf(facts, line.place)}, ${against} ${formatYear(startYear)}`,
      amount: line.amount,
      place: ledgerPlace(facts, against, line.place, startYear),
    }))
    return [
      {
        key: `ledger/${against}/${startYear}`,
        place: ledgerPlace(facts, 'allocation', place, startYear),
        subject: { kind: 'funding', against, startYear },
        printed,
        computed,
        values: [ledgerValue(facts, 'allocation', place, startYear, printed), ...byLine],
        evidence: { pool: ledgerLines(facts, lines) },
      },
    ]
  })
}
