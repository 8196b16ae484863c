import { type Pence, pence, sum } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Explained } from '../explaining.ts'
import type { Discrepancy, FindingValue } from '../finding.ts'
import { authorityAsked, ledgerValue } from '../ledgerSums.ts'
import type { StatedDocument, StatedFigure, StatedMeaning } from '../stated.ts'
import {
  documentTables,
  findTable,
  keyOfColumn,
  keyOfRow,
  printedValue,
  type StatedTable,
  statedPlace,
  stepOf,
  totalIn,
} from '../statedTable.ts'

interface Candidate {
  figure: StatedFigure
  printed: Pence
  meant: Pence
  agreeing: FindingValue[]
}

/**
 * One digit typed wrongly, or two swapped: some figure of the sum becomes right by it, and other places prove the figure
 * that was meant. The figure that most places speak for is taken.
 */
export const explainKeying = (
  facts: ProgrammeFacts,
  { difference, printed, computed, evidence }: Discrepancy,
): Explained | undefined => {
  const { cast, document, figureIds } = evidence
  if (!cast || !document || difference === null || printed === null || computed === null) return undefined
  const [statedId, ...partIds] = figureIds
  const figureOf = (id: string | undefined) => document.figures.find((figure) => figure.id === id)
  const candidates = [
    // All columns together have no printed total to correct.
    { figure: cast.row || cast.column ? figureOf(statedId) : undefined, change: difference },
    ...partIds.map((id) => ({ figure: figureOf(id), change: -difference })),
  ]
    .flatMap(({ figure, change }): Candidate[] => {
      if (!figure?.value) return []
      const meant = sum([figure.value, change])
      if (!isOneSlip(figure.value, meant, stepOf(figure))) return []
      return [{ figure, printed: figure.value, meant, agreeing: agreeing(facts, document, cast.table, figure, meant) }]
    })
    .filter((candidate) => candidate.agreeing.length > 0)
    .toSorted((one, other) => other.agreeing.length - one.agreeing.length)
  const [best, second] = candidates
  if (!best) return undefined
  const { figure, meant } = best
  const place = statedPlace(document.id, figure.place)
  const line = {
    key: `figure:${figure.id}`,
    label: [figure.place.row, figure.place.column].join(' '),
    amount: best.printed,
    place,
  }
  const speaksForPrinted = agreeing(facts, document, cast.table, figure, best.printed).length > 0
  return {
    explanation: {
      kind: 'keying',
      lines: [line],
      unique: second === undefined && !speaksForPrinted,
      printed: best.printed,
      meant,
      agreeing: best.agreeing,
    },
    cause: `keying:${document.id}:${figure.id}`,
  }
}

/** Whether one digit, or two neighbours swapped, make the one amount into the other at the printed precision. */
export const isOneSlip = (from: Pence, to: Pence, step: number): boolean => {
  const [one, other] = [from, to].map((amount) => String(Math.round(amount / step)))
  if (one === undefined || other === undefined || one.length !== other.length) return false
  const differing = [...one].flatMap((digit, index) => (digit === other[index] ? [] : [index]))
  const [first, second] = differing
  if (first === undefined || differing.length > 2) return false
  if (second === undefined) return true
  return second === first + 1 && one[first] === other[second] && one[second] === other[first]
}

type Cell = Extract<StatedMeaning, { kind: 'cell' }>

/** Places outside the table that give this amount for the same thing. */
const agreeing = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  table: StatedTable,
  figure: StatedFigure,
  amount: Pence,
): FindingValue[] => {
  const { meaning } = figure
  if (meaning?.kind !== 'cell') return []
  return [
    ...document.figures
      .filter((other) => other.value === amount && isSameThing(meaning, other.meaning, table))
      .map((other) => printedValue(document, other)),
    ...inLedger(facts, meaning, amount),
    ...lessTheOther(document, meaning, amount),
  ]
}

const isSameThing = (meaning: Cell, other: StatedMeaning | null, table: StatedTable): boolean => {
  if (other === null) return false
  const startYear = meaning.column.kind === 'year' ? meaning.column.startYear : null
  if (other.kind === 'narrative') {
    const isSamePlace = meaning.row.kind === 'place' && other.place.id === meaning.row.place.id
    return isSamePlace && other.startYear === startYear
  }
  if (other.table === table.name || keyOfRow(other.row) !== keyOfRow(meaning.row)) return false
  // Totals rows of two tables are the same thing only column by column; a line's total may be its one year elsewhere.
  if (meaning.row.kind === 'total') return keyOfColumn(other.column) === keyOfColumn(meaning.column)
  return startYear === null || (other.column.kind === 'year' && other.column.startYear === startYear)
}

const inLedger = (facts: ProgrammeFacts, { row, column }: Cell, amount: Pence): FindingValue[] => {
  if (row.kind !== 'place') return []
  return [...facts.balances.filter((line) => line.level === 'plan'), ...authorityAsked(facts)]
    .filter(
      (line) =>
        line.place.id === row.place.id &&
        line.amount === amount &&
        (column.kind !== 'year' || line.startYear === column.startYear),
    )
    .map((line) => ledgerValue(facts, line.level, line.place, line.startYear, line.amount))
}

/** What the funding total leaves for one block of authority once the other is taken away. */
const lessTheOther = (document: StatedDocument, { table: name, column }: Cell, amount: Pence): FindingValue[] => {
  if (column.kind !== 'total' || (name !== 'previous-authority' && name !== 'authority')) return []
  const tables = documentTables(document)
  const funding = findTable(tables, 'funding')
  const other = findTable(tables, name === 'authority' ? 'previous-authority' : 'authority')
  const figure = funding?.total?.cells.get('total')
  if (!funding || !other || !figure || totalIn(funding, 'total') - totalIn(other, 'total') !== amount) return []
  return [
    {
      label: `${funding.title} less ${other.title}`,
      amount: pence(amount),
      place: statedPlace(document.id, figure.place),
    },
  ]
}
