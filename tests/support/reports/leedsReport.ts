import { appendixGrid, councilGrids, type PrintedRow, type PrintedTable } from './printedTable.ts'
import { heading, paragraph, type ReportContent } from './reportContent.ts'

const councilColumns = ['TOTAL', 'TO MARCH 2020', '2020/21', '2021/22', '2022/23', '2023 on']

const row = (label: string, amounts: string[], isTotal = false): PrintedRow => ({
  labels: [label],
  amounts: amounts.map((amount) => [amount]),
  theme: null,
  isTotal,
})

/** The figures of the Leeds report of August 2020 as it prints them, faults and all. */
export const leedsTables: PrintedTable[] = [
  {
    name: 'previous-authority',
    title: 'Previous total Authority to Spend on this scheme',
    unitWords: "£000's",
    columns: councilColumns,
    rows: [
      row('Helm Person Held Record', ['590.0', '', '591.0', '', '', '']),
      row('TOTALS', ['590.0', '0.0', '0.0', '591.0', '0.0', '0.0'], true),
    ],
  },
  {
    name: 'authority',
    title: 'Authority to Spend required for this Approval',
    unitWords: "£000's",
    columns: councilColumns,
    rows: [
      row('Care records', ['1135.0', '', '635.00', '500.00', '', '']),
      row('Infrastructure', ['808.0', '', '358.00', '450.00', '', '']),
      row('Intelligence', ['465.0', '', '215.00', '250.00', '', '']),
      row('Stratgegy and OD', ['50.0', '', '20.00', '30.00', '', '']),
      row('TOTALS', ['2458.0', '0.0', '1228.0', '1230.0', '0.0', '0.0'], true),
    ],
  },
  {
    name: 'funding',
    title: 'Total overall Funding (As per latest Capital Programme)',
    unitWords: "£000's",
    columns: councilColumns,
    rows: [
      row('Government Grant', ['1265.6', '', '1228.0', '37.6', '', '']),
      row('Dept Borrowing', ['1783.4', '', '', '1783.4', '', '']),
      row('Total Funding', ['3049.0', '0.0', '1228.0', '1821.0', '0.0', '0.0'], true),
    ],
  },
]

const planRow = (
  theme: string,
  labels: string | string[],
  first: string | string[],
  second: string | string[],
): PrintedRow => ({
  labels: [labels].flat(),
  amounts: [[first].flat(), [second].flat()],
  theme,
  isTotal: false,
})

const [records, infrastructure, strategy, data] = [
  'Care Records and Corporate',
  'Infrastructure',
  'Strategy and OD',
  'Data and intelligence',
] as const

export const leedsAppendix: PrintedTable = {
  name: 'expenditure-plan',
  title: 'Appendix A - Better Care Fund - digital expenditure plans - 2 years',
  unitWords: '',
  columns: ['2020/21', '2021/22'],
  rows: [
    planRow(records, 'Inc. Leeds Care Record', '400000', '400000'),
    planRow(records, 'Inc. Supporting Virtual Care', '', '100000'),
    planRow(records, 'Inc. Collaboration tools', '', ''),
    planRow(records, 'Inc. Community Cloud embedding', '', ''),
    planRow(records, 'Inc. Enterprise coordination', '', ''),
    planRow(records, 'Inc. Mindwell Mental Health portal', '115000', ''),
    planRow(records, 'Inc. Diabetes Management System', '120000', ''),
    planRow(records, 'Inc. PHR', '', '*591000'),
    planRow(records, 'Inc. Care planning', '', ''),
    planRow(infrastructure, 'Inc. Estates blueprinting', '95000', '150000'),
    planRow(infrastructure, 'Inc. House of the Future', '173000', '200000'),
    planRow(infrastructure, 'Inc. integration tools', '', ''),
    planRow(infrastructure, 'Improved Mental Health info sharing', '50000', ''),
    planRow(infrastructure, 'Inc. Other orgs e.g. Academy , PCNs, 3rd sector', '', '100000'),
    planRow(strategy, ["Inc. Project closures and 'lessons learned'", 'Inc. Staff digital skills'], '20000', '30000'),
    planRow(
      data,
      [
        'Inc. Leeds LOOP/Repository',
        'Inc. LOOP chatbot feature',
        'Inc. Pathway visualisation',
        'Inc. Apps assessment tools',
        'Inc. Population Health',
        'Inc. Open Data',
        'Inc. Business Intelligence/Warehouse',
      ],
      ['145000', '40000', '70000'],
      ['150000', '65000', '100000'],
    ),
    { labels: [''], amounts: [['1228000'], ['1821000']], theme: null, isTotal: true },
  ],
}

const objectives: Record<string, string> = {
  [records]: 'Records that everyone who gives care can share, clinical and organisational.',
  [infrastructure]: 'Networks, buildings and technology that partners use in common.',
  [strategy]: 'Planning, lessons, benefits and the growth of the organisations.',
  [data]: 'Data gathered, ordered and shown for integrated care.',
}

/** The report of August 2020 in words of our own, with its tables, its figures and everything that does not agree in it. */
export const leedsReport: ReportContent = {
  title: 'Citywide Digital Developments supporting Integrated Health and Care - 2020/21 and 2021/22',
  coverLines: [
    'Report of City Digital Programme Director',
    'Report to Director of Resources and Housing',
    'Date: 20th August 2020',
    'Subject: Citywide Digital Developments supporting Integrated Health and Care - 2020/21 and 2021/22',
    'Capital Scheme Number: 32210/000/000.',
  ],
  questions: [
    { question: 'Are particular electoral wards affected? If so, which:', isYes: false },
    { question: 'Are there implications for equality and diversity and cohesion and integration?', isYes: false },
    { question: 'Can the decision be called in?', isYes: true },
    { question: 'Does the report hold confidential or exempt information?', isYes: false },
  ],
  parts: [
    heading('Summary of main issues'),
    paragraph('Digital services help people in the city to live well and to reach the care they need.', '1'),
    paragraph('Partners share one record of care and publish one guide to what is on offer.', '2'),
    paragraph('The digital partnerships team, hosted by the council, leads the work for all partners.', '3'),
    paragraph(
      'Delivery is followed by the informatics board, which tells the health and wellbeing board once a year.',
      '4',
    ),
    paragraph(
      'Each business case goes first to the Better Care Fund Board. What it recommends is approved by the Integrated Care ' +
        'Executive, co-chaired by the Director of Adults and Health, Leeds City Council.',
      '5',
    ),
    heading('Recommendations'),
    paragraph(
      'The Director of Resources and Housing is asked for authority to spend of £3,049k on the City Digital Integrated Health ' +
        'and Care Developments in 2020/21 and 2021/22, capital scheme number 32210/000/000.',
    ),
    heading('Purpose of this report', 1, '1'),
    paragraph(
      'It asks the Director of Resources and Housing to approve a spend of £3,049k on the digital programme of 2020/21 and ' +
        '2021/22 from the allocation that was approved in the Better Care Fund grant capital.',
      '1.1',
    ),
    heading('Background information', 1, '2'),
    paragraph('Care, health and community organisations want technology that joins their services.', '2.1'),
    paragraph('More is done before people fall ill, and nearer to their homes.', '2.2'),
    paragraph(
      'What we mean to do is set out in a document of commitments.',
      '2.3',
      'Available from the programme office.',
    ),
    paragraph('People find services online and learn the skills to use them.', '2.4'),
    paragraph('Many have come to expect care by digital means in the last months.', '2.5'),
    paragraph(
      'For two years the Better Care Fund grant has given an annual allocation of £1.8m per year to digital work. Each piece of ' +
        'work was approved on its own.',
      '2.6',
    ),
    paragraph(
      'Business cases go to the Better Care Fund Board and from there to the Integrated Care Executive, co-chaired by the ' +
        'Director of Adults and Health, Leeds City Council, and the Chief Executive of NHS Leeds CCG.',
      '2.7',
    ),
    paragraph(
      'Three years ago an allocation of £1.8m was made for the Person Held Record project, and authority to spend was given ' +
        'for £1.2m of it. The plan of these two years includes authority to spend for the remaining allocation of £0.6m.',
      '2.8',
    ),
    paragraph(
      'On the strength of these plans the Better Care Fund has approved £3.049k of capital for the citywide digital ' +
        'developments of 2020/21 and 2021/22.',
      '2.9',
    ),
    heading('Main issues', 1, '3'),
    paragraph('The document of commitments sets the order of the work.', '3.1'),
    paragraph('The development plan of the city has the following 3 themes;', '3.2'),
    paragraph(
      'Enhanced shared care and corporate records - Records that can be shared. The plan adds to the Leeds Care Record, rebuilds ' +
        'the Diabetes Management System so that others can read it, and goes on with the Person Held Record, Helm.',
    ),
    paragraph(
      "Infrastructure – A technology 'blueprint' for buildings that several bodies use, smart-monitoring of buildings in social " +
        'housing, and one way to describe services (LOOP) for the public.',
    ),
    paragraph(
      'Data and intelligence - Data that helps to plan services, in a data warehouse, and a new web site for Mindwell, which shows ' +
        'adults where to turn with their mental health.',
    ),
    paragraph(
      'Every piece of work has a business case of its own. The programme value for the 2020/21 financial year is £1.22m and in ' +
        '2021/22 £1.88m, totalling £3.049k.',
      '3.3',
    ),
    heading('Corporate considerations', 1, '4'),
    heading('Consultation and engagement', 2, '4.1'),
    paragraph('The commitments were agreed with the lead member and the partners.', '4.1.1'),
    heading('Equality and diversity / cohesion and integration', 2, '4.2'),
    paragraph('Each project makes an equality and diversity assessment as part of its delivery.', '4.2.1'),
    heading('Council policies and best council plan', 2, '4.3'),
    paragraph('The work serves the health and wellbeing strategy.', '4.3.1'),
    heading('Resources and value for money', 2, '4.4'),
    paragraph('The capital stands in the capital programme.', '4.4.1'),
    heading('Capital Funding & Cash Flow', 3, '4.4.4'),
    ...councilGrids(leedsTables, 'two-row-heads'),
    paragraph(
      'The Person Held Record has an allocation of £1.8m in the capital programme and authority to spend for £1.2m. The ' +
        'authority to spend on the remaining £591k is in these figures.',
    ),
    heading('Legal implications, access to information, and call-in', 2, '4.5'),
    paragraph('This is a Key Decision and can be called in.', '4.5.1'),
    heading('Risk management', 2, '4.6'),
    paragraph('Each project manages its own risks.', '4.6.1'),
    heading('Conclusions', 1, '5'),
    paragraph('The programme is set out in Appendix A.', '5.1'),
    heading('Recommendations', 1, '6'),
    paragraph(
      'The Director of Resources and Housing is recommended to give authority to spend of £3,049k in 2020/21 and 2021/22 for ' +
        'the City Digital Integrated Health and Care Developments, capital scheme number 32210/000/000.',
      '6.1',
    ),
    heading(leedsAppendix.title),
    appendixGrid(leedsAppendix, objectives),
    paragraph(
      "*Person Held Record - of an allocation of £1.8m 'Authority to Spend' exists on £1.2m; the authority to spend on the " +
        'remaining balance of £591k is part of this report.',
    ),
    heading('Scheme summary', 2),
    paragraph(
      'Leeds Care Record – It brings clinical information from several systems together for direct care. For the investment in ' +
        '20/21 there is a business case, reviewed and recommended by the Better Care Fund Board. It improves the sharing of ' +
        'information, above all on mental health.',
    ),
    paragraph(
      'Mindwell – A web site whose platform can hardly be kept up. The Better Care Fund Board has reviewed and recommended the ' +
        'business case for one move to another.',
    ),
    paragraph(
      'Diabetes Management System (DMS) – One team of the hospital can read these records today. A business case to open them to ' +
        'others was reviewed and recommended by the Better Care Fund Board.',
    ),
    paragraph(
      'Estates blueprint – One design of networks and printing for public buildings. Its business case is yet to be developed.',
    ),
    paragraph('House of the Future – Sensors in council homes show damp and cold early.'),
    paragraph('Leeds LOOP – One checked directory of services in place of many lists.'),
    paragraph('Apps assessment tool – A library of health apps that have been checked.'),
  ],
}
