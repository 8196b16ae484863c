import { calendarDay, type Instant } from '../../../domain/calendarDay.ts'
import type { StartYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import type { Level, Place } from '../../../domain/ledger/entry.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import { blankScheme } from '../../../domain/programme/blankScheme.ts'
import type { Decision, DecisionLine } from '../../../domain/programme/decision.ts'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import type { Organisation } from '../../../domain/programme/organisation.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import type { CaseStatus, Lifecycle, SchemeAttributes } from '../../../domain/programme/scheme.ts'
import type { Theme } from '../../../domain/programme/theme.ts'
import type {
  StatedClaim,
  StatedDocument,
  StatedFigure,
  StatedMeaning,
  StatedPlace,
} from '../../../domain/tieOut/stated.ts'

type Stored = 'id' | 'revision' | 'isRemoved'
type Unkeyed<Row, References extends keyof Row = never> = { key: string } & Omit<Row, Stored | References>

/** A place by key; the programme's own key is `programme`. */
export interface KeyedPlace {
  kind: Place['kind']
  key: string
}

interface KeyedScheme {
  key: string
  theme: string
  /** The first day on which the scheme belongs to its theme. */
  inThemeFromOn: ReturnType<typeof calendarDay>
  sort: number
  lifecycle: Lifecycle
  attributes: SchemeAttributes
}

type KeyedDecisionLine = Omit<DecisionLine, 'place' | 'sourceId'> & { place: KeyedPlace; source: string | null }

const day = calendarDay
const pounds = (amount: number): Pence => pence(amount * 100)

/** The moments at which the sample's clock stands, from the first allocation to the first day in force. */
export const moments = {
  firstAllocation: '2018-03-31T11:00:00.000Z' as Instant,
  drawnUp: '2020-07-20T09:00:00.000Z' as Instant,
  checked: '2020-07-21T09:00:00.000Z' as Instant,
  notice: '2020-07-22T09:00:00.000Z' as Instant,
  reportPublished: '2020-08-13T09:00:00.000Z' as Instant,
  report: '2020-08-20T15:00:00.000Z' as Instant,
  inForce: '2020-08-28T08:00:00.000Z' as Instant,
}

export const programme: Unkeyed<Programme, 'accountableOrganisationId' | 'partnerOrganisationId'> & {
  accountableOrganisation: string
  partnerOrganisation: string
} = {
  key: 'programme',
  name: 'City Digital integrated health and care',
  capitalSchemeNumber: '32210/000/000',
  accountableOrganisation: 'LCC',
  partnerOrganisation: 'LCCG',
  startYear: 2020,
  endYear: 2021,
  isSample: true,
  note:
    'Sample made from a report to Leeds City Council of 20 August 2020. Its figures are kept as printed, faults included. ' +
    'The report asks for authority to spend; whether it was given is not in the report. The sample assumes that it was, ' +
    'as recommended, and that it took effect on 28 August 2020. Amounts that the report leaves open are marked. It does not ' +
    'speak of the notice of the key decision: it is put on 22 July 2020, the last day for a decision on 20 August, and the ' +
    'checks and the publication of the report around it. Of people it names, by office, who asks, who decides and who chairs ' +
    'the two boards that pass business cases; the other people and seats, the authors of the cases, the quorums and the ' +
    'delegation limit are illustrative.',
  annualAllocation: pounds(1_800_000),
}

export const organisations: (Unkeyed<Organisation, 'predecessorIds'> & { predecessors: string[] })[] = [
  {
    key: 'LCC',
    code: 'LCC',
    name: 'Leeds City Council',
    type: 'local_authority',
    validFromOn: null,
    validToOn: null,
    predecessors: [],
    isAccountableBody: true,
    note: 'Hosts the digital partnerships team and holds the capital scheme.',
  },
  {
    key: 'LCCG',
    code: 'LCCG',
    name: 'NHS Leeds CCG',
    type: 'nhs_commissioner',
    validFromOn: null,
    validToOn: day('2022-06-30'),
    predecessors: [],
    isAccountableBody: false,
    note: 'Took over from three clinical commissioning groups. Its last day is general knowledge, not from the report.',
  },
  {
    key: 'WYICB',
    code: 'WYICB',
    name: 'NHS West Yorkshire ICB',
    type: 'nhs_commissioner',
    validFromOn: day('2022-07-01'),
    validToOn: null,
    predecessors: ['LCCG'],
    isAccountableBody: false,
    note: 'Successor of NHS Leeds CCG. Its first day is general knowledge, not from the report.',
  },
  ...(
    [
      [
        'LTHT',
        'Leeds Teaching Hospitals NHS Trust',
        'nhs_provider',
        'The report says LTHT; the full name is general knowledge.',
      ],
      [
        'LCH',
        'Leeds Community Healthcare NHS Trust',
        'nhs_provider',
        'The report says LCH; the full name is general knowledge.',
      ],
      ['GP', 'General practice and primary care networks', 'primary_care', ''],
      ['ALL', 'Assisted Living Leeds', 'service', 'Works with House of the Future.'],
      ['FC', 'Forum Central', 'third_sector', 'Moves to LOOP.'],
      ['VAL', 'Voluntary Action Leeds', 'third_sector', 'Moves to LOOP.'],
      ['INSP', 'Inspire North', 'third_sector', 'Moves to LOOP.'],
      ['LDIR', 'Leeds Directory', 'service', 'Moves to LOOP.'],
    ] as const
  ).map(([key, name, type, note]) => ({
    key,
    code: key,
    name,
    type,
    validFromOn: null,
    validToOn: null,
    predecessors: [],
    isAccountableBody: false,
    note,
  })),
]

export const themes: Unkeyed<Theme>[] = [
  {
    key: 'CR',
    name: 'Care Records and Corporate',
    aliases: ['Enhanced shared care and corporate records', 'Care records'],
    objective: 'Records, clinical and organisational, that everyone who gives care can share.',
    sort: 1,
    retiredOn: null,
  },
  {
    key: 'INF',
    name: 'Infrastructure',
    aliases: [],
    objective: 'Networks, buildings and technology that health and care organisations use in common.',
    sort: 2,
    retiredOn: null,
  },
  {
    key: 'SOD',
    name: 'Strategy and OD',
    aliases: ['Stratgegy and OD'],
    objective: 'Planning, lessons, benefits and the development of the organisations themselves.',
    sort: 3,
    retiredOn: null,
  },
  {
    key: 'DI',
    name: 'Data and intelligence',
    aliases: ['Intelligence'],
    objective: 'Data gathered, ordered and shown so that health and care can be planned and found.',
    sort: 4,
    retiredOn: null,
  },
]

const readFromSharedCell =
  'One cell of Appendix A prints seven labels and three amounts a year. That these amounts belong to this label is inferred from their order.'

const funded: [key: string, theme: string, name: string, attributes: Partial<SchemeAttributes>][] = [
  [
    'LCR',
    'CR',
    'Leeds Care Record',
    {
      shortName: 'LCR',
      aliases: ['Leeds Care Record (LCR)'],
      briefDescription:
        'Clinical information from several systems, brought together for direct care and used by more than 7,000 staff. ' +
        'The money improves the sharing of mental health records, mobile working and the views that clinicians see.',
      isExisting: true,
    },
  ],
  ['SVC', 'CR', 'Supporting Virtual Care', { aliases: ['Virtual care'] }],
  [
    'MW',
    'CR',
    'Mindwell Mental Health portal',
    {
      shortName: 'Mindwell',
      aliases: ['Mindwell'],
      briefDescription:
        'Public web portal of 2016 for adult mental health, on a platform that can hardly be supported any more and cannot ' +
        'meet accessibility standards. One move to a new platform with all its content.',
      isExisting: true,
    },
  ],
  [
    'DMS',
    'CR',
    'Diabetes Management System',
    {
      shortName: 'DMS',
      aliases: ['Diabetes Management System (DMS)', 'DMS'],
      briefDescription:
        'The hospital diabetes records can be read by one team only. Rebuilt in the system behind the Leeds Care Record, ' +
        'they open to its 7,000 users.',
      isExisting: true,
    },
  ],
  [
    'PHR',
    'CR',
    'Helm Person Held Record',
    {
      shortName: 'Helm',
      aliases: ['PHR', 'Person Held Record', 'Helm'],
      briefDescription:
        'People keep a record about themselves and choose which professionals may see which part of it.',
      isExisting: true,
    },
  ],
  [
    'EB',
    'INF',
    'Estates blueprinting',
    {
      aliases: ['Estates blueprint', "Technology 'blueprint'"],
      briefDescription:
        'One network, Wi-Fi and printing design for public buildings, so that staff of any partner can work in them.',
    },
  ],
  [
    'HOF',
    'INF',
    'House of the Future',
    {
      aliases: ['Smart-monitoring of buildings'],
      briefDescription:
        'Sensors and technology in council homes: damp and warmth seen early, and long-term conditions followed at home, ' +
        'together with Assisted Living Leeds.',
    },
  ],
  ['MHI', 'INF', 'Improved Mental Health info sharing', {}],
  ['OTH', 'INF', 'Other orgs e.g. Academy, PCNs, 3rd sector', { shortName: 'Other organisations' }],
  [
    'CLL',
    'SOD',
    'Project closures, lessons learned and staff digital skills',
    {
      shortName: 'Closures and skills',
      aliases: ["Project closures and 'lessons learned'", 'Staff digital skills'],
      amountsNote:
        'One cell of Appendix A prints two labels, closures with lessons learned and staff digital skills, and one amount a year. How it splits is not stated.',
    },
  ],
  [
    'LOOP',
    'DI',
    'Leeds LOOP/Repository',
    {
      shortName: 'LOOP',
      aliases: ['LOOP', 'Leeds LOOP'],
      briefDescription:
        'One checked database of what services exist, in place of the lists kept by more than a thousand websites; four ' +
        'organisations move to it first.',
      amountsNote: readFromSharedCell,
    },
  ],
  [
    'APP',
    'DI',
    'Apps assessment tools',
    {
      shortName: 'Apps library',
      aliases: ['Apps assessment tool', 'Leeds Curated Apps Library'],
      briefDescription: 'A library of health apps that have been checked for evidence, safety and privacy.',
      amountsNote: readFromSharedCell,
    },
  ],
  [
    'BI',
    'DI',
    'Business Intelligence/Warehouse',
    {
      shortName: 'Warehouse',
      aliases: ['Data warehouse'],
      briefDescription: 'Data of the whole population in one warehouse, for planning and commissioning.',
      amountsNote: readFromSharedCell,
    },
  ],
]

const unfunded: [key: string, theme: string, name: string][] = [
  ['U1', 'CR', 'Collaboration tools'],
  ['U2', 'CR', 'Community Cloud embedding'],
  ['U3', 'CR', 'Enterprise coordination'],
  ['U4', 'CR', 'Care planning'],
  ['U5', 'INF', 'Integration tools'],
  ['U6', 'DI', 'LOOP chatbot feature'],
  ['U7', 'DI', 'Pathway visualisation'],
  ['U8', 'DI', 'Population Health'],
  ['U9', 'DI', 'Open Data'],
]

/** The thirteen schemes of Appendix A and then its nine labels without money. */
export const schemes: KeyedScheme[] = [
  ...funded.map(
    ([key, theme, name, attributes], index): KeyedScheme => ({
      key,
      theme,
      inThemeFromOn: day(key === 'PHR' ? '2017-04-01' : '2020-04-01'),
      sort: index + 1,
      lifecycle: 'live',
      attributes: { ...blankScheme, ref: key, name, ...attributes },
    }),
  ),
  ...unfunded.map(
    ([key, theme, name], index): KeyedScheme => ({
      key,
      theme,
      inThemeFromOn: day('2020-04-01'),
      sort: funded.length + index + 1,
      lifecycle: 'unfunded',
      attributes: {
        ...blankScheme,
        ref: key,
        name,
        amountsNote:
          theme === 'DI'
            ? 'That this label has no amount is inferred: its cell in Appendix A prints seven labels and three amounts a year.'
            : '',
      },
    }),
  ),
]

/** What is said of schemes without a case here. */
export const caseStatuses: (Unkeyed<CaseStatus, 'schemeId'> & { scheme: string })[] = [
  {
    key: 'case-EB',
    scheme: 'EB',
    startYear: null,
    status: 'not_yet_developed',
    place: 'Scheme summary, Estates blueprint',
  },
]

const sourceDefaults = {
  funder: '',
  grantRef: '',
  conditions: '',
  restrictedTo: null,
  spendByOn: null,
  securedStatus: 'not_stated',
  interestRateBp: null,
  assetLifeYears: null,
  retiredOn: null,
} as const

export const sources: Unkeyed<FundingSource>[] = [
  {
    ...sourceDefaults,
    key: 'GRANT',
    name: 'Government Grant',
    aliases: ['Better Care Fund grant'],
    category: 'grant',
    sort: 1,
  },
  {
    ...sourceDefaults,
    key: 'BORROWING',
    name: 'Dept Borrowing',
    aliases: ['Departmental borrowing'],
    category: 'departmental_borrowing',
    sort: 2,
  },
]

/** The plan of Appendix A, scheme by scheme. */
export const plan: { scheme: string; startYear: StartYear; amount: Pence }[] = (
  [
    ['LCR', 400_000, 400_000],
    ['SVC', null, 100_000],
    ['MW', 115_000, null],
    ['DMS', 120_000, null],
    ['PHR', null, 591_000],
    ['EB', 95_000, 150_000],
    ['HOF', 173_000, 200_000],
    ['MHI', 50_000, null],
    ['OTH', null, 100_000],
    ['CLL', 20_000, 30_000],
    ['LOOP', 145_000, 150_000],
    ['APP', 40_000, 65_000],
    ['BI', 70_000, 100_000],
  ] as const
).flatMap(([scheme, first, second]) => [
  ...(first === null ? [] : [{ scheme, startYear: 2020, amount: pounds(first) }]),
  ...(second === null ? [] : [{ scheme, startYear: 2021, amount: pounds(second) }]),
])

const line = (
  level: Extract<Level, DecisionLine['level']>,
  kind: Place['kind'],
  key: string,
  startYear: StartYear,
  amount: number,
  source: string | null = null,
): KeyedDecisionLine => ({ level, place: { kind, key }, startYear, source, nature: 'capital', amount: pounds(amount) })

/** What came by no request, in the order in which it was made. The lines take effect by time, on `effectiveOn`. */
export const decisions: (Unkeyed<Decision, 'lines' | 'status' | 'about' | 'paperSha256'> & {
  lines: KeyedDecisionLine[]
})[] = [
  {
    key: 'HELM-2018',
    reference: 'HELM-2018',
    title: 'Helm Person Held Record: allocation and first authority to spend',
    decisionTaker: 'Not stated',
    kind: 'key',
    madeOn: day('2018-03-31'),
    publishedOn: null,
    isCallInEligible: false,
    effectiveOn: day('2018-03-31'),
    allocationKind: 'injection',
    lines: [line('allocation', 'scheme', 'PHR', 2017, 1_800_000), line('authority', 'scheme', 'PHR', 2017, 1_200_000)],
    note:
      'The day is inferred: the report of August 2020 says only that the allocation was made three years earlier, so it is ' +
      'put at the end of 2017/18. The reference is ours, and who decided, under which procedure, is not stated.',
  },
  {
    key: 'CAPITAL-2020',
    reference: 'CAPITAL-2020',
    title: 'Capital programme: allocation by funding source, 2020/21 and 2021/22',
    decisionTaker: 'Not stated',
    kind: 'administrative',
    madeOn: day('2020-08-20'),
    publishedOn: null,
    isCallInEligible: false,
    effectiveOn: day('2020-08-20'),
    allocationKind: 'injection',
    lines: [
      line('allocation', 'programme', 'programme', 2020, 1_228_000, 'GRANT'),
      line('allocation', 'programme', 'programme', 2021, 37_600, 'GRANT'),
      line('allocation', 'programme', 'programme', 2021, 1_783_400, 'BORROWING'),
    ],
    note:
      'The report gives only "latest capital programme" as the source, without a day or a decision; the day of the report ' +
      'is used and the reference is ours.',
  },
]

type Meaning = Extract<StatedMeaning, { kind: 'cell' }>
type Column = { label: string; meaning: Meaning['column'] }
type Row = { label: string | null; of: KeyedPlace | { kind: 'source'; key: string } | 'total'; printed: string[] }

const councilColumns: Column[] = [
  { label: 'TOTAL', meaning: { kind: 'total' } },
  { label: 'TO MARCH 2020', meaning: { kind: 'to-march', startYear: 2020 } },
  { label: '2020/21', meaning: { kind: 'year', startYear: 2020 } },
  { label: '2021/22', meaning: { kind: 'year', startYear: 2021 } },
  { label: '2022/23', meaning: { kind: 'year', startYear: 2022 } },
  { label: '2023 on', meaning: { kind: 'beyond', startYear: 2023 } },
]

const planColumns: Column[] = [
  { label: '2020/21', meaning: { kind: 'year', startYear: 2020 } },
  { label: '2021/22', meaning: { kind: 'year', startYear: 2021 } },
]

const theme = (key: string): KeyedPlace => ({ kind: 'theme', key })
const scheme = (key: string): KeyedPlace => ({ kind: 'scheme', key })
const source = (key: string) => ({ kind: 'source', key }) as const

/** The printed tables, cell by cell; an empty text is a blank cell. */
const tables: {
  table: Meaning['table']
  section: string
  paragraph: string | null
  title: string
  unit: '£' | '£000'
  columns: Column[]
  rows: Row[]
}[] = [
  {
    table: 'previous-authority',
    section: 'Capital Funding & Cash Flow',
    paragraph: '4.4.4',
    title: 'Previous total Authority to Spend on this scheme',
    unit: '£000',
    columns: councilColumns,
    rows: [
      { label: 'Helm Person Held Record', of: scheme('PHR'), printed: ['590.0', '', '591.0', '', '', ''] },
      { label: 'TOTALS', of: 'total', printed: ['590.0', '0.0', '0.0', '591.0', '0.0', '0.0'] },
    ],
  },
  {
    table: 'authority',
    section: 'Capital Funding & Cash Flow',
    paragraph: '4.4.4',
    title: 'Authority to Spend required for this Approval',
    unit: '£000',
    columns: councilColumns,
    rows: [
      { label: 'Care records', of: theme('CR'), printed: ['1135.0', '', '635.00', '500.00', '', ''] },
      { label: 'Infrastructure', of: theme('INF'), printed: ['808.0', '', '358.00', '450.00', '', ''] },
      { label: 'Intelligence', of: theme('DI'), printed: ['465.0', '', '215.00', '250.00', '', ''] },
      { label: 'Stratgegy and OD', of: theme('SOD'), printed: ['50.0', '', '20.00', '30.00', '', ''] },
      { label: 'TOTALS', of: 'total', printed: ['2458.0', '0.0', '1228.0', '1230.0', '0.0', '0.0'] },
    ],
  },
  {
    table: 'funding',
    section: 'Capital Funding & Cash Flow',
    paragraph: '4.4.4',
    title: 'Total overall Funding (As per latest Capital Programme)',
    unit: '£000',
    columns: councilColumns,
    rows: [
      { label: 'Government Grant', of: source('GRANT'), printed: ['1265.6', '', '1228.0', '37.6', '', ''] },
      { label: 'Dept Borrowing', of: source('BORROWING'), printed: ['1783.4', '', '', '1783.4', '', ''] },
      { label: 'Total Funding', of: 'total', printed: ['3049.0', '0.0', '1228.0', '1821.0', '0.0', '0.0'] },
    ],
  },
  {
    table: 'expenditure-plan',
    section: 'Appendix A',
    paragraph: null,
    title: 'Appendix A',
    unit: '£',
    columns: planColumns,
    rows: [
      { label: 'Leeds Care Record', of: scheme('LCR'), printed: ['400000', '400000'] },
      { label: 'Supporting Virtual Care', of: scheme('SVC'), printed: ['', '100000'] },
      { label: 'Collaboration tools', of: scheme('U1'), printed: ['', ''] },
      { label: 'Community Cloud embedding', of: scheme('U2'), printed: ['', ''] },
      { label: 'Enterprise coordination', of: scheme('U3'), printed: ['', ''] },
      { label: 'Mindwell Mental Health portal', of: scheme('MW'), printed: ['115000', ''] },
      { label: 'Diabetes Management System', of: scheme('DMS'), printed: ['120000', ''] },
      { label: 'PHR', of: scheme('PHR'), printed: ['', '*591000'] },
      { label: 'Care planning', of: scheme('U4'), printed: ['', ''] },
      { label: 'Estates blueprinting', of: scheme('EB'), printed: ['95000', '150000'] },
      { label: 'House of the Future', of: scheme('HOF'), printed: ['173000', '200000'] },
      { label: 'integration tools', of: scheme('U5'), printed: ['', ''] },
      { label: 'Improved Mental Health info sharing', of: scheme('MHI'), printed: ['50000', ''] },
      { label: 'Other orgs e.g. Academy , PCNs, 3rd sector', of: scheme('OTH'), printed: ['', '100000'] },
      {
        label: "Project closures and 'lessons learned'; Staff digital skills",
        of: scheme('CLL'),
        printed: ['20000', '30000'],
      },
      { label: 'Leeds LOOP/Repository', of: scheme('LOOP'), printed: ['145000', '150000'] },
      { label: 'Apps assessment tools', of: scheme('APP'), printed: ['40000', '65000'] },
      { label: 'Business Intelligence/Warehouse', of: scheme('BI'), printed: ['70000', '100000'] },
      // The appendix prints its totals without a label.
      { label: null, of: 'total', printed: ['1228000', '1821000'] },
    ],
  },
]

type Narrative = Extract<StatedMeaning, { kind: 'narrative' }>

const programmePlace: KeyedPlace = { kind: 'programme', key: 'programme' }
const asked = { measure: 'authority-asked', of: programmePlace, startYear: null } as const

/** The figures of the text. `value` is in pounds, read at the unit that is printed: £3.049k is £3,049. */
const narrative: {
  section: string
  paragraph: string | null
  printed: string
  value: number
  unit: StatedFigure['unit']
  measure: Narrative['measure']
  of: KeyedPlace
  startYear: StartYear | null
}[] = [
  { section: 'Recommendations', paragraph: null, printed: '£3,049k', value: 3_049_000, unit: '£000', ...asked },
  { section: 'Purpose of this report', paragraph: '1.1', printed: '£3,049k', value: 3_049_000, unit: '£000', ...asked },
  {
    section: 'Background information',
    paragraph: '2.6',
    printed: '£1.8m',
    value: 1_800_000,
    unit: '£m',
    measure: 'annual-allocation',
    of: programmePlace,
    startYear: null,
  },
  ...(
    [
      ['Background information', '2.8', { printed: '£0.6m', value: 600_000, unit: '£m' }],
      ['Note under the tables', '4.4.4', { printed: '£591k', value: 591_000, unit: '£000' }],
      ['Footnote of Appendix A', null, { printed: '£591k', value: 591_000, unit: '£000' }],
    ] as const
  ).flatMap(([section, paragraph, remaining]) => {
    const ofHelm = { section, paragraph, of: scheme('PHR'), startYear: null }
    return [
      { ...ofHelm, measure: 'allocation', printed: '£1.8m', value: 1_800_000, unit: '£m' } as const,
      { ...ofHelm, measure: 'authority-given', printed: '£1.2m', value: 1_200_000, unit: '£m' } as const,
      { ...ofHelm, measure: 'authority-remaining', ...remaining } as const,
    ]
  }),
  { section: 'Background information', paragraph: '2.9', printed: '£3.049k', value: 3_049, unit: '£000', ...asked },
  {
    section: 'Main issues',
    paragraph: '3.3',
    printed: '£1.22m',
    value: 1_220_000,
    unit: '£m',
    ...asked,
    startYear: 2020,
  },
  {
    section: 'Main issues',
    paragraph: '3.3',
    printed: '£1.88m',
    value: 1_880_000,
    unit: '£m',
    ...asked,
    startYear: 2021,
  },
  { section: 'Main issues', paragraph: '3.3', printed: '£3.049k', value: 3_049, unit: '£000', ...asked },
  { section: 'Recommendations', paragraph: '6.1', printed: '£3,049k', value: 3_049_000, unit: '£000', ...asked },
]

const at = (section: string, paragraph: string | null = null, row: string | null = null): StatedPlace => ({
  section,
  paragraph,
  table: row === null ? null : section,
  row,
  column: null,
})

const claims = (resolve: (key: string) => Id): Omit<StatedClaim, 'id'>[] => [
  {
    place: at('Main issues', '3.2'),
    claim: {
      kind: 'themes',
      names: ['Enhanced shared care and corporate records', 'Infrastructure', 'Data and intelligence'],
    },
  },
  ...(
    [
      ['LCR', 'CR'],
      ['DMS', 'CR'],
      ['PHR', 'CR'],
      ['EB', 'INF'],
      ['LOOP', 'INF'],
      ['BI', 'DI'],
      ['MW', 'DI'],
    ] as const
  ).map(
    ([schemeKey, themeKey]): Omit<StatedClaim, 'id'> => ({
      place: at('Main issues', '3.2'),
      claim: { kind: 'membership', schemeId: resolve(schemeKey), themeId: resolve(themeKey) },
    }),
  ),
  { place: at('Purpose of this report', '1.1'), claim: { kind: 'funded-by', what: 'grant' } },
  { place: at('Cover'), claim: { kind: 'equality', answer: 'no-implications' } },
  {
    place: at('Equality and diversity / cohesion and integration', '4.2.1'),
    claim: { kind: 'equality', answer: 'assessment-promised' },
  },
  {
    place: at('Appendix A', null, 'Strategy and OD'),
    claim: {
      kind: 'merged-cell',
      labels: ["Project closures and 'lessons learned'", 'Staff digital skills'],
      amounts: [
        { startYear: 2020, values: [pounds(20_000)] },
        { startYear: 2021, values: [pounds(30_000)] },
      ],
    },
  },
  {
    place: at('Appendix A', null, 'Data and intelligence'),
    claim: {
      kind: 'merged-cell',
      labels: [
        'Leeds LOOP/Repository',
        'LOOP chatbot feature',
        'Pathway visualisation',
        'Apps assessment tools',
        'Population Health',
        'Open Data',
        'Business Intelligence/Warehouse',
      ],
      amounts: [
        { startYear: 2020, values: [pounds(145_000), pounds(40_000), pounds(70_000)] },
        { startYear: 2021, values: [pounds(150_000), pounds(65_000), pounds(100_000)] },
      ],
    },
  },
  {
    place: at('Summary of main issues', '5'),
    claim: {
      kind: 'named',
      role: 'Co-chair of the Integrated Care Executive',
      names: ['Director of Adults and Health, Leeds City Council'],
    },
  },
  {
    place: at('Background information', '2.7'),
    claim: {
      kind: 'named',
      role: 'Co-chair of the Integrated Care Executive',
      names: ['Director of Adults and Health, Leeds City Council', 'Chief Executive, NHS Leeds CCG'],
    },
  },
]

/** Pence from a printed cell such as `1783.4` in £000 or `*591000` in £; null for a blank one. */
const readCell = (printed: string, unit: '£' | '£000'): Pence | null => {
  if (printed === '') return null
  const [whole = '', fraction = ''] = printed.replace('*', '').split('.')
  const places = unit === '£' ? 2 : 5
  return pence(Number(whole + fraction.padEnd(places, '0')))
}

/** The report as a stated document; `resolve` turns a key of this file into the id that it was given. */
export const statedDocument = (resolve: (key: string) => Id, newId: () => Id): StatedDocument => {
  const id = newId()
  const cells = tables.flatMap(({ table, section, paragraph, title, unit, columns, rows }) =>
    rows.flatMap(({ label, of, printed }) =>
      columns.map(
        (column, index): StatedFigure => ({
          id: newId(),
          place: { section, paragraph, table: title, row: label, column: column.label },
          printed: printed[index] ?? '',
          value: readCell(printed[index] ?? '', unit),
          unit,
          meaning: {
            kind: 'cell',
            table,
            row:
              of === 'total'
                ? { kind: 'total' }
                : of.kind === 'source'
                  ? { kind: 'source', sourceId: resolve(of.key) }
                  : { kind: 'place', place: { kind: of.kind, id: resolve(of.key) } },
            column: column.meaning,
          },
        }),
      ),
    ),
  )
  const text = narrative.map(
    ({ section, paragraph, printed, value, unit, measure, of, startYear }): StatedFigure => ({
      id: newId(),
      place: at(section, paragraph),
      printed,
      value: pounds(value),
      unit,
      meaning: { kind: 'narrative', measure, place: { kind: of.kind, id: resolve(of.key) }, startYear },
    }),
  )
  return {
    id,
    title: 'Citywide Digital Developments supporting Integrated Health and Care - 2020/21 and 2021/22',
    reportOf: 'City Digital Programme Director',
    reportTo: 'Director of Resources and Housing',
    datedOn: day('2020-08-20'),
    capitalSchemeNumber: '32210/000/000',
    isKeyDecision: true,
    decisionId: resolve('ATS-2020'),
    figures: [...cells, ...text],
    claims: claims(resolve).map((claim) => ({ id: newId(), ...claim })),
  }
}
