import type { ProgrammeFacts } from '../../programme/facts.ts'
import { rowCasts } from '../casts.ts'
import type { Draft } from '../finding.ts'
import { printedValue, statedPlace } from '../statedTable.ts'

/** R01: a row's TOTAL is the sum of its columns. What rounding can explain is left to R26. */
export const rowCast = (facts: ProgrammeFacts): Draft[] =>
  rowCasts(facts)
    .filter((cast) => Math.abs(cast.computed - cast.printed) > cast.tolerance)
    .flatMap(({ table, row, printed, computed, figures, parts }) => {
      const [stated] = figures
      if (!stated || !row) return []
      return {
        key: `${table.document.id}/${table.name}/${row.key}`,
        place: statedPlace(table.document.id, stated.place),
        subject: { kind: 'row-cast', table: table.title, row: row.label },
        printed,
        computed,
        values: figures.filter((figure) => figure.value).map((figure) => printedValue(table.document, figure)),
        evidence: {
          pool: parts,
          figureIds: figures.map((figure) => figure.id),
          document: table.document,
          cast: { table, row, column: null },
        },
      }
    })
