import { type CouncilProgramme, printedReport, reportContent } from './councilReport.ts'

/** A county's programme of two years in which every amount agrees. */
export const tyingProgramme: CouncilProgramme = {
  council: 'Wexborough County Council',
  reportOf: 'Head of Digital Care',
  reportTo: 'Director of Finance',
  date: '2nd March 2021',
  title: 'Joined-up care in Wexborough - 2021/22 and 2022/23',
  schemeNumber: '40100/000/000',
  unit: '£000',
  firstYear: 2020,
  yearColumns: 3,
  planYears: [2021, 2022],
  themes: [
    {
      name: 'Shared records',
      objective: 'One record for everyone who gives care.',
      schemes: [
        { name: 'County care record', amounts: [310_000, 275_500] },
        { name: 'Community nursing tablets', amounts: [84_200, 0] },
        { name: 'Maternity notes online', amounts: [0, 61_300] },
      ],
    },
    {
      name: 'Places and networks',
      objective: 'Buildings in which any partner can work.',
      schemes: [
        { name: 'Hub wireless network', amounts: [142_700, 98_600] },
        { name: 'Home sensors', amounts: [57_900, 120_400] },
      ],
    },
    {
      name: 'Insight',
      objective: 'Figures that help to plan.',
      schemes: [
        { name: 'Population dashboard', amounts: [40_000, 33_800] },
        { name: 'Demand forecasts', amounts: [18_500, 21_900] },
      ],
    },
  ],
  sources: [
    { name: 'Better Care Fund grant', amounts: [653_300, 200_000] },
    { name: 'Prudential borrowing', amounts: [0, 411_500] },
  ],
  earlier: { scheme: 'County care record', allocation: 900_000, given: 500_000 },
}

/** A report in which everything agrees. */
export const tyingReport = reportContent(
  printedReport(tyingProgramme, {
    tables: 'two-row-heads',
    hasThousandsCommas: true,
    rowsBegin: 'Inc. ',
    totalsWord: 'TOTALS',
  }),
)
