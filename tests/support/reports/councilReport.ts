import { formatYear } from '../../../domain/financialYear.ts'
import { appendixGrid, councilGrids, type PrintedRow, type PrintedTable, type TableLayout } from './printedTable.ts'
import { heading, paragraph, type ReportContent } from './reportContent.ts'

/** A programme whose amounts agree with one another. All amounts are whole pounds. */
export interface CouncilProgramme {
  council: string
  reportOf: string
  reportTo: string
  /** As printed. */
  date: string
  title: string
  schemeNumber: string
  /** The unit of the council's tables; the appendix is in pounds. */
  unit: '£' | '£000'
  /** The first of the single years in the council's tables, which the day of the report falls in. */
  firstYear: number
  yearColumns: number
  /** The years that money is planned for. */
  planYears: number[]
  /** One amount for each year of the plan; nothing is blank. */
  themes: { name: string; objective: string; schemes: { name: string; amounts: number[] }[] }[]
  /** Together as much as the plan, year by year. */
  sources: { name: string; amounts: number[] }[]
  /** Authority that a scheme was given before, of an allocation of its own. */
  earlier: { scheme: string; allocation: number; given: number } | null
}

/** How the report of a programme is set out. */
export interface ReportLayout {
  tables: TableLayout
  hasThousandsCommas: boolean
  rowsBegin: '' | 'Inc. '
  totalsWord: string
  /** Whether the appendix sums up each theme. */
  hasSubtotals?: boolean
}

/** The report of a programme with every amount as it is printed. */
export interface PrintedReport {
  programme: CouncilProgramme
  layout: ReportLayout
  tables: PrintedTable[]
  appendix: PrintedTable
  text: PrintedFigures
}

/** The figures of the text. */
export interface PrintedFigures {
  /** What is asked for, at the start, in the first paragraph and at the end. */
  asked: [string, string, string]
  years: { startYear: number; printed: string }[]
  total: string
  earlier: { allocation: string; given: string; remaining: string } | null
}

/** In pounds. */
const THOUSAND = 1000
const MILLION = 1_000_000

export const printedReport = (programme: CouncilProgramme, layout: ReportLayout): PrintedReport => {
  const { planYears, sources, earlier } = programme
  const inTables = amountPrinter(programme.unit, layout.hasThousandsCommas)
  const columns = councilColumns(programme)
  const themeRows = programme.themes.map(({ name, schemes }) => ({
    label: name,
    amounts: planYears.map((_, at) => total(schemes.map(({ amounts }) => amounts[at] ?? 0))),
  }))
  const table = (
    name: PrintedTable['name'],
    title: string,
    rows: { label: string; amounts: number[]; before?: number }[],
    totalsWord: string,
  ): PrintedTable => {
    const cellsOf = ({ amounts, before = 0 }: { amounts: number[]; before?: number }) => [
      total(amounts) + before,
      before,
      ...columns.slice(2).map((column) => amounts[planYears.findIndex((year) => formatYear(year) === column)] ?? 0),
    ]
    const rowCells = rows.map(cellsOf)
    return {
      name,
      title,
      unitWords: programme.unit === '£' ? '£' : "£000's",
      columns,
      rows: [
        ...rows.map(({ label }, at) =>
          printedRow(
            label,
            (rowCells[at] ?? []).map((amount) => (amount === 0 ? '' : inTables(amount))),
          ),
        ),
        printedRow(
          totalsWord,
          columns.map((_, column) => inTables(total(rowCells.map((cells) => cells[column] ?? 0)))),
          null,
          true,
        ),
      ],
    }
  }
  const asked = total(themeRows.flatMap(({ amounts }) => amounts))
  const inPounds = amountPrinter('£', layout.hasThousandsCommas)
  return {
    programme,
    layout,
    tables: [
      ...(earlier
        ? [
            table(
              'previous-authority',
              'Previous total Authority to Spend on this scheme',
              [{ label: earlier.scheme, amounts: [], before: earlier.given }],
              layout.totalsWord,
            ),
          ]
        : []),
      table('authority', 'Authority to Spend required for this Approval', themeRows, layout.totalsWord),
      table(
        'funding',
        'Total overall Funding (As per latest Capital Programme)',
        sources.map(({ name, amounts }) => ({ label: name, amounts })),
        'Total Funding',
      ),
    ],
    appendix: {
      name: 'expenditure-plan',
      title: 'Appendix A - digital expenditure plans',
      unitWords: '£',
      columns: planYears.map(formatYear),
      rows: [
        ...programme.themes.flatMap(({ name, schemes }, theme) => [
          ...schemes.map((scheme) =>
            printedRow(
              `${layout.rowsBegin}${scheme.name}`,
              scheme.amounts.map((amount) => (amount === 0 ? '' : inPounds(amount))),
              name,
            ),
          ),
          ...(layout.hasSubtotals
            ? [
                {
                  ...printedRow(`${name} total`, (themeRows[theme]?.amounts ?? []).map(inPounds), name),
                  isSubtotal: true,
                },
              ]
            : []),
        ]),
        printedRow(
          'Total',
          planYears.map((_, at) => inPounds(total(themeRows.map(({ amounts }) => amounts[at] ?? 0)))),
          null,
          true,
        ),
      ],
    },
    text: {
      asked: [inThousands(asked), inThousands(asked), inThousands(asked)],
      years: planYears.map((startYear, at) => ({
        startYear,
        printed: inMillions(total(themeRows.map(({ amounts }) => amounts[at] ?? 0))),
      })),
      total: inThousands(asked),
      earlier: earlier
        ? {
            allocation: `£${(earlier.allocation / MILLION).toFixed(1)}m`,
            given: `£${(earlier.given / MILLION).toFixed(1)}m`,
            remaining: `£${((earlier.allocation - earlier.given) / MILLION).toFixed(1)}m`,
          }
        : null,
    },
  }
}

const printedRow = (label: string, amounts: string[], theme: string | null = null, isTotal = false): PrintedRow => ({
  labels: [label],
  amounts: amounts.map((amount) => [amount]),
  theme,
  isTotal,
})

const councilColumns = ({ firstYear, yearColumns }: CouncilProgramme): string[] => [
  'TOTAL',
  `TO MARCH ${firstYear}`,
  ...Array.from({ length: yearColumns }, (_, at) => formatYear(firstYear + at)),
  `${firstYear + yearColumns} on`,
]

const total = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

export const amountPrinter =
  (unit: '£' | '£000', hasCommas: boolean) =>
  (amount: number): string => {
    const text = unit === '£' ? String(amount) : (amount / THOUSAND).toFixed(1)
    return hasCommas ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text
  }

const withCommas = amountPrinter('£', true)

/** To the thousand, rounded; exact where it has none left over. */
const inThousands = (amount: number): string =>
  amount % THOUSAND === 0 ? `£${withCommas(amount / THOUSAND)}k` : `£${withCommas(amount)}`

const inMillions = (amount: number): string => `£${(Math.round(amount / 10_000) / 100).toFixed(2)}m`

/** The report in words, with its tables where a council puts them. */
export const reportContent = ({ programme, layout, tables, appendix, text }: PrintedReport): ReportContent => {
  const { council, reportOf, reportTo, date, title, schemeNumber, themes, earlier, planYears } = programme
  const inYears = listed(planYears.map(formatYear))
  return {
    title,
    coverLines: [
      `Report of: ${reportOf}`,
      `Report to: ${reportTo}`,
      `Date: ${date}`,
      `Subject: ${title}`,
      `Capital Scheme Number: ${schemeNumber}`,
    ],
    questions: [
      { question: 'Are specific electoral wards affected?', isYes: false },
      { question: 'Are there implications for equality and diversity and cohesion and integration?', isYes: true },
      { question: 'Is the decision eligible for call-in?', isYes: true },
      { question: 'Does the report contain confidential or exempt information?', isYes: false },
    ],
    parts: [
      heading('Summary of main issues'),
      paragraph(`${council} and its partners join their records, buildings and data.`, '1'),
      heading('Recommendations'),
      paragraph(
        `The ${reportTo} is asked to give authority to spend of ${text.asked[0]} on the programme in ${inYears}.`,
      ),
      heading('Purpose of this report', 1, '1'),
      paragraph(`It recommends that the ${reportTo} approve a spend of ${text.asked[1]} in ${inYears}.`, '1.1'),
      heading('Background information', 1, '2'),
      paragraph(
        'The partners want technology that joins their services.',
        '2.1',
        'Available from the programme office.',
      ),
      ...(text.earlier && earlier
        ? [
            paragraph(
              `Three years ago an allocation of ${text.earlier.allocation} was made for ${earlier.scheme}, and authority to ` +
                `spend was given for ${text.earlier.given}. There is a remaining allocation of ${text.earlier.remaining}.`,
              '2.2',
            ),
          ]
        : []),
      heading('Main issues', 1, '3'),
      paragraph(`The plan has the following ${themes.length} themes:`, '3.1'),
      ...themes.map(({ name, objective }) => paragraph(`${name} - ${objective}`)),
      paragraph(
        `The programme value is ${listed(text.years.map(({ startYear, printed }) => `${printed} in ${formatYear(startYear)}`))}, ` +
          `totalling ${text.total}.`,
        '3.2',
      ),
      heading('Corporate considerations', 1, '4'),
      heading('Equality and diversity / cohesion and integration', 2, '4.1'),
      paragraph('Each project makes an equality and diversity assessment.', '4.1.1'),
      heading('Capital Funding & Cash Flow', 2, '4.2'),
      ...councilGrids(tables, layout.tables),
      heading('Legal implications, access to information, and call-in', 2, '4.3'),
      paragraph('This is a Key Decision and can be called in.', '4.3.1'),
      heading('Recommendations', 1, '5'),
      paragraph(`The ${reportTo} is recommended to give authority to spend of ${text.asked[2]} in ${inYears}.`, '5.1'),
      heading(appendix.title),
      appendixGrid(appendix, Object.fromEntries(themes.map(({ name, objective }) => [name, objective]))),
    ],
  }
}

const listed = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
