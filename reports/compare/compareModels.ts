import { type Pence, pence } from '../../domain/money.ts'
import { amountLooks } from '../model/amountLooks.ts'
import { type AmountLook, cellText } from '../model/cellText.ts'
import type { Part, ReportModel } from '../model/reportModel.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TablePart, TableRow } from '../model/tablePart.ts'
import { tablesOf } from '../model/tablesOf.ts'
import { wordsOfRuns } from '../model/wordsOfRuns.ts'

/** One figure or text that two reports do not share. */
export interface ModelDifference {
  kind: 'changed' | 'added' | 'removed'
  /** In words: the table, its row and its column, or the paragraph. */
  place: string
  /** By which a screen finds it: of the part, and of its row. */
  partId: string
  rowId: string | null
  /** As it was shown; null where it was not there. */
  was: string | null
  is: string | null
  /** How much an amount has grown, in pence; null for anything else. */
  change: Pence | null
}

/** How one report differs from another, figure by figure and text by text, in the order of the later one. */
export const compareModels = (before: ReportModel, after: ReportModel): ModelDifference[] => {
  const tablesBefore = tablesIn(before)
  const tablesAfter = tablesIn(after)
  const differences = [...tablesAfter.values()].flatMap((table) => compareTables(tablesBefore.get(table.id), table))
  for (const table of tablesBefore.values()) {
    if (!tablesAfter.has(table.id)) differences.push(...table.rows.map((row) => wholeRow('removed', table, row)))
  }
  return [...differences, ...compareTexts(before, after)]
}

const tablesIn = ({ parts }: ReportModel): Map<string, TablePart> =>
  new Map(tablesOf(parts).map((table) => [table.id, table]))

const compareTables = (before: TablePart | undefined, after: TablePart): ModelDifference[] => {
  const rowsBefore = new Map(before?.rows.map((row) => [row.id, row]))
  const rowsAfter = new Set(after.rows.map(({ id }) => id))
  const differences = after.rows.flatMap((row) => {
    const earlier = rowsBefore.get(row.id)
    return before && earlier ? compareRows(before, earlier, after, row) : [wholeRow('added', after, row)]
  })
  if (!before) return differences
  const gone = before.rows.filter(({ id }) => !rowsAfter.has(id))
  return [...differences, ...gone.map((row) => wholeRow('removed', before, row))]
}

const compareRows = (
  tableBefore: TablePart,
  before: TableRow,
  tableAfter: TablePart,
  after: TableRow,
): ModelDifference[] => {
  const looksBefore = amountLooks(tableBefore)
  const looksAfter = amountLooks(tableAfter)
  const ids = [...new Set([...tableAfter.columns, ...tableBefore.columns].map(({ id }) => id))]
  return ids.flatMap((id): ModelDifference[] => {
    const was = cellAt(tableBefore, before, looksBefore, id)
    const is = cellAt(tableAfter, after, looksAfter, id)
    if (was === null ? is === null : is !== null && isSame(was.cell, is.cell)) return []
    const label = (is ?? was)?.label ?? id
    return [
      {
        kind: was === null ? 'added' : is === null ? 'removed' : 'changed',
        place: [tableAfter.caption, rowLabel(tableAfter, after), label].filter(Boolean).join(', '),
        partId: tableAfter.id,
        rowId: after.id,
        was: was?.text ?? null,
        is: is?.text ?? null,
        change: growth(was?.cell, is?.cell),
      },
    ]
  })
}

const cellAt = (table: TablePart, row: TableRow, looks: readonly AmountLook[], id: string) => {
  const at = table.columns.findIndex((column) => column.id === id)
  const cell = row.cells[at]
  const look = looks[at]
  const column = table.columns[at]
  // A band or a note has words in its first cell alone.
  if (!cell || !look || !column) return null
  return { cell, text: cellText(cell, look), label: column.label }
}

const isSame = (one: TableCell, other: TableCell): boolean => JSON.stringify(one) === JSON.stringify(other)

const growth = (was: TableCell | undefined, is: TableCell | undefined): Pence | null =>
  was?.kind === 'amount' && is?.kind === 'amount' ? pence(is.amount - was.amount) : null

const rowLabel = ({ columns }: TablePart, { cells }: TableRow): string => {
  const at = columns.findIndex(({ kind }, index) => kind.endsWith('text') && cells[index]?.kind === 'text')
  const cell = cells[at]
  return cell?.kind === 'text' ? cell.text : ''
}

const wholeRow = (kind: 'added' | 'removed', table: TablePart, row: TableRow): ModelDifference => {
  const looks = amountLooks(table)
  const text = row.cells
    .flatMap((cell, at) => {
      const look = looks[at]
      return look ? [cellText(cell, look)] : []
    })
    .filter(Boolean)
    .join(' | ')
  const [was, is] = kind === 'added' ? [null, text] : [text, null]
  const place = [table.caption, rowLabel(table, row)].filter(Boolean).join(', ')
  return { kind, place, partId: table.id, rowId: row.id, was, is, change: null }
}

interface PlacedText {
  id: string
  place: string
  text: string
}

const compareTexts = (before: ReportModel, after: ReportModel): ModelDifference[] => {
  const was = new Map(textsIn(before).map((each) => [each.id, each]))
  const is = new Map(textsIn(after).map((each) => [each.id, each]))
  const ids = [...new Set([...is.keys(), ...was.keys()])]
  return ids.flatMap((id): ModelDifference[] => {
    const [one, other] = [was.get(id), is.get(id)]
    if (one?.text === other?.text) return []
    return [
      {
        kind: !one ? 'added' : !other ? 'removed' : 'changed',
        place: (other ?? one)?.place ?? '',
        partId: id,
        rowId: null,
        was: one?.text ?? null,
        is: other?.text ?? null,
        change: null,
      },
    ]
  })
}

const textsIn = ({ parts, footnotes }: ReportModel): PlacedText[] => {
  let under: Under = { heading: '', paragraphs: 0 }
  return [
    ...parts.flatMap((part) => {
      if (part.kind === 'heading') under = { heading: part.text, paragraphs: 0 }
      if (part.kind === 'paragraph') under = { ...under, paragraphs: under.paragraphs + 1 }
      return textsOfPart(part, under)
    }),
    ...footnotes.map(({ mark, text }) => ({ id: `footnote ${mark}`, place: `footnote ${mark}`, text })),
  ]
}

/** The heading that a part stands under, and how many paragraphs have come since. */
interface Under {
  heading: string
  paragraphs: number
}

const placed = ({ heading }: Under, words: string): string => (heading === '' ? words : `${heading}, ${words}`)

const textsOfPart = (part: Part, under: Under): PlacedText[] => {
  switch (part.kind) {
    case 'heading':
      return [{ id: part.id, place: `heading ${part.number ?? part.text}`, text: part.text }]
    case 'paragraph':
      return [
        {
          id: part.id,
          place: part.number === null ? placed(under, `paragraph ${under.paragraphs}`) : `paragraph ${part.number}`,
          text: wordsOfRuns(part.runs),
        },
      ]
    case 'list':
      return part.items.map((item, at) => ({
        id: `${part.id}/${at + 1}`,
        place: placed(under, `point ${at + 1}`),
        text: wordsOfRuns(item),
      }))
    case 'facts':
      return part.facts.map(({ name, value }) => ({ id: `${part.id}/${name}`, place: name, text: value }))
    case 'table':
      return notesOf(part)
    case 'chart':
      return [{ id: part.id, place: `chart ${part.table.caption}`, text: part.headline }, ...notesOf(part.table)]
    case 'page-break':
      return []
  }
}

const notesOf = ({ id, caption, notes }: TablePart): PlacedText[] =>
  notes.map((text, at) => ({ id: `${id}/note/${at + 1}`, place: `${caption}, note ${at + 1}`, text }))
