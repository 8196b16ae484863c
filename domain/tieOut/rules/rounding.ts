import type { ProgrammeFacts } from '../../programme/facts.ts'
import { columnCasts, rowCasts } from '../casts.ts'
import type { Draft } from '../finding.ts'
import { printedValue, statedPlace } from '../statedTable.ts'

/** R26: where rounded figures do not add up although the full ones may, a rounding line says so. */
export const rounding = (facts: ProgrammeFacts): Draft[] =>
  [
    ...rowCasts(facts).map((cast) => ({ cast, isRow: true })),
    ...columnCasts(facts).map((cast) => ({ cast, isRow: false })),
  ]
    .filter(({ cast }) => cast.computed !== cast.printed && Math.abs(cast.computed - cast.printed) <= cast.tolerance)
    .flatMap(({ cast: { table, row, column, printed, computed, figures }, isRow }) => {
      const [stated] = figures
      if (!stated) return []
      return {
        key: `${table.document.id}/${table.name}/${isRow ? row?.key : (column?.key ?? 'all')}`,
        place: statedPlace(table.document.id, stated.place),
        subject: { kind: 'rounding', table: table.title, line: (isRow ? row?.label : column?.label) ?? 'all columns' },
        printed,
        computed,
        values: figures.filter((figure) => figure.value !== null).map((figure) => printedValue(table.document, figure)),
      }
    })
