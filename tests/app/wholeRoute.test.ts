import { expect, test } from 'vitest'
import type { OutcomeResult } from '../../domain/board/meeting.ts'
import type { Id } from '../../domain/id.ts'
import { refusalOf, type TestApp } from '../support/openTestApp.ts'
import { type contentsFor, fieldsFor } from './support/caseApp.ts'
import { leedsApps } from './support/leedsApp.ts'
import { leedsPeople } from './support/leedsPeople.ts'
import { changed, decisionOf, eventsOf, on, pounds } from './support/programmeApp.ts'
import { particulars } from './support/requestApp.ts'

const openLeeds = leedsApps()

/** The Leeds sample with the people who take part, and a way for them to do their parts. */
const leedsRoute = async () => {
  const app = await openLeeds()
  const { idOf, person } = await leedsPeople(app)
  const viewer = app.as('viewer')
  const facts = await viewer.programme.screen.query({ asAt: null })
  const named = (all: { id: Id; name: string }[], name: string): Id => {
    const found = all.find((each) => each.name === name)
    if (!found) throw new Error(`The sample has no ${name}`)
    return found.id
  }
  const boards = (await viewer.boards.list.query({ asAt: null })).boards
  return {
    ...app,
    idOf,
    viewer,
    programmeId: facts.programme.id,
    schemes: (name: string) => named(facts.schemes, name),
    themes: (name: string) => named(facts.themes, name),
    sources: (name: string) => named(facts.sources, name),
    boards: (name: string) => named(boards, name),
    lead: person('lead-infrastructure', 'scheme_lead'),
    director: person('director', 'programme_director'),
    finance: person('finance', 'finance_officer'),
    s151: person('s151', 's151_officer'),
    resources: person('resources', 'decision_taker'),
    secretary: person('secretary', 'board_secretary'),
    scrutiny: person('scrutiny', 'scrutiny_officer'),
    administrator: person('administrator', 'administrator'),
    chair: (key: string) => person(key, 'board_chair'),
    member: (key: string) => person(key, 'board_member'),
  }
}
type LeedsRoute = Awaited<ReturnType<typeof leedsRoute>>

const at = ({ id, revision }: { id: Id; revision: number }) => ({ id, revision })

/** The Estates case as its scheme lead writes it, £245,000 over the two years, accepted by the board secretary. */
const estatesCase = async (app: LeedsRoute) => {
  const begun = changed(
    await app.lead.cases.start.mutate({ schemeId: app.schemes('Estates blueprinting'), stage: 'bjc' }),
  )
  const source = { id: app.sources('Government Grant') } as Parameters<typeof contentsFor>[0]['source']
  const costs = [
    { path: `costs.2020.${source.id}.capital`, base: null, value: pounds(95_000) },
    { path: `costs.2021.${app.sources('Dept Borrowing')}.capital`, base: null, value: pounds(150_000) },
  ]
  const fields = fieldsFor({ source }).filter(({ path }) => !path.startsWith('costs.'))
  await app.lead.cases.saveDraft.mutate({ id: begun.id, baseRevision: begun.revision, fields: [...fields, ...costs] })
  const written = changed(await app.lead.cases.leave.mutate({ id: begun.id }))
  const submitted = changed(await app.lead.cases.submit.mutate(at(written)))
  return changed(await app.secretary.cases.accept.mutate(at(submitted)))
}

/** A meeting of a board with a case on its published agenda; the clock stands at its day. */
const meetingWith = async (app: LeedsRoute, boardName: string, heldOn: string, caseId: Id) => {
  const { secretary } = app
  const planned = changed(
    await secretary.meetings.plan.mutate({
      boardId: app.boards(boardName),
      kind: 'meeting',
      heldOn: on(heldOn),
      venue: 'Civic Hall',
    }),
  )
  const item = { subjectKind: 'business_case' as const, subjectId: caseId, title: null, isExempt: false }
  const added = changed(await secretary.meetings.addItem.mutate({ ...at(planned), ...item }))
  const { id } = changed(await secretary.meetings.publishAgenda.mutate(at(added)))
  app.at(heldOn)
  return id
}

const meetingNow = async (app: LeedsRoute, id: Id) => await app.secretary.meetings.screen.query({ asAt: null, id })

const present = async (app: LeedsRoute, id: Id, keys: string[]) => {
  const { meeting, seats } = await meetingNow(app, id)
  const attendance = keys.map((key) => {
    const accountId = app.idOf(key)
    const seat = seats.find((each) => each.accountId === accountId)
    return { seatId: seat?.id ?? accountId, accountId, presence: 'present' as const }
  })
  await app.secretary.meetings.recordAttendance.mutate({ ...at(meeting), attendance })
}

const voteFor = async (app: LeedsRoute, id: Id, keys: string[]) => {
  const { meeting } = await meetingNow(app, id)
  const [item] = meeting.items
  if (!item) throw new Error('The agenda is empty')
  for (const key of keys) {
    await app.member(key).meetings.vote.mutate({ id, itemId: item.id, paperId: item.paperId, vote: 'for', note: '' })
  }
}

const record = async (app: LeedsRoute, id: Id, result: OutcomeResult, conditions: object[] = []) => {
  const { meeting } = await meetingNow(app, id)
  const itemId = meeting.items[0]?.id ?? id
  const outcome = { result, wording: 'As recommended.', reason: '', conditions: conditions as [] }
  return await app.secretary.meetings.recordOutcome.mutate({ ...at(meeting), itemId, ...outcome })
}

const confirm = async (app: LeedsRoute, id: Id, chair: string) => {
  const { meeting } = await meetingNow(app, id)
  return await app.chair(chair).meetings.confirmItem.mutate({ ...at(meeting), itemId: meeting.items[0]?.id ?? id })
}

const fundBoard = ['ccg-finance', 'commissioning', 'ccg-commissioning']
const executive = ['adults', 'ccg-chief', 'public-health']

const recommended = async (app: LeedsRoute) => {
  const about = await estatesCase(app)
  const id = await meetingWith(app, 'Better Care Fund Board', '2020-09-10', about.id)
  await present(app, id, fundBoard)
  await voteFor(app, id, fundBoard)
  await record(app, id, 'recommended')
  await confirm(app, id, 'ccg-finance')
  return about
}

const caseNow = async (app: LeedsRoute, id: Id) =>
  (await app.viewer.cases.screen.query({ asAt: null, id })).businessCase

/** Released by year at a scheme, in pounds. */
const releasedAt = async (app: TestApp, schemeId: Id) => {
  const { balances } = await app.as('viewer').programme.screen.query({ asAt: null })
  return balances
    .filter(({ level, place }) => level === 'released' && place.id === schemeId)
    .map(({ startYear, amount }) => [startYear, amount / 100])
}

test('a case goes from its scheme lead through both boards to money that may be spent, by people who each do one part', async () => {
  const app = await leedsRoute()
  const estates = app.schemes('Estates blueprinting')
  const about = await recommended(app)
  const id = await meetingWith(app, 'Integrated Care Executive', '2020-09-24', about.id)
  await present(app, id, executive)
  await voteFor(app, id, executive)
  const condition = { text: 'Agree the design with every partner', owner: 'Scheme lead, infrastructure' }
  await record(app, id, 'approved_with_conditions', [{ ...condition, dueOn: on('2020-12-01'), isAfterRelease: false }])
  await confirm(app, id, 'ccg-chief')
  const approved = await caseNow(app, about.id)
  const before = await releasedAt(app, estates)
  app.at('2020-10-05')
  const conditionId = approved.conditions[0]?.id ?? about.id
  const met = changed(
    await app.lead.cases.meetCondition.mutate({ ...at(approved), conditionId, evidence: 'The signed design' }),
  )
  const events = await eventsOf(app.viewer, () =>
    app.secretary.cases.dischargeCondition.mutate({ ...at(met), conditionId }),
  )
  const { decisions } = await app.viewer.programme.screen.query({ asAt: null })
  const release = decisions.find((each) => each.about?.id === about.id)
  expect({
    approved: approved.status,
    before,
    events,
    after: (await caseNow(app, about.id)).status,
    released: await releasedAt(app, estates),
    decision: [release?.decisionTaker, release?.kind, release?.status, release?.paperSha256?.length],
    faults: (await app.viewer.audit.verify.mutate()).faults,
  }).toEqual({
    approved: 'approved_with_conditions',
    before: [],
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
  const app = await leedsRoute()
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

/** A request of the director for £600,000 more for infrastructure in 2021/22, once that is allocated. */
const nextRequest = async (app: LeedsRoute) => {
  const { finance, director } = app
  const grant = app.sources('Government Grant')
  const place = { kind: 'programme' as const, id: app.programmeId }
  const allocation = {
    level: 'allocation' as const,
    place,
    startYear: 2021,
    sourceId: grant,
    nature: 'capital' as const,
  }
  await finance.decisions.record.mutate(
    decisionOf('CAPITAL-2021', [{ ...allocation, amount: pounds(600_000) }] as never, { madeOn: app.today() }),
  )
  const { id, revision } = changed(
    await director.requests.start.mutate({
      reference: 'REQUEST-2021',
      title: 'Authority to spend £600,000 on infrastructure in 2021/22',
      decisionTaker: 'Director of Resources and Housing',
      decisionDueOn: on('2020-11-19'),
      linesBy: 'nothing',
    }),
  )
  const fields = [
    { path: `lines.theme.${app.themes('Infrastructure')}.2021.none.capital`, base: null, value: pounds(600_000) },
    { path: `funding.${grant}.2021`, base: null, value: pounds(600_000) },
    { path: 'cover.hasEqualityImplications', base: null, value: false },
    { path: 'narrative.recommendations', base: '', value: 'Give authority to spend £600,000 of grant.' },
  ]
  await director.requests.saveDraft.mutate({ id, baseRevision: revision, fields })
  const written = changed(await director.requests.leave.mutate({ id }))
  return changed(await director.requests.validate.mutate(at(written)))
}

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
  const app = await leedsRoute()
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
  const app = await leedsRoute()
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
  const app = await leedsRoute()
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
