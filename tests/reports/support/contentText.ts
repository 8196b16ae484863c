import { formatDay } from '../../../domain/inWords.ts'
import { formatMoney } from '../../../domain/money.ts'
import type { Part, ReportModel, Run } from '../../../reports/model/reportModel.ts'
import type { TableCell } from '../../../reports/model/tableCell.ts'
import type { TablePart } from '../../../reports/model/tablePart.ts'

/** What a reader of a report sees, a line for each paragraph and row, to be read and compared by people. */
export const contentText = ({ heading, orientation, parts, footnotes, missing }: ReportModel): string =>
  [
    `${heading.number} ${heading.title} | ${heading.about} | ${heading.status} | ${heading.unit} | ${orientation}`,
    ...parts.flatMap(partLines),
    ...footnotes.map(({ mark, text }) => `note ${mark}: ${text}`),
    ...missing.map((sentence) => `missing: ${sentence}`),
    '',
  ].join('\n')

const partLines = (part: Part): string[] => {
  const exempt =
    'exempt' in part && part.exempt ? [`  exempt, ${part.exempt.paragraph}: ${part.exempt.publicInterest}`] : []
  return [...linesOf(part), ...exempt]
}

const linesOf = (part: Part): string[] => {
  switch (part.kind) {
    case 'heading':
      return [`${'#'.repeat(part.level)} ${part.number === null ? '' : `${part.number} `}${part.text}`]
    case 'paragraph':
      return [`${part.number === null ? '' : `${part.number} `}${part.runs.map(runText).join('')}`]
    case 'list':
      return part.items.map((item, at) => `${part.isOrdered ? `${at + 1})` : '-'} ${item.map(runText).join('')}`)
    case 'facts':
      return part.facts.map(({ name, value }) => `${name}: ${value}`)
    case 'chart':
      return [`chart: ${part.headline}`, ...tableLines(part.table)]
    case 'table':
      return tableLines(part)
    case 'page-break':
      return ['---']
  }
}

const runText = (run: Run): string => {
  if (run.kind === 'footnote') return `[${run.mark}]`
  if (run.kind === 'figure') return `⟨${run.text}⟩`
  return run.isStrong ? `*${run.text}*` : run.text
}

const tableLines = (table: TablePart): string[] => [
  `table: ${table.caption} (${table.unit})`,
  `  | ${table.columns.map(({ label }) => label).join(' | ')}`,
  ...table.rows.map(({ style, cells, adds, exempt }) => {
    const shown = cells.map((cell, at) => cellText(cell, table.columns[at]?.unit ?? table.unit))
    const sum =
      adds === null ? '' : ` [adds ${adds.plus.length}${adds.minus.length > 0 ? ` − ${adds.minus.length}` : ''}]`
    return `  ${style === 'plain' ? '' : `${style} `}| ${shown.join(' | ')}${sum}${exempt === null ? '' : ` [exempt, ${exempt.paragraph}]`}`
  }),
  ...table.notes.map((note) => `  note: ${note}`),
]

const cellText = (cell: TableCell, unit: TablePart['unit']): string => {
  switch (cell.kind) {
    case 'amount':
      return formatMoney(cell.amount, unit)
    case 'text':
      return cell.text
    case 'count':
      return String(cell.count)
    case 'percent':
      return `${cell.basisPoints / 100}%`
    case 'day':
      return formatDay(cell.day)
    case 'rating':
      return `${cell.rating} ${cell.text}`
    case 'blank':
      return ''
    case 'given-at':
      return `at ${cell.place}`
    default:
      return cell.kind
  }
}
