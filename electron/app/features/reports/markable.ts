import type { Exempt } from '../../../../domain/report/exempt.ts'
import type { Part, ReportModel } from '../../../../reports/model/reportModel.ts'
import { wordsOfRuns } from '../../../../reports/model/wordsOfRuns.ts'

/** What of a report can be kept from the public, in its order. */
export interface Markable {
  part: string
  row: string | null
  kind: Part['kind'] | 'row'
  /** The beginning of what it says. */
  label: string
  exempt: Exempt | null
}

/** Rows of one table that are offered; a longer table is exempt as a whole. */
const MOST_ROWS = 200
/** In characters. */
const LONGEST_LABEL = 120

export const markable = ({ parts }: ReportModel): Markable[] => parts.flatMap(markableIn)

const markableIn = (part: Part): Markable[] => {
  const head = (label: string, exempt: Exempt | null): Markable => ({
    part: part.id,
    row: null,
    kind: part.kind,
    label: label.slice(0, LONGEST_LABEL),
    exempt,
  })
  switch (part.kind) {
    case 'page-break':
      return []
    case 'heading':
      return [head(part.text, null)]
    case 'paragraph':
      return [head(wordsOfRuns(part.runs), part.exempt)]
    case 'list':
      return [head(part.items.map(wordsOfRuns).join('; '), part.exempt)]
    case 'facts':
      return [head(part.facts.map(({ name, value }) => `${name}: ${value}`).join('; '), part.exempt)]
    case 'chart':
      return [head(part.headline, part.exempt)]
    case 'table':
      return [
        head(part.caption, part.exempt),
        ...part.rows
          .filter(({ style }) => style === 'plain')
          .slice(0, MOST_ROWS)
          .map(({ id, cells, exempt }): Markable => {
            const label = cells
              .flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
              .slice(0, 2)
              .join(', ')
            return { part: part.id, row: id, kind: 'row', label: label.slice(0, LONGEST_LABEL), exempt }
          }),
      ]
  }
}
