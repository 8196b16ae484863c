import { type Pence, sum, ZERO } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import { rowsOfSubtotal } from '../casts.ts'
import { isOneSlip } from '../explain/keying.ts'
import type { Explanation, Line, SearchReport } from '../finding.ts'
import { nameOf, themesOf } from '../ledgerSums.ts'
import type { StatedDocument, StatedFigure } from '../stated.ts'
import { documentTables, keyOfColumn, keyOfRow, linesOf, statedPlace, stepOf } from '../statedTable.ts'
import type { Repair } from './repair.ts'

const THOUSAND = 1000

/** A repair as the explanation of the findings that it clears, with what would clear the same findings as well. */
export const explainRepair = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  repair: Repair,
  cleared: string[],
  others: Repair[],
): Explanation => {
  const [first, ...rest] = [repair, ...others].map((each) => explainOne(facts, document, each, cleared))
  const own = first ?? { kind: 'none', lines: [], unique: false, search: null }
  return rest.length === 0 ? own : { ...own, unique: false, others: rest.map((each) => ({ ...each, unique: false })) }
}

const explainOne = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  repair: Repair,
  cleared: string[],
): Explanation => {
  const [change, ...carrying] = repair.changes
  switch (repair.kind) {
    case 'shift':
      return {
        kind: 'shifted-column',
        lines: change ? [lineOf(document, change.figure)] : [],
        unique: true,
        under: change?.figure.place.column ?? '',
        belongs: repair.belongs.place.column ?? '',
      }
    case 'repeat':
      return {
        kind: 'repeated-line',
        lines: repair.changes.map(({ figure }) => lineOf(document, figure)),
        unique: true,
        sums: cleared.length,
      }
    case 'move': {
      const [from] = themesOf(facts, repair.schemeId)
      return {
        kind: 'cancels',
        lines: repair.figures.map((figure) => lineOf(document, figure)),
        unique: true,
        withFinding: cleared[1] ?? '',
        from: from ? nameOf(facts, { kind: 'theme', id: from }) : '',
        to: nameOf(facts, { kind: 'theme', id: repair.themeId }),
        search: everyLine(repair.figures.length),
      }
    }
    case 'figure':
      return change
        ? wrongFigure(
            facts,
            document,
            change.figure,
            change.value ?? ZERO,
            carrying.map(({ figure }) => figure),
            cleared.length,
          )
        : { kind: 'none', lines: [], unique: false, search: null }
  }
}

/** Nought for an amount that stands at the wrong place, one for a slip of the keys or the unit, two for any other amount. */
export const unlikelihood = ({ kind, changes: [change] }: Repair): number => {
  if (kind !== 'figure' || !change) return 0
  const { figure, value } = change
  const isSlip = isThousandfold(figure.value, value ?? ZERO) || isKeying(figure, value ?? ZERO)
  return isSlip ? 1 : 2
}

const isThousandfold = (printed: Pence | null, meant: Pence): boolean =>
  printed !== null && printed !== 0 && (printed === meant * THOUSAND || printed * THOUSAND === meant)

const isKeying = (figure: StatedFigure, meant: Pence): boolean =>
  figure.value !== null && figure.value !== 0 && isOneSlip(figure.value, meant, stepOf(figure))

const wrongFigure = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  figure: StatedFigure,
  meant: Pence,
  carrying: StatedFigure[],
  sums: number,
): Explanation => {
  const line = lineOf(document, figure)
  const printed = figure.value
  const leftOut = lineLeftOut(facts, document, figure, sum([meant, -(printed ?? 0)]))
  if (leftOut) return leftOut
  const isLine = figure.meaning?.kind === 'cell' && figure.meaning.row.kind === 'place'
  if (meant === 0 && isLine && carrying.length === 0) {
    return { kind: 'subset', lines: [line], unique: true, search: everyLine(1) }
  }
  if (isThousandfold(printed, meant)) {
    return { kind: 'thousandfold', lines: [line], unique: true, meant }
  }
  if (printed && carrying.length === 0 && isKeying(figure, meant)) {
    return { kind: 'keying', lines: [line], unique: true, printed, meant, agreeing: [] }
  }
  return { kind: 'wrong-figure', lines: [line], unique: true, printed, meant, sums, carriedBy: carrying.map(labelOf) }
}

/** A total that is too small, or too large, by one line of its column exactly. */
const lineLeftOut = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  { meaning }: StatedFigure,
  difference: Pence,
): Explanation | undefined => {
  if (meaning?.kind !== 'cell' || (meaning.row.kind !== 'total' && meaning.row.kind !== 'subtotal')) return undefined
  const table = documentTables(document).find(({ name }) => name === meaning.table)
  const column = table?.columns.find(({ key }) => key === keyOfColumn(meaning.column))
  if (!table || !column) return undefined
  const sumKey = keyOfRow(meaning.row)
  const subtotal = table.subtotals.find((row) => keyOfRow(row.meaning) === sumKey)
  const pool = linesOf(subtotal ? { ...table, rows: rowsOfSubtotal(facts, table, subtotal) } : table, column)
  const [line, ...more] = pool.filter(({ amount }) => amount === difference)
  if (!line) return undefined
  const alternatives = more.map((each) => [each])
  return {
    kind: 'subset',
    lines: [line],
    unique: more.length === 0,
    search: { ...everyLine(pool.length), alternatives },
  }
}

const everyLine = (pool: number): SearchReport => ({
  pool,
  alternatives: [],
  tried: { upTo: 1 },
  notTried: 'larger-sets',
})

const labelOf = ({ place }: StatedFigure): string =>
  [place.row ?? 'total', place.column].filter((part) => part).join(' ')

const lineOf = (document: StatedDocument, figure: StatedFigure): Line => ({
  key: `figure:${figure.id}`,
  label: labelOf(figure),
  amount: figure.value ?? ZERO,
  place: statedPlace(document.id, figure.place),
})
