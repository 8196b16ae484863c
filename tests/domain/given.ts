import type { AuthorityRequest } from '../../domain/authority/authorityRequest.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { blankScheme } from '../../domain/programme/blankScheme.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import type { BalanceLine, ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { FundingSource } from '../../domain/programme/fundingSource.ts'
import type { Organisation } from '../../domain/programme/organisation.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import type { Theme, ThemeMembership } from '../../domain/programme/theme.ts'

const row = { revision: 1, isRemoved: false }

/** An id for each name, the same every time. */
export const idOf = (name: string): Id =>
  `0${[...name.toUpperCase()]
    .map((letter) => letter.charCodeAt(0).toString().padStart(3, '0'))
    .join('')
    .slice(0, 25)
    .padEnd(25, '0')}` as Id

export const programmeOf = (change: Partial<Programme> = {}): Programme => ({
  ...row,
  id: idOf('P'),
  name: 'Programme',
  capitalSchemeNumber: '',
  accountableOrganisationId: null,
  partnerOrganisationId: null,
  startYear: 2020,
  endYear: 2021,
  isSample: false,
  note: '',
  annualAllocation: null,
  ...change,
})

export const themeNamed = (name: string, change: Partial<Theme> = {}): Theme => ({
  ...row,
  id: idOf(name),
  name,
  aliases: [],
  objective: '',
  sort: 1,
  retiredOn: null,
  ...change,
})

export const membershipOf = (schemeId: Id, themeId: Id, change: Partial<ThemeMembership> = {}): ThemeMembership => ({
  ...row,
  id: idOf(`M${schemeId.slice(-6)}`),
  schemeId,
  themeId,
  fromOn: calendarDay('2010-04-01'),
  toOn: null,
  ...change,
})

export const schemeNamed = (name: string, change: Partial<Scheme> = {}): Scheme => ({
  ...row,
  id: idOf(name),
  sort: 1,
  lifecycle: 'live',
  ...blankScheme,
  name,
  ...change,
})

export const organisationNamed = (name: string, change: Partial<Organisation> = {}): Organisation => ({
  ...row,
  id: idOf(name),
  code: name,
  name,
  type: 'nhs_commissioner',
  validFromOn: null,
  validToOn: null,
  predecessorIds: [],
  isAccountableBody: false,
  note: '',
  ...change,
})

export const sourceNamed = (name: string, change: Partial<FundingSource> = {}): FundingSource => ({
  ...row,
  id: idOf(name),
  name,
  aliases: [],
  category: 'grant',
  funder: '',
  grantRef: '',
  conditions: '',
  restrictedTo: null,
  spendByOn: null,
  securedStatus: 'not_stated',
  interestRateBp: null,
  assetLifeYears: null,
  sort: 1,
  retiredOn: null,
  ...change,
})

export const decisionNamed = (reference: string, change: Partial<Decision> = {}): Decision => ({
  ...row,
  id: idOf(reference),
  reference,
  title: `Decision ${reference}`,
  decisionTaker: 'Director of Resources',
  kind: 'key',
  madeOn: calendarDay('2020-08-20'),
  publishedOn: calendarDay('2020-08-20'),
  isCallInEligible: true,
  effectiveOn: calendarDay('2020-08-28'),
  allocationKind: 'injection',
  status: 'effective',
  lines: [],
  note: '',
  about: null,
  paperSha256: null,
  ...change,
})

/** A draft that asks for nothing yet, by somebody who has not said anything in it. */
export const requestNamed = (reference: string, change: Partial<AuthorityRequest> = {}): AuthorityRequest => ({
  ...row,
  id: idOf(reference),
  reference,
  version: 1,
  supersedesId: null,
  status: 'draft',
  writers: [],
  routeId: null,
  stagesPassed: 0,
  readyOn: null,
  financeCheck: null,
  legalCheck: null,
  notice: null,
  reportPublishedOn: null,
  decision: null,
  publishedOn: null,
  callIn: null,
  decisionId: null,
  reason: '',
  title: 'Authority',
  decisionTaker: 'Director of Resources',
  decisionDueOn: null,
  lines: [],
  funding: [],
  cover: {
    wards: [],
    isSignificantForWards: false,
    significance: '',
    hasEqualityImplications: false,
    isCallInEligible: true,
    callInExemption: '',
    isExempt: false,
    exemptParagraph: '',
    publicInterest: '',
  },
  narrative: {
    summary: '',
    background: '',
    mainIssues: '',
    consultation: '',
    equality: '',
    policies: '',
    resources: '',
    legal: '',
    risks: '',
    conclusions: '',
    recommendations: '',
  },
  ...change,
})

/** A balance in whole pounds, of no stated source and capital unless said. */
export const balanceOf = (
  level: BalanceLine['level'],
  place: BalanceLine['place'],
  startYear: number,
  pounds: number,
  change: Partial<BalanceLine> = {},
): BalanceLine => ({
  level,
  place,
  startYear,
  sourceId: null,
  nature: 'capital',
  amount: (pounds * 100) as BalanceLine['amount'],
  ...change,
})

export const placeOf = (kind: BalanceLine['place']['kind'], name: string): BalanceLine['place'] => ({
  kind,
  id: idOf(name),
})

export const factsOf = (change: Partial<ProgrammeFacts>): ProgrammeFacts => ({
  asAt: { seq: 1, recordedAt: '2020-08-28T08:00:00.000Z' as never, hash: '', day: calendarDay('2020-08-28') },
  programme: programmeOf(),
  organisations: [],
  themes: [],
  memberships: [],
  schemes: [],
  caseStatuses: [],
  cases: [],
  sources: [],
  decisions: [],
  years: [],
  periods: [],
  yearEnds: [],
  benefits: [],
  closures: [],
  balances: [],
  posted: [],
  documents: [],
  ...change,
})
