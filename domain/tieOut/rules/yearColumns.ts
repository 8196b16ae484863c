import { yearOf } from '../../financialYear.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { ColumnProblem, Draft } from '../finding.ts'
import { type StatedTable, statedPlace, statedTables } from '../statedTable.ts'

/** R25: years follow each other, with one column for what is after them, and start from the report's own year. */
export const yearColumns = (facts: ProgrammeFacts): Draft[] =>
  statedTables(facts).flatMap((table) =>
    problemsOf(table).map((problem) => ({
      key: `${table.document.id}/${table.name}/${problem}`,
      place: statedPlace(table.document.id, {
        section: table.title,
        paragraph: null,
        table: table.title,
        row: null,
        column: null,
      }),
      subject: { kind: 'year-columns', table: table.title, problem },
    })),
  )

const problemsOf = (table: StatedTable): ColumnProblem[] => {
  const columns = table.columns.map((column) => column.meaning)
  const years = columns
    .flatMap((column) => (column.kind === 'year' ? [column.startYear] : []))
    .toSorted((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return ['gap']
  const isTwice = hasSameHeadTwice(table)
  const hasGap = years.some((year, index) => year !== first + index)
  // A plan shows its own years only; the other columns belong to the three council tables.
  if (table.name === 'expenditure-plan')
    return [...(hasGap ? ['gap' as const] : []), ...(isTwice ? ['twice' as const] : [])]
  const beyond = columns.filter((column) => column.kind === 'beyond')
  const toMarch = columns.find((column) => column.kind === 'to-march')
  const current = yearOf(table.document.datedOn)
  const found: [ColumnProblem, boolean][] = [
    ['no-total', columns.filter((column) => column.kind === 'total').length !== 1],
    ['gap', hasGap],
    ['twice', isTwice],
    ['not-one-beyond', beyond.length !== 1],
    ['beyond-start', beyond.length === 1 && beyond[0]?.startYear !== last + 1],
    ['to-march', toMarch?.startYear !== first],
    ['report-year', current < first || current > last],
  ]
  return found.filter(([, isFound]) => isFound).map(([problem]) => problem)
}

/** The second column under one heading stands for nothing, because which of the two is meant nothing tells. */
const hasSameHeadTwice = ({ document, title, columns }: StatedTable): boolean =>
  document.figures.some(
    ({ meaning, place }) =>
      meaning === null && place.table === title && columns.some(({ label }) => label === place.column),
  )
