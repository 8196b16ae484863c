import type { CaseFacts } from '../../domain/businessCase/caseFacts.ts'
import { type CalendarDay, calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Level, Place } from '../../domain/ledger/entry.ts'
import { type Pence, pence } from '../../domain/money.ts'
import type { Decision } from '../../domain/programme/decision.ts'
import type { BalanceLine, PostedLine, ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { FundingSource } from '../../domain/programme/fundingSource.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import type { StatedDocument, StatedFigure, StatedMeaning } from '../../domain/tieOut/stated.ts'
import * as leeds from '../../electron/app/sample/leeds2020.ts'
import { recommendedCases } from '../../electron/app/sample/leedsCases.ts'
import { authorityDecision, request } from '../../electron/app/sample/leedsRequest.ts'

const stored = { revision: 1, isRemoved: false }

/** Ids that are the same on every run: the nth id asked for, or one per key. */
const makeIds = () => {
  let count = 0
  const byKey = new Map<string, Id>()
  const newId = (): Id => `01J${String(++count).padStart(23, '0')}` as Id
  const resolve = (key: string): Id => {
    const id = byKey.get(key) ?? newId()
    byKey.set(key, id)
    return id
  }
  return { newId, resolve }
}

const ids = makeIds()
const leedsDocument = leeds.statedDocument(ids.resolve, ids.newId)

/** The id of a thing of the Leeds sample, by its key. */
export const leedsId = ids.resolve

const place = (of: leeds.KeyedPlace): Place => ({ kind: of.kind, id: leedsId(of.key) })

/** The Leeds sample as facts on a day: its decisions count from the day on which they take effect. */
export const leedsFacts = (day: '2020-08-20' | '2020-08-28' = '2020-08-28'): ProgrammeFacts => {
  const { key, accountableOrganisation, partnerOrganisation, ...programme } = leeds.programme
  const decisions = [...leeds.decisions.map(recorded), authorityGiven()].map(
    (decision): Decision => ({ ...decision, status: decision.effectiveOn <= day ? 'effective' : 'made' }),
  )
  const posted = postedLines(decisions)
  return {
    asAt: {
      seq: day === '2020-08-20' ? 90 : 100,
      recordedAt: day === '2020-08-20' ? leeds.moments.report : leeds.moments.inForce,
      hash: '0'.repeat(64),
      day: calendarDay(day),
    },
    programme: {
      ...programme,
      ...stored,
      id: leedsId(key),
      accountableOrganisationId: leedsId(accountableOrganisation),
      partnerOrganisationId: leedsId(partnerOrganisation),
    },
    organisations: leeds.organisations.map(({ key, predecessors, ...organisation }) => ({
      ...organisation,
      ...stored,
      id: leedsId(key),
      predecessorIds: predecessors.map(leedsId),
    })),
    themes: leeds.themes.map(({ key, ...theme }) => ({ ...theme, ...stored, id: leedsId(key) })),
    memberships: leeds.schemes.map((scheme) => ({
      ...stored,
      id: leedsId(`membership-${scheme.key}`),
      schemeId: leedsId(scheme.key),
      themeId: leedsId(scheme.theme),
      fromOn: scheme.inThemeFromOn,
      toOn: null,
    })),
    schemes: leeds.schemes.map(({ key, sort, lifecycle, attributes }) => ({
      ...attributes,
      ...stored,
      id: leedsId(key),
      sort,
      lifecycle,
      leadOrganisationId: null,
    })),
    cases: recommendedCases.map(caseFacts),
    caseStatuses: leeds.caseStatuses.map(({ key, scheme, ...status }) => ({
      ...status,
      ...stored,
      id: leedsId(key),
      schemeId: leedsId(scheme),
    })),
    sources: leeds.sources.map(({ key, ...source }) => ({ ...source, ...stored, id: leedsId(key) })),
    decisions,
    years: [],
    periods: [],
    yearEnds: [],
    benefits: [],
    closures: [],
    balances: [
      ...leeds.plan.map((line) => planLine(leedsId(line.scheme), line.startYear, line.amount)),
      ...summed(posted),
    ],
    posted,
    documents: [structuredClone(leedsDocument)],
  }
}

const recorded = ({ key, lines, ...decision }: (typeof leeds.decisions)[number]): Decision => ({
  ...decision,
  ...stored,
  id: leedsId(key),
  about: null,
  paperSha256: null,
  status: 'made',
  lines: lines.map(({ place: of, source, ...line }) => ({
    ...line,
    place: place(of),
    sourceId: source === null ? null : leedsId(source),
  })),
})

/** The decision that came of the request. */
const authorityGiven = (): Decision => {
  const { reference, madeOn, effectiveOn, wording } = authorityDecision
  return {
    ...stored,
    id: leedsId(reference),
    reference,
    title: request.title,
    decisionTaker: request.decisionTaker,
    kind: 'key',
    madeOn,
    publishedOn: madeOn,
    isCallInEligible: true,
    effectiveOn,
    allocationKind: 'injection',
    status: 'made',
    lines: request.lines.map(({ place: of, startYear, amount }) => ({
      level: 'authority',
      place: place(of),
      startYear,
      sourceId: null,
      nature: 'capital',
      amount,
    })),
    note: wording,
    about: { kind: 'authority_request', id: leedsId(request.reference) },
    paperSha256: '2'.repeat(64),
  }
}

const caseFacts = (
  { key, scheme, title, startYear, amount, author }: (typeof recommendedCases)[number],
  index: number,
): CaseFacts => ({
  id: leedsId(key),
  revision: 1,
  schemeId: leedsId(scheme),
  stage: 'not_stated',
  version: 1,
  reference: `BC00${index + 1}`,
  status: 'recommended',
  title,
  writers: [leedsId(author)],
  routeId: leedsId('route of cases'),
  stagesPassed: 1,
  submittedOn: null,
  recommendedOn: null,
  approvedOn: null,
  validUntilOn: null,
  supersedesId: null,
  reason: '',
  costs: [{ startYear, sourceId: null, nature: 'capital', amount }],
  approved: [],
  conditions: [],
  benefits: [],
})

/** A programme of two themes and three schemes whose every printed figure ties, and against which no rule has anything to say. */
export const consistentFacts = (): ProgrammeFacts => {
  const { newId, resolve } = makeIds()
  const day = calendarDay('2020-03-02')
  const scheme = (key: string, name: string, sort: number): Scheme => ({
    ...first(leeds.schemes).attributes,
    ...stored,
    id: resolve(key),
    ref: key,
    name,
    shortName: '',
    aliases: [],
    briefDescription: '',
    isExisting: false,
    leadOrganisationId: null,
    sort,
    lifecycle: 'live',
  })
  const source = (key: string, category: FundingSource['category'], sort: number): FundingSource => ({
    ...first(leeds.sources),
    ...stored,
    id: resolve(key),
    name: key,
    aliases: [],
    category,
    sort,
  })
  const decision: Decision = {
    ...stored,
    id: resolve('decision'),
    reference: 'D1',
    title: 'Authority to spend £350,000',
    decisionTaker: 'Director',
    kind: 'administrative',
    madeOn: day,
    publishedOn: day,
    isCallInEligible: false,
    effectiveOn: day,
    allocationKind: 'injection',
    status: 'effective',
    lines: [
      ...(
        [
          ['allocation', 'programme', 'programme', 2020, 200_000, 'Grant'],
          ['allocation', 'programme', 'programme', 2021, 150_000, 'Borrowing'],
          ['authority', 'theme', 'Records', 2020, 150_000, null],
          ['authority', 'theme', 'Records', 2021, 50_000, null],
          ['authority', 'theme', 'Networks', 2020, 50_000, null],
          ['authority', 'theme', 'Networks', 2021, 100_000, null],
        ] as const
      ).map(([level, kind, key, startYear, amount, sourceKey]) => ({
        level,
        place: { kind, id: resolve(key) },
        startYear,
        sourceId: sourceKey === null ? null : resolve(sourceKey),
        nature: 'capital' as const,
        amount: pounds(amount),
      })),
    ],
    note: '',
    about: null,
    paperSha256: null,
  }
  const posted = postedLines([decision])
  const { key: _, accountableOrganisation: _a, partnerOrganisation: _p, ...programme } = leeds.programme
  return {
    asAt: { seq: 10, recordedAt: '2020-03-02T10:00:00.000Z' as Instant, hash: '1'.repeat(64), day },
    programme: {
      ...programme,
      ...stored,
      id: resolve('programme'),
      accountableOrganisationId: null,
      partnerOrganisationId: null,
      isSample: false,
      annualAllocation: pounds(200_000),
    },
    organisations: [],
    themes: ['Records', 'Networks'].map((name, index) => ({
      ...stored,
      id: resolve(name),
      name,
      aliases: [],
      objective: '',
      sort: index,
      retiredOn: null,
    })),
    memberships: (
      [
        ['Shared record', 'Records'],
        ['Portal', 'Records'],
        ['Building network', 'Networks'],
      ] as const
    ).map(([schemeKey, themeKey]) => ({
      ...stored,
      id: resolve(`membership-${schemeKey}`),
      schemeId: resolve(schemeKey),
      themeId: resolve(themeKey),
      fromOn: calendarDay('2020-01-01'),
      toOn: null,
    })),
    schemes: [
      scheme('Shared record', 'Shared record', 1),
      scheme('Portal', 'Portal', 2),
      scheme('Building network', 'Building network', 3),
    ],
    cases: [],
    caseStatuses: ['Shared record', 'Portal', 'Building network'].map((key) => ({
      ...stored,
      id: resolve(`case-${key}`),
      schemeId: resolve(key),
      startYear: null,
      status: 'approved',
      place: 'Register of cases',
    })),
    sources: [source('Grant', 'grant', 1), source('Borrowing', 'prudential_borrowing', 2)],
    decisions: [decision],
    years: [],
    periods: [],
    yearEnds: [],
    benefits: [],
    closures: [],
    balances: [
      planLine(resolve('Shared record'), 2020, pounds(120_000)),
      planLine(resolve('Portal'), 2020, pounds(30_000)),
      planLine(resolve('Portal'), 2021, pounds(50_000)),
      planLine(resolve('Building network'), 2020, pounds(50_000)),
      planLine(resolve('Building network'), 2021, pounds(100_000)),
      ...summed(posted),
    ],
    posted,
    documents: [consistentDocument(resolve, newId, day)],
  }
}

const consistentDocument = (resolve: (key: string) => Id, newId: () => Id, day: CalendarDay): StatedDocument => {
  type Cell = Extract<StatedMeaning, { kind: 'cell' }>
  const columns: Cell['column'][] = [
    { kind: 'total' },
    { kind: 'to-march', startYear: 2019 },
    { kind: 'year', startYear: 2019 },
    { kind: 'year', startYear: 2020 },
    { kind: 'year', startYear: 2021 },
    { kind: 'beyond', startYear: 2022 },
  ]
  const table = (name: Cell['table'], rows: [label: string, row: Cell['row'], thousands: (number | null)[]][]) =>
    rows.flatMap(([label, row, thousands]) =>
      columns.map((column, index): StatedFigure => {
        const amount = thousands[index] ?? null
        return {
          id: newId(),
          place: { section: 'Money', paragraph: '4', table: name, row: label, column: `column ${index + 1}` },
          printed: amount === null ? '' : amount.toFixed(1),
          value: amount === null ? null : pounds(amount * 1000),
          unit: '£000',
          meaning: { kind: 'cell', table: name, row, column },
        }
      }),
    )
  const at = (kind: Place['kind'], key: string): Cell['row'] => ({ kind: 'place', place: { kind, id: resolve(key) } })
  const total: Cell['row'] = { kind: 'total' }
  const text = (
    paragraph: string,
    printed: string,
    value: number,
    unit: StatedFigure['unit'],
    startYear: StartYear | null,
  ) =>
    ({
      id: newId(),
      place: { section: 'Summary', paragraph, table: null, row: null, column: null },
      printed,
      value: pounds(value),
      unit,
      meaning: {
        kind: 'narrative',
        measure: 'authority-asked',
        place: { kind: 'programme', id: resolve('programme') },
        startYear,
      },
    }) satisfies StatedFigure
  return {
    id: newId(),
    title: 'A report that ties',
    reportOf: 'Programme director',
    reportTo: 'Director',
    datedOn: day,
    capitalSchemeNumber: '',
    isKeyDecision: false,
    decisionId: resolve('decision'),
    figures: [
      ...table('authority', [
        ['Records', at('theme', 'Records'), [200, null, null, 150, 50, null]],
        ['Networks', at('theme', 'Networks'), [150, null, null, 50, 100, null]],
        ['TOTALS', total, [350, 0, 0, 200, 150, 0]],
      ]),
      ...table('funding', [
        ['Grant', { kind: 'source', sourceId: resolve('Grant') }, [200, null, null, 200, null, null]],
        ['Borrowing', { kind: 'source', sourceId: resolve('Borrowing') }, [150, null, null, null, 150, null]],
        ['Total', total, [350, 0, 0, 200, 150, 0]],
      ]),
      ...table('expenditure-plan', [
        ['Shared record', at('scheme', 'Shared record'), [120, null, null, 120, null, null]],
        ['Portal', at('scheme', 'Portal'), [80, null, null, 30, 50, null]],
        ['Building network', at('scheme', 'Building network'), [150, null, null, 50, 100, null]],
        ['Total', total, [350, 0, 0, 200, 150, 0]],
      ]),
      text('1', '£350k', 350_000, '£000', null),
      text('2', '£0.2m', 200_000, '£m', 2020),
      text('2', '£0.15m', 150_000, '£m', 2021),
      text('2', '£350k', 350_000, '£000', null),
    ],
    claims: [
      {
        id: newId(),
        place: { section: 'Summary', paragraph: '1', table: null, row: null, column: null },
        claim: { kind: 'themes', names: ['Records', 'Networks'] },
      },
    ],
  }
}

const first = <T>(items: T[]): T => {
  const [item] = items
  if (item === undefined) throw new Error('the sample is empty')
  return item
}

const pounds = (amount: number): Pence => pence(amount * 100)

const planLine = (schemeId: Id, startYear: StartYear, amount: Pence): BalanceLine => ({
  level: 'plan' satisfies Level,
  place: { kind: 'scheme', id: schemeId },
  startYear,
  sourceId: null,
  nature: 'capital',
  amount,
})

const postedLines = (decisions: Decision[]): PostedLine[] =>
  decisions
    .filter((decision) => decision.status === 'effective')
    .flatMap((decision) => decision.lines.map((line) => ({ ...line, decisionId: decision.id })))

const summed = (posted: PostedLine[]): BalanceLine[] => {
  const sums = new Map<string, BalanceLine>()
  for (const { decisionId: _, ...line } of posted) {
    const key = JSON.stringify([line.level, line.place, line.startYear, line.sourceId, line.nature])
    sums.set(key, { ...line, amount: pence(line.amount + (sums.get(key)?.amount ?? 0)) })
  }
  return [...sums.values()]
}
