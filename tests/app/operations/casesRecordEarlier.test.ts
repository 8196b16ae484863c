import { expect, test } from 'vitest'
import { routes } from '../../../db/subjects.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { accepted, type CaseApp, caseApp, decided, earlierCase, givenPerson } from '../support/caseApp.ts'
import { changed, eventsOf, nowhere, on, programmeApp } from '../support/programmeApp.ts'
import { digitalBoard, written } from '../support/routeCommands.ts'

const entered = async (app: CaseApp, change: object = {}) =>
  changed(await app.secretary.cases.recordEarlier.mutate({ ...earlierCase(app), ...change }))

const refused = async (app: CaseApp, change: object) =>
  await refusalOf(app.secretary.cases.recordEarlier.mutate({ ...earlierCase(app), ...change }))

test('a case that a board had recommended before comes in as recommended, with where that is said, in one event', async () => {
  const app = await caseApp()
  const events = await eventsOf(app.me, () => entered(app))
  const [row] = (await app.me.cases.list.query({ asAt: null })).rows
  const { businessCase } = await app.me.cases.screen.query({ asAt: null, id: row?.id ?? nowhere })
  expect({ events, businessCase }).toEqual({
    events: ['cases.recordEarlier | entered as recommended | board_secretary'],
    businessCase: expect.objectContaining({
      ...earlierCase(app),
      status: 'recommended',
      reference: 'BC001',
      stagesPassed: 1,
      submittedOn: null,
      approvedOn: null,
      approved: [],
    }),
  })
})

test('where its source is silent its checklist stays open, and it waits for the board that approves', async () => {
  const app = await caseApp()
  const { id } = await entered(app)
  const { checklist } = await app.me.cases.screen.query({ asAt: null, id })
  const [row] = (await app.me.cases.list.query({ asAt: null })).rows
  expect({
    open: checklist.filter(({ isDone }) => !isDone).map(({ field }) => field),
    wait: row?.wait,
  }).toEqual({
    open: [
      'sections.strategic',
      'sections.economic',
      'options.do_nothing',
      'options.preferred',
      'sections.commercial',
      'sections.financial',
      'costs.0.sourceId',
      'sections.management',
      'assurance.edci.status',
      'assurance.dpia.status',
      'assurance.technical_fit.status',
      'benefits',
      'risks',
      'hasInterest',
    ],
    wait: { kind: 'board', boardId: app.board.id, name: app.board.name, act: 'approve' },
  })
})

test('the board that approves takes it from there, and those who are said to have written it do not', async () => {
  const app = await caseApp()
  const { id } = await entered(app)
  const writer = await refusalOf(
    app.as('board_secretary').cases.recordEarlier.mutate({ ...earlierCase(app), writers: ['board_secretary'] }),
  )
  const approved = await decided(app, id, 'approve', { result: 'approved' })
  expect([writer, approved.status, approved.approved.map(({ amount }) => amount)]).toEqual([
    { code: 'own-item', detail: { act: 'accept' } },
    'approved',
    [100_00],
  ])
})

test('a day that has not come, a writer whom nobody knows and a place that is not said are refused', async () => {
  const app = await caseApp()
  const inRoles = [
    await refused(app, { recommendedOn: on('2020-09-02') }),
    await refused(app, { writers: ['Somebody'] }),
    (await refused(app, { statedIn: ' ' })).code,
  ]
  await givenPerson(app, 'Scheme lead, records', ['scheme_lead'])
  expect([...inRoles, await refused(app, { writers: ['scheme_lead'] })]).toEqual([
    { code: 'date-order', detail: { earlier: '2020-09-02', later: '2020-09-01' } },
    { code: 'not-found', detail: { entity: 'account', id: 'Somebody' } },
    'bad-request',
    { code: 'not-found', detail: { entity: 'account', id: 'scheme_lead' } },
  ])
})

test('a second case of the same scheme, stage and year is refused', async () => {
  const app = await caseApp()
  await entered(app)
  const twin = await refused(app, {})
  const other = await caseApp()
  await accepted(other)
  expect([twin, await refused(other, { stage: 'bjc' })]).toEqual([
    { code: 'duplicate-case', detail: { reference: 'BC001' } },
    { code: 'duplicate-case', detail: { reference: 'BC001' } },
  ])
})

test('the form offers the schemes, the sources, whoever can have written it, and says which step it waits for', async () => {
  const app = await caseApp()
  const { schemes, sources, writers, waitsFor } = await app.secretary.cases.entry.query({ asAt: null })
  await givenPerson(app, 'Scheme lead, records', ['scheme_lead'])
  const people = (await app.secretary.cases.entry.query({ asAt: null })).writers
  expect({
    schemes: schemes.map(({ name }) => name),
    sources: sources.map(({ id }) => id),
    roles: writers.length,
    people: people.map(({ title }) => title),
    waitsFor,
  }).toEqual({
    schemes: [app.scheme.name],
    sources: [app.source.id],
    roles: 11,
    people: ['Scheme lead, records'],
    waitsFor: 'To approve',
  })
})

test('without a route, and on a route on which no board recommends, nothing is entered', async () => {
  const bare = await programmeApp()
  const enter = () => refusalOf(bare.as('board_secretary').cases.recordEarlier.mutate(earlierCase(bare)))
  const without = await enter()
  const board = await digitalBoard(bare)
  const by = { kind: 'board' as const, boardId: board.id }
  await written(bare, (change) =>
    routes.insert(change, {
      id: bare.ports.newId(),
      revision: 1,
      isRemoved: false,
      subjectKind: 'business_case',
      name: 'Business case',
      version: 1,
      stages: [{ id: bare.ports.newId(), name: 'Approval', act: 'approve', by, deadlineWorkingDays: null }],
      monitoredBy: [],
      isSingleBoard: true,
      fromOn: on('2020-01-01'),
    }),
  )
  expect([without, await enter()]).toEqual([
    { code: 'no-route', detail: {} },
    { code: 'not-next', detail: { act: 'recommend', next: 'Approval' } },
  ])
})

test('what was entered is approved at no meeting before the day of its entry', async () => {
  const app = await caseApp()
  const { id } = await entered(app, { recommendedOn: on('2020-03-01') })
  app.at('2020-09-10')
  const onAgenda = async (heldOn: string) => {
    const plan = { boardId: app.board.id, kind: 'meeting' as const, heldOn: on(heldOn), venue: '' }
    const meeting = changed(await app.secretary.meetings.plan.mutate(plan))
    const item = { subjectKind: 'business_case' as const, subjectId: id, title: null, isExempt: false }
    return await app.secretary.meetings.addItem.mutate({ id: meeting.id, revision: meeting.revision, ...item })
  }
  expect([await refusalOf(onAgenda('2020-08-31')), changed(await onAgenda('2020-09-01')).items.length]).toEqual([
    { code: 'date-order', detail: { earlier: '2020-09-01', later: '2020-08-31' } },
    1,
  ])
})
