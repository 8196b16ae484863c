import { csvFile, csvText } from '../../domain/csv.ts'
import { formatPlain } from '../../domain/money.ts'
import { proofOf } from '../model/proofOf.ts'
import type { Part, ReportModel } from '../model/reportModel.ts'
import type { TableCell } from '../model/tableCell.ts'
import type { TableColumn, TablePart } from '../model/tablePart.ts'
import { tablesOf } from '../model/tablesOf.ts'
import { wordsOfCell } from '../model/wordsOfCell.ts'
import { wordsOfRuns } from '../model/wordsOfRuns.ts'
import type { WriteReport } from '../writers.ts'

/**
 * The tables of a report as rows, or its text where it has no table. Amounts in pounds and pence, shares in per cent, days
 * by ISO 8601. Bands stand in a column of their own, notes in rows below, and every row says its moment, its status and its
 * proof.
 */
export const writeCsv: WriteReport = async (model) => {
  const tables = tablesOf(model.parts)
  const { header, rows } = tables.length > 0 ? rowsOfTables(tables) : rowsOfText(model)
  const { asAt, status, demonstration } = model.heading
  const stamps: [string, string][] = [
    ['As at', asAt.day],
    ['Event', String(asAt.seq)],
    ['Report status', status],
    ...(demonstration === '' ? [] : ([['Demonstration', csvText(demonstration)]] satisfies [string, string][])),
    ['Proof', proofOf(model.heading)],
  ]
  const lines = rows.length > 0 ? rows : [header.map(() => '')]
  return csvFile([
    [...header.map(csvText), ...stamps.map(([name]) => name)],
    ...lines.map((row) => [...row, ...stamps.map(([, value]) => value)]),
  ])
}

interface Rows {
  header: string[]
  rows: string[][]
}

/** A row of one table, by what its fields are called. */
type Fields = Map<string, string>

/** Columns that tables call the same are one; a table that lacks one leaves it empty. */
function rowsOfTables(tables: readonly TablePart[]): Rows {
  const rows = tables.flatMap(fieldsOfTable)
  const isBanded = tables.some(({ rows }) => rows.some(({ style }) => style === 'band'))
  const header = [
    ...(tables.length > 1 ? ['Table'] : []),
    ...(isBanded ? ['Section'] : []),
    ...new Set(tables.flatMap((table) => namesOf(table.columns))),
    ...(tables.some(({ exempt, rows }) => exempt !== null || rows.some((row) => row.exempt !== null)) ? [EXEMPT] : []),
  ]
  return { header, rows: rows.map((fields) => header.map((name) => fields.get(name) ?? '')) }
}

const EXEMPT = 'Exempt'

function fieldsOfTable(table: TablePart): Fields[] {
  const names = namesOf(table.columns)
  let section = ''
  const rows = table.rows.flatMap(({ style, cells, exempt }): Fields[] => {
    if (style === 'band') {
      section = csvText(wordsOf(cells[0]))
      return []
    }
    // Control rows are for who calculates on in a workbook.
    if (style === 'control') return []
    const kept = exempt ?? table.exempt
    // A total is not of its band alone.
    if (style === 'total') section = ''
    const inSection = section
    if (style === 'subtotal') section = ''
    return [
      new Map([
        ['Table', csvText(table.caption)],
        ['Section', inSection],
        [EXEMPT, kept === null ? '' : csvText(kept.paragraph)],
        ...names.map((name, at): [string, string] => [name, fieldOf(cells[at])]),
      ]),
    ]
  })
  const [first = ''] = names
  const notes = table.notes.map(
    (note): Fields =>
      new Map([
        ['Table', csvText(table.caption)],
        [first, csvText(note)],
      ]),
  )
  return [...rows, ...notes]
}

/** With their units, and a number where a table calls two columns the same. */
function namesOf(columns: readonly TableColumn[]): string[] {
  const count = new Map<string, number>()
  return columns.map(({ label, kind }) => {
    const name = nameOf(label, kind)
    const before = count.get(name) ?? 0
    count.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

/** Amounts are in pounds whatever the column is shown in elsewhere. */
const nameOf = (label: string, kind: TableColumn['kind']): string => {
  if (kind === 'percent') return `${label} %`
  return kind === 'amount' ? `${label}${label.includes('£') ? ', in' : ''} £` : label
}

function fieldOf(cell: TableCell | undefined): string {
  if (cell === undefined) return ''
  switch (cell.kind) {
    case 'amount':
      return formatPlain(cell.amount)
    case 'count':
      return String(cell.count)
    case 'percent':
      return percent(cell.basisPoints)
    case 'day':
      return cell.day
    default:
      return csvText(wordsOfCell(cell))
  }
}

const wordsOf = (cell: TableCell | undefined): string => (cell?.kind === 'text' ? cell.text : '')

/** Hundredths of a per cent are written as pounds and pence are. */
const percent = (basisPoints: number): string => {
  const digits = String(Math.abs(basisPoints)).padStart(3, '0')
  return `${basisPoints < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const rowsOfText = ({ parts, footnotes, missing }: ReportModel): Rows => ({
  header: ['Kind', 'Number', 'Name', 'Text'],
  rows: [
    ...parts.flatMap(rowsOfPart),
    ...footnotes.map(({ mark, text }) => ['Note', mark, '', text]),
    ...missing.map((text) => ['Not known', '', '', text]),
  ].map((row) => row.map(csvText)),
})

function rowsOfPart(part: Part): string[][] {
  switch (part.kind) {
    case 'heading':
      return [['Heading', part.number ?? '', '', part.text]]
    case 'paragraph':
      return [['Paragraph', part.number ?? '', '', wordsOfRuns(part.runs)]]
    case 'list':
      return part.items.map((runs, at) => ['List', part.isOrdered ? String(at + 1) : '', '', wordsOfRuns(runs)])
    case 'facts':
      return part.facts.map(({ name, value }) => ['Fact', '', name, value])
    default:
      return []
  }
}
