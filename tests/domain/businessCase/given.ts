import type {
  BusinessCase,
  CaseBenefit,
  CaseCost,
  CaseOption,
  CaseRisk,
} from '../../../domain/businessCase/businessCase.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import type { StartYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import { pence } from '../../../domain/money.ts'

/** A made-up id that shows what it stands for. */
export const id = (name: string): Id =>
  `0${name.toUpperCase()}`
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '0')
    .padEnd(26, '0')
    .slice(0, 26) as Id

/** Ids by count. */
export const ids = () => {
  let made = 0
  return (): Id => {
    made += 1
    return `01N${String(made).padStart(23, '0')}` as Id
  }
}

export const on = calendarDay

export const cost = (startYear: number, pounds: number, sourceId: Id | null = null): CaseCost => ({
  startYear: startYear as StartYear,
  sourceId,
  nature: 'capital',
  amount: pence(pounds * 100),
})

const option = (kind: CaseOption['kind'], name: string): CaseOption => ({
  id: id(`option ${kind}`),
  kind,
  name,
  description: 'What is done, and for whom.',
  cost: pence(100),
  benefit: pence(200),
})

export const benefit: CaseBenefit = {
  id: id('benefit'),
  name: 'Fewer calls',
  owner: 'Scheme lead',
  measure: 'Calls to the record office',
  unit: 'calls a week',
  baseline: '400',
  target: '100',
  targetYear: 2021 as StartYear,
  cashReleasing: null,
}

export const risk: CaseRisk = {
  id: id('risk'),
  title: 'The supplier is late',
  description: 'There is a risk that the supplier is late.',
  likelihood: 3,
  impact: 4,
  mitigation: 'Monthly reviews',
  owner: 'Scheme lead',
}

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')

/** A short case that lacks nothing, a draft by its writer unless a test says otherwise. */
export const businessCase = (change: Partial<BusinessCase> = {}): BusinessCase => ({
  id: id('case'),
  revision: 1,
  isRemoved: false,
  schemeId: id('scheme'),
  stage: 'bjc',
  version: 1,
  reference: 'BJC 1',
  status: 'draft',
  writers: ['writer'],
  routeId: null,
  stagesPassed: 0,
  submittedOn: null,
  recommendedOn: null,
  approvedOn: null,
  validUntilOn: null,
  approved: [],
  conditions: [],
  supersedesId: null,
  reason: '',
  statedIn: '',
  title: 'Portal',
  ask: 'Approve £100.',
  sections: {
    strategic: words(300),
    economic: words(300),
    commercial: words(300),
    financial: words(300),
    management: words(300),
  },
  options: [option('do_nothing', 'Do nothing'), option('minimum', 'Mend it'), option('preferred', 'Replace it')],
  costs: [cost(2020, 100, id('grant'))],
  benefits: [benefit],
  risks: [risk],
  assurance: (['edci', 'dpia', 'dtac', 'clinical_safety', 'technical_fit'] as const).map((kind) => ({
    kind,
    status: 'complete' as const,
    reviewer: 'Informatics Board',
    on: on('2020-08-01'),
    note: '',
  })),
  hasInterest: false,
  interests: '',
  attachments: [],
  ...change,
})
