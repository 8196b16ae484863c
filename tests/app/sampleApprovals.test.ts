import { expect, test } from 'vitest'
import { coverage } from '../../domain/portfolio/coverage.ts'
import type { Role } from '../../domain/roles.ts'
import { leedsFacts } from '../support/leedsFacts.ts'
import type { TestApp } from '../support/openTestApp.ts'
import { leedsApps } from './support/leedsApp.ts'
import { nowhere, on } from './support/programmeApp.ts'

const openLeeds = leedsApps()

/** The person of the sample who holds an office, in one of their roles. */
const personOf = async (app: TestApp, title: string, role: Role) => {
  const { people } = await app.as('viewer').people.screen.query()
  return app.asPerson(people.find((person) => person.title === title)?.id ?? nowhere, role)
}

const requestOf = async (app: TestApp, asAt: string | null = null) => {
  const viewer = app.as('viewer')
  const { requests } = await viewer.requests.list.query({ asAt: null, statuses: null, after: null })
  const day = asAt === null ? null : on(asAt)
  return await viewer.requests.screen.query({ asAt: day, id: requests[0]?.id ?? nowhere })
}

test('three recommended cases of £635,000 wait for each member of the Integrated Care Executive', async () => {
  const app = await openLeeds()
  const chair = await personOf(app, 'Chief Executive, NHS Leeds CCG', 'board_chair')
  const { counts, amountWaiting, lines } = await chair.inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })
  expect([
    counts.waiting,
    amountWaiting,
    lines.map(({ title, act, why, amount }) => `${title}: ${act} ${amount} (${why})`),
  ]).toEqual([
    3,
    635_000_00,
    [
      'Leeds Care Record 2020/21: approve 40000000 (Integrated Care Executive)',
      'Diabetes Management System: approve 12000000 (Integrated Care Executive)',
      'Mindwell Mental Health portal: approve 11500000 (Integrated Care Executive)',
    ],
  ])
})

test('what the report does not say of a recommended case stays open in it, with the place where the rest is said', async () => {
  const app = await openLeeds()
  const viewer = app.as('viewer')
  const { rows } = await viewer.cases.list.query({ asAt: null })
  const found = rows.find(({ title }) => title === 'Diabetes Management System')
  const { businessCase, checklist } = await viewer.cases.screen.query({ asAt: null, id: found?.id ?? nowhere })
  const { stage, recommendedOn, statedIn, sections, options, benefits, risks } = businessCase
  expect({
    said: { stage, recommendedOn, statedIn, silent: [sections.economic, options, benefits, risks] },
    writers: found?.writers,
    open: checklist.filter(({ isDone }) => !isDone).length,
  }).toEqual({
    said: {
      stage: 'not_stated',
      recommendedOn: null,
      statedIn: 'Report of 20 August 2020, scheme summary, Diabetes Management System',
      silent: ['', [], [], []],
    },
    writers: ['Scheme lead, care records'],
    open: 13,
  })
})

test('the notice had to be out by 22 July 2020, and the earliest lawful spend was on 28 August 2020', async () => {
  const app = await openLeeds()
  const before = await requestOf(app, '2020-07-21')
  const { clock } = await requestOf(app)
  const days = Object.fromEntries(clock.steps.map((step) => [step.step, step.on]))
  expect([before.checks.find(({ rule }) => rule === 'R11')?.sentence, days, clock.beforeAuthority?.days]).toEqual([
    'The notice has to be published by 22 July 2020, 29 days before the decision.',
    {
      notice: '2020-07-22',
      report: '2020-08-13',
      decision: '2020-08-20',
      call_in_closes: '2020-08-27',
      first_spend: '2020-08-28',
    },
    149,
  ])
})

test('20.8% of the authority stands on a recommended case, £245,000 has no case at all, and the rest is not stated', async () => {
  const app = await openLeeds()
  const { portfolio } = await app.as('viewer').portfolio.screen.query({ asAt: null, from: 2020, to: 2021 })
  const { total, basis, byStatus, notStated } = portfolio.coverage
  expect({
    basis,
    total,
    byStatus,
    notStated,
    share: ((byStatus.recommended.amount / total) * 100).toFixed(1),
  }).toEqual({
    basis: 'authority',
    total: 3_049_000_00,
    byStatus: {
      not_yet_developed: { amount: 245_000_00, schemes: 1 },
      draft: { amount: 0, schemes: 0 },
      recommended: { amount: 635_000_00, schemes: 3 },
      approved: { amount: 0, schemes: 0 },
    },
    notStated: 2_169_000_00,
    share: '20.8',
  })
})

test('what the report fails stays visible in its request as warnings, and nothing stops it', async () => {
  const app = await openLeeds()
  const { checks, request } = await requestOf(app)
  expect([
    request.status,
    checks.filter(({ passes }) => !passes).map(({ rule, severity, sentence }) => `${rule} ${severity}: ${sentence}`),
    checks.find(({ rule }) => rule === 'R10')?.numbers,
    checks.filter(({ rule }) => rule === 'R05').map(({ sentence }) => sentence),
  ]).toEqual([
    'effective',
    [
      'R03 warn: Infrastructure 2020/21: this would give £40,000 more authority than its schemes are planned to cost.',
      'R03 warn: Data and intelligence 2020/21: this would give £40,000 less authority than its schemes are planned to cost.',
      'R03 warn: Data and intelligence 2021/22: this would give £65,000 less authority than its schemes are planned to cost.',
      'R06 warn: £1.22m is no figure of this request or of the ledger.',
      'R06 warn: £1.88m is no figure of this request or of the ledger.',
      'R09 warn: 2020/21 began on 1 April 2020. Spend from then to 27 August 2020 (149 days) would be before authority.',
      'R10 warn: £0 of £3,049,000 stands on an approved business case. The rest is held until there is one.',
      'R22 warn: The text speaks of grant, and 58.5% of £3,049,000 comes from borrowing.',
      'R30 warn: The cover says that there are no implications for equality, and the text promises assessments.',
    ],
    [
      { label: 'Approved case', amount: 0 },
      { label: 'Recommended case', amount: 635_000_00 },
      { label: 'Case not yet developed', amount: 245_000_00 },
      { label: 'Nothing stated', amount: 2_169_000_00 },
    ],
    [
      'City Digital integrated health and care to 2020/21: £600,000 of the allocation is left after this.',
      'Helm Person Held Record to 2021/22: £9,000 of the allocation is left after this.',
    ],
  ])
})

test('all of the authority of August 2020 is held, at the themes where it was given and at Helm', async () => {
  const app = await openLeeds()
  const years = { from: 2020, to: 2021 }
  const rest = { status: null, decisionId: null, after: null, beforeEntry: null }
  const { register } = await app.as('viewer').authority.screen.query({ asAt: null, ...years, ...rest })
  const { decisions } = register
  const given = decisions.find(({ reference }) => reference === 'ATS-2020')
  expect([
    given?.effectiveOn,
    given?.lines.map(({ place, startYear, effective, released, held }) => [
      place.kind,
      startYear,
      effective,
      released,
      held,
    ]),
  ]).toEqual([
    '2020-08-28',
    [
      ['theme', 2020, 635_000_00, 0, 635_000_00],
      ['theme', 2021, 500_000_00, 0, 500_000_00],
      ['theme', 2020, 358_000_00, 0, 358_000_00],
      ['theme', 2021, 450_000_00, 0, 450_000_00],
      ['theme', 2020, 215_000_00, 0, 215_000_00],
      ['theme', 2021, 250_000_00, 0, 250_000_00],
      ['theme', 2020, 20_000_00, 0, 20_000_00],
      ['theme', 2021, 30_000_00, 0, 30_000_00],
      ['scheme', 2021, 591_000_00, 0, 591_000_00],
    ],
  ])
})

test('the facts that other tests call the Leeds sample are those of the sample', async () => {
  const app = await openLeeds()
  const viewer = app.as('viewer')
  const { decisions, programme, themes, schemes, sources } = await viewer.programme.screen.query({ asAt: null })
  const { portfolio } = await viewer.portfolio.screen.query({ asAt: null, from: 2020, to: 2021 })
  const { rows } = await viewer.cases.list.query({ asAt: null })
  const facts = leedsFacts()
  const decisionsIn = (all: typeof decisions) =>
    all.map(({ id: _id, revision: _revision, lines, about, paperSha256, ...decision }) => ({
      ...decision,
      about: about?.kind,
      hasPaper: paperSha256 !== null,
      lines: lines.map(({ level, place, startYear, amount }) => [level, place.kind, startYear, amount]),
    }))
  const known = {
    note: facts.programme.note,
    names: [facts.themes, facts.schemes, facts.sources].map((all) => all.map(({ name }) => name)),
    decisions: decisionsIn(facts.decisions),
    coverage: coverage(facts, { from: 2020, to: 2021 }),
    cases: facts.cases.map(({ title, reference, status, stage }) => [title, reference, status, stage]).reverse(),
  }
  expect({
    note: programme.note,
    names: [themes, schemes, sources].map((all) => all.map(({ name }) => name)),
    decisions: decisionsIn(decisions),
    coverage: portfolio.coverage,
    cases: rows.map(({ title, reference, status, stage }) => [title, reference, status, stage]),
  }).toEqual(known)
})
