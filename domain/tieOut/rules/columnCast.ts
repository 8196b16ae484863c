import type { ProgrammeFacts } from '../../programme/facts.ts'
import { columnCasts } from '../casts.ts'
import type { Draft } from '../finding.ts'
import { printedValue, statedPlace } from '../statedTable.ts'

/** R02: a totals row is the sum of its rows, per column and over all. What rounding can explain is left to R26. */
export const columnCast = (facts: ProgrammeFacts): Draft[] =>
  columnCasts(facts)
    .filter((cast) => Math.abs(cast.computed - cast.printed) > cast.tolerance)
    .flatMap(({ table, row, column, printed, computed, figures, parts }) => {
      const [stated] = figures
      if (!stated) return []
      const isSubtotal = row?.meaning.kind === 'subtotal'
      return {
        key: `${table.document.id}/${table.name}/${isSubtotal ? `${row.key}/` : ''}${column?.key ?? 'all'}`,
        place: statedPlace(table.document.id, column ? stated.place : { ...stated.place, column: null }),
        subject: {
          kind: 'column-cast',
          table: isSubtotal ? `${table.title}, ${row.label}` : table.title,
          column: column?.label ?? null,
        },
        printed,
        computed,
        values: figures.filter((figure) => figure.value !== null).map((figure) => printedValue(table.document, figure)),
        evidence: {
          pool: parts,
          figureIds: figures.map((figure) => figure.id),
          document: table.document,
          cast: { table, row: null, column },
        },
      }
    })
