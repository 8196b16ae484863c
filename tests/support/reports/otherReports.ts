import {
  type CouncilProgramme,
  type PrintedReport,
  printedReport,
  type ReportLayout,
  reportContent,
} from './councilReport.ts'
import type { ReportContent } from './reportContent.ts'

const borough: CouncilProgramme = {
  council: 'Northmere Borough Council',
  reportOf: 'Digital Partnerships Manager',
  reportTo: 'Executive Director of Resources',
  date: '18 March 2023',
  title: 'Technology for care at home - 2023/24, 2024/25 and 2025/26',
  schemeNumber: '71002/010/000',
  unit: '£',
  firstYear: 2022,
  yearColumns: 5,
  planYears: [2023, 2024, 2025],
  themes: [
    {
      name: 'Care at home',
      objective: 'People stay in their own homes for longer.',
      schemes: [
        { name: 'Alarm replacement', amounts: [212_000, 180_400, 96_300] },
        { name: 'Medicine dispensers', amounts: [45_600, 45_600, 0] },
        { name: 'Video visits', amounts: [0, 28_700, 31_100] },
      ],
    },
    {
      name: 'Staff tools',
      objective: 'Staff find what they need wherever they are.',
      schemes: [
        { name: 'Rostering', amounts: [66_100, 0, 0] },
        { name: 'Mobile case files', amounts: [120_900, 87_200, 54_000] },
      ],
    },
  ],
  sources: [
    { name: 'Disabled Facilities Grant', amounts: [300_000, 150_000, 0] },
    { name: 'Capital receipts', amounts: [144_600, 191_900, 181_400] },
  ],
  earlier: null,
}

const city: CouncilProgramme = {
  council: 'Castleford Vale City Council',
  reportOf: 'Programme Director, Integrated Care',
  reportTo: 'Cabinet Member for Finance',
  date: '9th March 2022',
  title: 'City care technology - 2022/23',
  schemeNumber: '55010/000/000',
  unit: '£000',
  firstYear: 2021,
  yearColumns: 2,
  planYears: [2022],
  themes: [
    { name: 'Records', objective: 'One record.', schemes: [{ name: 'Shared record', amounts: [401_500] }] },
    {
      name: 'Networks',
      objective: 'One network.',
      schemes: [
        { name: 'Clinic network', amounts: [88_300] },
        { name: 'Guest network', amounts: [26_900] },
      ],
    },
    { name: 'Skills', objective: 'Staff learn.', schemes: [{ name: 'Digital skills courses', amounts: [35_700] }] },
  ],
  sources: [
    { name: 'NHS capital grant', amounts: [400_000] },
    { name: 'Departmental borrowing', amounts: [152_400] },
  ],
  earlier: null,
}

const layout: ReportLayout = { tables: 'a-grid-each', hasThousandsCommas: false, rowsBegin: '', totalsWord: 'TOTALS' }

/** A borough's report of three years in pounds, with a theme's figure of 2024/25 that two digits were swapped in. */
export const boroughReport: ReportContent = reportContent(
  withCell(
    printedReport(borough, { ...layout, hasThousandsCommas: true }),
    'authority',
    'Staff tools',
    '2024/25',
    '78,200',
  ),
)

/** A city's report of one year, in which a line is left out of the appendix's total. */
export const cityReport: ReportContent = reportContent(
  withCell(
    printedReport(city, { ...layout, tables: 'one-grid', totalsWord: 'TOTAL' }),
    'expenditure-plan',
    'Total',
    '2022/23',
    '525500',
  ),
)

/** The report with another text in one cell. */
export function withCell(
  report: PrintedReport,
  name: PrintedReport['appendix']['name'],
  label: string,
  column: string,
  printed: string,
): PrintedReport {
  let isChanged = false
  const changed = <Table extends PrintedReport['appendix']>(table: Table): Table => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      amounts: row.amounts.map((lines, at) => {
        if (table.name !== name || row.labels[0] !== label || table.columns[at] !== column) return lines
        isChanged = true
        return [printed]
      }),
    })),
  })
  const after = { ...report, tables: report.tables.map(changed), appendix: changed(report.appendix) }
  if (!isChanged) throw new Error(`The report has no ${label} ${column} in its ${name} table`)
  return after
}
