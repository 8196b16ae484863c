import { expect, test } from 'vitest'
import type { Id } from '../../domain/id.ts'
import { refusalOf } from '../support/openTestApp.ts'
import { leedsApps } from './support/leedsApp.ts'
import {
  approvedUnderCondition,
  at,
  caseNow,
  type LeedsRoute,
  leedsRoute,
  meetingWith,
  nextRequest,
  present,
  recommended,
  record,
  releasedAt,
  voteFor,
} from './support/leedsRoute.ts'
import { changed, eventsOf, on } from './support/programmeApp.ts'
import { particulars } from './support/requestApp.ts'

const openLeeds = leedsApps()

const openRoute = async () => await leedsRoute(await openLeeds())

test('a case goes from its scheme lead through both boards to money that may be spent, by people who each do one part', async () => {
  const app = await openRoute()
  const estates = app.schemes('Estates blueprinting')
  const { approved, conditionId } = await approvedUnderCondition(app)
  const before = await releasedAt(app, estates)
  const { heldByConditions } = await app.viewer.programme.screen.query({ asAt: null })
  app.at('2020-10-05')
  const met = changed(
    await app.lead.cases.meetCondition.mutate({ ...at(approved), conditionId, evidence: 'The signed design' }),
  )
  const events = await eventsOf(app.viewer, () =>
    app.secretary.cases.dischargeCondition.mutate({ ...at(met), conditionId }),
  )
  const { decisions, heldByConditions: heldAfter } = await app.viewer.programme.screen.query({ asAt: null })
  const release = decisions.find((each) => each.about?.id === approved.id)
  expect({
    approved: approved.status,
    before,
    held: [heldByConditions.includes(release?.id ?? approved.id), heldAfter],
    events,
    after: (await caseNow(app, approved.id)).status,
    released: await releasedAt(app, estates),
    decision: [release?.decisionTaker, release?.kind, release?.status, release?.paperSha256?.length],
    faults: (await app.viewer.audit.verify.mutate()).faults,
  }).toEqual({
    approved: 'approved_with_conditions',
    before: [],
    held: [true, []],
    events: [
      'cases.dischargeCondition | approved_with_conditions → approved | board_secretary',
      'decisions.release | made → effective | system',
    ],
    after: 'approved',
    released: [
      [2020, 95_000],
      [2021, 150_000],
    ],
    decision: ['Integrated Care Executive', 'significant_operational', 'effective', 64],
    faults: [],
  })
})

test('a meeting without a quorum records nothing, and the case goes on waiting', async () => {
  const app = await openRoute()
  const about = await recommended(app)
  const id = await meetingWith(app, 'Integrated Care Executive', '2020-09-24', about.id)
  await present(app, id, ['adults', 'public-health'])
  await voteFor(app, id, ['adults', 'public-health'])
  expect([await refusalOf(record(app, id, 'approved')), (await caseNow(app, about.id)).status]).toEqual([
    {
      code: 'no-quorum',
      detail: {
        missing: [
          { kind: 'members', more: 1 },
          { kind: 'organisation', name: 'NHS Leeds CCG', more: 1 },
        ],
      },
    },
    'recommended',
  ])
})

const today = null

/** The same, checked, with its notice and its report out, decided and published on 19 November 2020. */
const publishedRequest = async (app: LeedsRoute) => {
  app.at('2020-10-15')
  const ready = await nextRequest(app)
  const funded = changed(await app.finance.requests.financeCheck.mutate({ ...at(ready), on: today, note: '' }))
  const cleared = changed(await app.s151.requests.legalCheck.mutate({ ...at(funded), on: today, note: '' }))
  const notice = { ...particulars, decisionTaker: 'Director of Resources and Housing' }
  const noticed = changed(await app.director.requests.publishNotice.mutate({ ...at(cleared), on: today, notice }))
  app.at('2020-11-12')
  const reported = changed(await app.director.requests.publishReport.mutate({ ...at(noticed), on: today }))
  app.at('2020-11-19')
  return await decidedAndPublished(app, reported)
}

const decidedAndPublished = async (app: LeedsRoute, request: { id: Id; revision: number }) => {
  const given = { on: today, outcome: 'approved' as const, wording: 'Given as asked.', reason: '', amended: null }
  const decided = changed(await app.resources.requests.decide.mutate({ ...at(request), ...given }))
  return changed(
    await app.secretary.requests.publishDecision.mutate({ ...at(decided), on: today, reference: 'ATS-2021' }),
  )
}

/** The programme as it is opened next morning, which brings about what time has made due. */
const openedAgain = async (app: LeedsRoute) => await app.viewer.programme.open.mutate({ path: 'Leeds' })

/** Authority at the infrastructure theme in 2021/22, in pounds. */
const authorityOf = async (app: LeedsRoute) => {
  const { balances } = await app.viewer.programme.screen.query({ asAt: null })
  const theme = app.themes('Infrastructure')
  return balances
    .filter(({ level, place, startYear }) => level === 'authority' && place.id === theme && startYear === 2021)
    .map(({ amount }) => amount / 100)
}

test('a next amount goes through its checks, its notice, its decision and the call-in window before it is authority', async () => {
  const app = await openRoute()
  const published = await publishedRequest(app)
  app.at('2020-11-26')
  const inWindow = await authorityOf(app)
  app.at('2020-11-27')
  await openedAgain(app)
  const { request, timeline } = await app.viewer.requests.screen.query({ asAt: null, id: published.id })
  expect({
    inWindow,
    after: await authorityOf(app),
    status: request.status,
    steps: timeline.map(({ operation }) => operation),
  }).toEqual({
    inWindow: [450_000],
    after: [1_050_000],
    status: 'effective',
    steps: [
      'requests.start',
      'requests.leave',
      'requests.validate',
      'requests.financeCheck',
      'requests.legalCheck',
      'requests.publishNotice',
      'requests.publishReport',
      'requests.decide',
      'requests.publishDecision',
      'decisions.takeEffect',
    ],
  })
})

test('a call-in refers the decision back, which is made and published again before it has effect', async () => {
  const app = await openRoute()
  const published = await publishedRequest(app)
  app.at('2020-11-24')
  const called = changed(
    await app.scrutiny.requests.callIn.mutate({
      ...at(published),
      on: today,
      signatories: 'Five members of council',
      grounds: 'The wards were not asked',
      scrutinyBoard: 'Scrutiny Board (Strategy and Resources)',
      hearingOn: on('2020-12-01'),
    }),
  )
  app.at('2020-12-01')
  const referred = changed(
    await app.scrutiny.requests.scrutinyOutcome.mutate({
      ...at(called),
      on: today,
      outcome: 'referred_back',
      note: 'Ask the wards first',
    }),
  )
  const meanwhile = await authorityOf(app)
  app.at('2020-12-03')
  const again = await decidedAndPublished(app, referred)
  app.at('2020-12-11')
  await openedAgain(app)
  const { request } = await app.viewer.requests.screen.query({ asAt: null, id: again.id })
  expect([called.status, referred.status, meanwhile, request.status, await authorityOf(app)]).toEqual([
    'called_in',
    'referred_back',
    [450_000],
    'effective',
    [1_050_000],
  ])
})

test('who wrote a request does not check it, in whatever role they come back', async () => {
  const app = await openRoute()
  app.at('2020-10-15')
  const ready = await nextRequest(app)
  const { people } = await app.viewer.people.screen.query()
  const director = people.find(({ id }) => id === app.idOf('director'))
  if (!director) throw new Error('The director is not there')
  const { id, revision, signInName, title, organisationId } = director
  const held = director.assignments.map(({ delegationLimit: _limit, ...each }) => each)
  const more = { role: 'finance_officer' as const, scope: { kind: 'programme' as const, id: null } }
  await app.administrator.people.change.mutate({
    ...{ id, revision, signInName, title, organisationId },
    assignments: [...held, { ...more, fromOn: app.today(), toOn: null }],
  })
  const asFinance = app.asPerson(app.idOf('director'), 'finance_officer')
  const events = await eventsOf(app.viewer, async () => {
    expect(await refusalOf(asFinance.requests.financeCheck.mutate({ ...at(ready), on: today, note: '' }))).toEqual({
      code: 'own-item',
      detail: { act: 'check' },
    })
  })
  expect(events).toEqual([])
})
