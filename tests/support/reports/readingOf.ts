import type { z } from 'zod'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { parseYear } from '../../../domain/financialYear.ts'
import { type MoneyUnit, parseAmount } from '../../../domain/money.ts'
import type {
  NameKind,
  NameMatch,
  Read,
  ReadColumn,
  ReadFigure,
  ReadPlace,
  ReadRow,
  ReadTable,
  ReportReading,
} from '../../../domain/reading/reportReading.ts'
import type { ColumnMeaning } from '../../../domain/tieOut/stated.ts'
import type { PrintedReport } from './councilReport.ts'
import type { PrintedRow, PrintedTable } from './printedTable.ts'

/** A report as somebody who misreads nothing would read it, without a document between. */
export const readingOf = (report: PrintedReport, datedOn: string): ReportReading => {
  const { programme, appendix, tables, text } = report
  const grids = [...tables, appendix].map((table, at) =>
    readTable(table, table === appendix ? '£' : programme.unit, at + 1),
  )
  const asked = { measure: 'authority-asked', of: 'programme', startYear: null } as const
  const earlier = { of: { kind: 'scheme', printed: programme.earlier?.scheme ?? '' }, startYear: null } as const
  const figures: Omit<ReadFigure, 'key' | 'value' | 'unit' | 'sentence' | 'confidence' | 'why'>[] = [
    { printed: text.asked[0], place: inText('Recommendations', null), ...asked },
    { printed: text.asked[1], place: inText('Purpose of this report', '1.1'), ...asked },
    ...(text.earlier
      ? [
          {
            printed: text.earlier.allocation,
            place: inText('Background information', '2.2'),
            measure: 'allocation' as const,
            ...earlier,
          },
          {
            printed: text.earlier.given,
            place: inText('Background information', '2.2'),
            measure: 'authority-given' as const,
            ...earlier,
          },
          {
            printed: text.earlier.remaining,
            place: inText('Background information', '2.2'),
            measure: 'authority-remaining' as const,
            ...earlier,
          },
        ]
      : []),
    ...text.years.map(({ startYear, printed }) => ({
      printed,
      place: inText('Main issues', '3.2'),
      ...asked,
      startYear,
    })),
    { printed: text.total, place: inText('Main issues', '3.2'), ...asked },
    { printed: text.asked[2], place: inText('Recommendations', '5.1'), ...asked },
  ]
  return {
    cover: {
      reportOf: read(programme.reportOf),
      reportTo: read(programme.reportTo),
      datedOn: read(calendarDay(datedOn)),
      subject: read(programme.title),
      capitalSchemeNumber: read(programme.schemeNumber),
      isKeyDecision: read(true),
      questions: { wards: read(false), equality: read(true), callIn: read(true), exempt: read(false) },
    },
    paragraphs: [],
    tables: grids,
    narrative: figures.map((figure, at) => ({
      ...figure,
      key: `figure ${at}`,
      unit: unitOf(figure.printed),
      value: parseAmount(figure.printed),
      sentence: figure.printed,
      ...sure,
    })),
    claims: [
      {
        key: 'claim 0',
        place: inText('Main issues', '3.1'),
        text: '',
        claim: { kind: 'themes', names: programme.themes.map(({ name }) => name) },
        ...sure,
      },
    ],
    names: namesIn(report),
  }
}

const sure = { confidence: 'read' as const, why: null }

const nowhere: ReadPlace = {
  block: 0,
  footnote: null,
  row: null,
  column: null,
  line: null,
  start: null,
  end: null,
  page: null,
  section: null,
  paragraph: null,
}

const inText = (section: string, paragraph: string | null): ReadPlace => ({ ...nowhere, section, paragraph })

const read = <T>(value: T): Read<T> => ({ value, text: String(value), place: nowhere, ...sure })

const unitOf = (printed: string): MoneyUnit => (printed.endsWith('k') ? '£000' : printed.endsWith('m') ? '£m' : '£')

const meaningOf = (label: string): z.infer<typeof ColumnMeaning> => {
  if (label === 'TOTAL') return { kind: 'total' }
  const toMarch = /^TO MARCH (\d+)/.exec(label)
  if (toMarch) return { kind: 'to-march', startYear: Number(toMarch[1]) }
  const beyond = /^(\d+) on/.exec(label)
  return beyond ? { kind: 'beyond', startYear: Number(beyond[1]) } : { kind: 'year', startYear: parseYear(label) }
}

const readTable = (table: PrintedTable, unit: MoneyUnit, block: number): ReadTable => {
  const columns = table.columns.map(
    (head, at): ReadColumn => ({
      column: at + 1,
      head,
      role: 'amount',
      meaning: meaningOf(head),
      unit,
      place: { ...nowhere, block },
      ...sure,
    }),
  )
  return {
    key: table.name,
    kind: table.name,
    title: { ...read(table.title), place: { ...nowhere, block } },
    unit: { ...read(unit), value: unit },
    place: { ...nowhere, block, section: 'Capital Funding & Cash Flow' },
    columns,
    rows: table.rows.map((row, at) => readRow(table, row, unit, block, at + 1)),
    cells: [],
    ...sure,
  }
}

const kindOfRow = (table: PrintedTable): NameKind =>
  table.name === 'funding' ? 'source' : table.name === 'authority' ? 'theme' : 'scheme'

const clean = (label: string): string => label.replace(/^Inc\. /, '')

const readRow = (table: PrintedTable, row: PrintedRow, unit: MoneyUnit, block: number, at: number): ReadRow => {
  const [label = ''] = row.labels
  return {
    key: `${table.name} ${at}`,
    kind: row.isTotal ? 'total' : row.isSubtotal ? 'subtotal' : 'line',
    name: row.isTotal || row.isSubtotal ? null : { kind: kindOfRow(table), printed: clean(label) },
    theme: row.theme,
    labels: [
      { printed: label, name: clean(label), marks: [], place: { ...nowhere, block, row: at, column: 0 }, ...sure },
    ],
    cells: row.amounts.map((lines, column) => ({
      column: column + 1,
      place: { ...nowhere, block, row: at, column: column + 1 },
      amounts: lines
        .filter((line) => line !== '')
        .map((printed) => ({
          printed,
          value: parseAmount(printed, unit),
          unit,
          marks: [],
          place: { ...nowhere, block, row: at, column: column + 1 },
          ...sure,
        })),
    })),
    place: { ...nowhere, block, row: at },
    ...sure,
  }
}

const namesIn = ({ tables, appendix }: PrintedReport): NameMatch[] => {
  const printed = [...tables, appendix].flatMap((table) => [
    ...table.rows
      .filter(({ isTotal, isSubtotal }) => !isTotal && !isSubtotal)
      .map(({ labels }) => ({ kind: kindOfRow(table), printed: clean(labels[0] ?? '') })),
    ...table.rows.flatMap(({ theme }) => (theme === null ? [] : [{ kind: 'theme' as const, printed: theme }])),
  ])
  const seen = new Set<string>()
  return printed.flatMap(({ kind, printed: name }): NameMatch[] => {
    const key = `${kind} ${name}`
    if (seen.has(key)) return []
    seen.add(key)
    return [
      { kind, printed: name, to: key, name, how: 'new', why: null, isConfirmed: false, candidates: [], places: [] },
    ]
  })
}
