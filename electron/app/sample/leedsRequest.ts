import type { AuthorityRequest, RequestNarrative } from '../../../domain/authority/authorityRequest.ts'
import type { NoticeParticulars } from '../../../domain/authority/requestLifecycle.ts'
import { type CalendarDay, calendarDay } from '../../../domain/calendarDay.ts'
import type { StartYear } from '../../../domain/financialYear.ts'
import { type Pence, pence } from '../../../domain/money.ts'

const pounds = (amount: number): Pence => pence(amount * 100)

const decisionTaker = 'Director of Resources and Housing'

/** The lines of the table that the report asks for, and Helm’s, which it prints under previous authority. */
const lines: readonly { place: { kind: 'theme' | 'scheme'; key: string }; startYear: StartYear; amount: Pence }[] = (
  [
    ['theme', 'CR', 2020, 635_000],
    ['theme', 'CR', 2021, 500_000],
    ['theme', 'INF', 2020, 358_000],
    ['theme', 'INF', 2021, 450_000],
    ['theme', 'DI', 2020, 215_000],
    ['theme', 'DI', 2021, 250_000],
    ['theme', 'SOD', 2020, 20_000],
    ['theme', 'SOD', 2021, 30_000],
    ['scheme', 'PHR', 2021, 591_000],
  ] as const
).map(([kind, key, startYear, amount]) => ({ place: { kind, key }, startYear, amount: pounds(amount) }))

const funding: readonly { source: string; startYear: StartYear; amount: Pence }[] = [
  { source: 'GRANT', startYear: 2020, amount: pounds(1_228_000) },
  { source: 'GRANT', startYear: 2021, amount: pounds(37_600) },
  { source: 'BORROWING', startYear: 2021, amount: pounds(1_783_400) },
]

/** In our own words, with the figures that are printed; what does not tie in them stays to be found. */
const narrative: Partial<RequestNarrative> = {
  summary:
    'The City Digital Partnerships Team, hosted by the council, leads digital work on integrated health and care for all ' +
    'partners. The Better Care Fund Board recommends each business case, the Integrated Care Executive approves it, and the ' +
    'Leeds Informatics Board monitors delivery.',
  background:
    'For two years £1.8m a year of Better Care Fund grant has gone into digital work across the city. Helm was allocated ' +
    '£1.8m three years ago with authority for £1.2m; the remaining £0.6m is part of this.',
  mainIssues:
    'The plan has three themes, and each scheme a business case of its own. The years are put at £1.22m in 2020/21 and £1.88m ' +
    'in 2021/22.',
  consultation:
    'The commitments were agreed in 2019 with the lead member for Health and Wellbeing, the Health and Wellbeing Board and ' +
    'the Partnership Executive Group.',
  equality: 'Each project will make an equality and diversity assessment of its own.',
  policies: 'It serves the Health and Wellbeing Strategy, the Leeds Plan and the integration of health and care.',
  resources: 'The capital is allocated in the capital programme from the Better Care Fund grant.',
  legal: 'It is a key decision and can be called in.',
  risks: 'Risk is managed within each project.',
  recommendations: 'Give authority to spend £3,049,000 in 2020/21 and 2021/22 from capital scheme 32210/000/000.',
}

const notice: NoticeParticulars = {
  route: 'notice',
  agreedBy: '',
  agreedOn: null,
  reason: '',
  matter: 'Authority to spend £3,049,000 on digital developments for integrated health and care',
  decisionTaker,
  decisionDue: '20 August 2020',
  documents: 'Report of the City Digital Programme Director',
  copiesFrom: 'Governance services, Leeds City Council',
  isMoreToCome: true,
  requestDocumentsFrom: 'Governance services, Leeds City Council',
}

/** The request of August 2020. Its notice, its checks and the day on which its report was published are assumed. */
export const request = {
  reference: 'REQUEST-2020',
  title: 'Authority to spend £3,049,000 on digital developments for integrated health and care, 2020/21 and 2021/22',
  decisionTaker,
  decisionDueOn: calendarDay('2020-08-20'),
  lines,
  funding,
  hasEqualityImplications: false,
  narrative,
  notice,
  financeNote:
    'Grant and borrowing equal what is asked for in each year. Assumed: the report does not speak of this check.',
  legalNote: 'Assumed: the report does not speak of this check.',
} satisfies Pick<AuthorityRequest, 'reference' | 'title' | 'decisionTaker' | 'decisionDueOn'> & Record<string, unknown>

/** What came of it, as the sample assumes. */
export const authorityDecision: {
  reference: string
  madeOn: CalendarDay
  effectiveOn: CalendarDay
  wording: string
} = {
  reference: 'ATS-2020',
  madeOn: calendarDay('2020-08-20'),
  effectiveOn: calendarDay('2020-08-28'),
  wording:
    'The report asks for this authority; that it was given is not in the report. The sample assumes that it was given as ' +
    'recommended, published on the day of the report, and effective after five working days for call-in. The reference is ours.',
}
