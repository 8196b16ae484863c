import { type Pence, sum } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import { rowsOfSubtotal } from '../casts.ts'
import type { Discrepancy } from '../finding.ts'
import { themesOf } from '../ledgerSums.ts'
import type { StatedDocument, StatedFigure } from '../stated.ts'
import { documentTables, partColumns, type StatedRow, type StatedTable } from '../statedTable.ts'
import type { Repair } from './repair.ts'

/** How many of the most promising changes are worth trying: each runs the rules of arithmetic once. */
const MOST_TRIED = 40

/**
 * What may be wrong in a document, as far as its discrepancies point to it: each clears two of them or more by the sums
 * that are known to hold its figures. Those that clear most come first, and of them those that change least.
 */
export const candidates = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  all: readonly Discrepancy[],
): { repair: Repair; clears: number }[] => {
  const own = all.filter(({ evidence, difference }) => evidence.document?.id === document.id && difference)
  const tables = documentTables(document)
  return [
    ...tables.flatMap((table) => repeatRepairs(document, table)),
    ...tables.flatMap((table) => shiftRepairs(document, table, own)),
    ...moveRepairs(facts, document, tables, own),
    ...tables.flatMap((table) => figureRepairs(facts, document, table, own)),
  ]
    .map((repair) => ({ repair, clears: clearedBy(repair, own) }))
    .filter(({ clears }) => clears > 1)
    .toSorted((one, other) => other.clears - one.clears || one.repair.changes.length - other.repair.changes.length)
    .slice(0, MOST_TRIED)
}

const clearedBy = (repair: Repair, own: readonly Discrepancy[]): number => {
  if (repair.kind === 'move') {
    return own.filter(
      ({ rule, difference, subject }) =>
        rule === 'R03' &&
        subject.kind === 'theme-lines' &&
        repair.figures.some(
          ({ value, meaning }) =>
            meaning?.kind === 'cell' &&
            meaning.column.kind === 'year' &&
            meaning.column.startYear === subject.startYear &&
            Math.abs(value ?? 0) === Math.abs(difference ?? 0),
        ),
    ).length
  }
  const changeOf = new Map(
    repair.changes.map(({ figure, value }) => [figure.id, { figure, by: (value ?? 0) - (figure.value ?? 0) }]),
  )
  return own.filter((discrepancy) => {
    const change = discrepancy.evidence.figureIds.reduce((sum, id) => {
      const changed = changeOf.get(id)
      return changed ? sum + sideOf(discrepancy, changed.figure) * changed.by : sum
    }, 0)
    return change !== 0 && change === -(discrepancy.difference ?? 0)
  }).length
}

/** A figure counts among what is printed, -1, or among what it is computed from, 1. */
const sideOf = ({ rule, evidence }: Discrepancy, { id, meaning }: StatedFigure): number => {
  if (meaning?.kind !== 'cell') return -1
  switch (rule) {
    case 'R01':
      return evidence.figureIds[0] === id ? -1 : 1
    case 'R02':
      return meaning.row.kind === 'total' || meaning.row.kind === 'subtotal' ? -1 : 1
    case 'R03':
      return meaning.table === 'authority' ? -1 : 1
    case 'R04':
      return meaning.table === 'funding' ? -1 : 1
    default:
      return -1
  }
}

/** Each figure, alone or carried on by its totals, changed by any difference that was found. */
const figureRepairs = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  table: StatedTable,
  own: readonly Discrepancy[],
): Repair[] => {
  const sizes = [...new Set(own.map(({ difference }) => Math.abs(difference ?? 0)))]
  const across = table.columns.find(({ meaning }) => meaning.kind === 'total')?.key
  const rows = [...table.rows, ...table.subtotals, ...(table.total ? [table.total] : [])]
  const subtotalOf = (row: StatedRow) =>
    table.subtotals.find((subtotal) => rowsOfSubtotal(facts, table, subtotal).includes(row))
  return rows.flatMap((row) =>
    [...row.cells].flatMap(([key, figure]): Repair[] => {
      const rowTotal = across === undefined || key === across ? undefined : row.cells.get(across)
      const isLine = table.rows.includes(row)
      const columnTotal = isLine ? table.total?.cells.get(key) : undefined
      const subtotal = isLine ? subtotalOf(row)?.cells.get(key) : undefined
      const grand = rowTotal && columnTotal && across !== undefined ? table.total?.cells.get(across) : undefined
      const sets = [[], [rowTotal], [columnTotal], [rowTotal, columnTotal, grand], [subtotal], [subtotal, columnTotal]]
        .map((set) => set.filter((each) => each !== undefined))
        .filter(
          (set, at, others) => others.findIndex((other) => other.length === set.length && other[0] === set[0]) === at,
        )
      return sets.flatMap((carrying) =>
        sizes.flatMap((size) =>
          [size, -size].map((by): Repair => {
            const changed = [figure, ...carrying].map((each) => ({ figure: each, value: amountAfter(each, by) }))
            return {
              kind: 'figure',
              key: `figure:${document.id}:${figure.id}`,
              documentId: document.id,
              changes: changed,
            }
          }),
        ),
      )
    }),
  )
}

const amountAfter = ({ value }: StatedFigure, by: number): Pence => sum([value ?? 0, by])

/** An amount under the wrong heading: it belongs to a blank cell of its row. */
const shiftRepairs = (document: StatedDocument, table: StatedTable, own: readonly Discrepancy[]): Repair[] => {
  const sizes = new Set(own.map(({ difference }) => Math.abs(difference ?? 0)))
  const keys = partColumns(table).map(({ key }) => key)
  return table.rows.flatMap((row) =>
    keys.flatMap((key) => {
      const figure = row.cells.get(key)
      if (!figure?.value || !sizes.has(Math.abs(figure.value))) return []
      const { value } = figure
      return keys.flatMap((other): Repair[] => {
        const belongs = row.cells.get(other)
        if (!belongs || belongs.value) return []
        return [
          {
            kind: 'shift',
            key: `shifted-column:${document.id}:${figure.id}`,
            documentId: document.id,
            belongs,
            changes: [
              { figure, value: null },
              { figure: belongs, value },
            ],
          },
        ]
      })
    }),
  )
}

/** A line that stands in the table twice with the same amounts. */
const repeatRepairs = (document: StatedDocument, table: StatedTable): Repair[] =>
  table.rows.flatMap((row, at): Repair[] => {
    const isRepeated = table.rows.slice(0, at).some((before) => before.key === row.key && haveSameAmounts(before, row))
    const figures = [...row.cells.values()].filter(({ value }) => value)
    const [first] = figures
    if (!isRepeated || !first) return []
    return [
      {
        kind: 'repeat',
        key: `repeated-line:${document.id}:${first.id}`,
        documentId: document.id,
        changes: figures.map((figure) => ({ figure, value: null })),
      },
    ]
  })

const haveSameAmounts = (one: StatedRow, other: StatedRow): boolean =>
  [...one.cells].every(([key, { value }]) => (other.cells.get(key)?.value ?? null) === value)

/** A line of the plan that its theme is off by in some year: it may belong to another theme. */
const moveRepairs = (
  facts: ProgrammeFacts,
  document: StatedDocument,
  tables: StatedTable[],
  own: readonly Discrepancy[],
): Repair[] => {
  const sizes = new Set(own.filter(({ rule }) => rule === 'R03').map(({ difference }) => Math.abs(difference ?? 0)))
  const plan = tables.find(({ name }) => name === 'expenditure-plan')
  return (plan?.rows ?? []).flatMap(({ meaning, cells }) => {
    const figures = [...cells.values()].filter(({ value }) => value)
    const isOff = figures.some(({ value }) => sizes.has(Math.abs(value ?? 0)))
    if (meaning.kind !== 'place' || meaning.place.kind !== 'scheme' || !isOff) return []
    const schemeId = meaning.place.id
    const [from] = themesOf(facts, schemeId)
    return facts.themes
      .filter(({ id }) => from !== undefined && id !== from)
      .map(
        ({ id: themeId }): Repair => ({
          kind: 'move',
          key: `moved:${document.id}:${schemeId}`,
          documentId: document.id,
          changes: [],
          schemeId,
          themeId,
          figures,
        }),
      )
  })
}
