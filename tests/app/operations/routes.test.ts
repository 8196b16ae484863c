import { expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { changed, decisionOf, eventsOf, lineOn, nowhere, on, programmeApp, trailOf } from '../support/programmeApp.ts'
import { digitalBoard, draftedCase, proposed, shorterCallIn, waiverOf } from '../support/routeCommands.ts'

const routesApp = async () => {
  const app = await programmeApp()
  const administrator = app.as('administrator')
  const treasurer = app.as('s151_officer')
  const accept = async (proposal: { id: Id; revision: number }) =>
    changed(await treasurer.proposals.accept.mutate({ id: proposal.id, revision: proposal.revision }))
  const propose = async (input: Parameters<typeof administrator.proposals.propose.mutate>[0]) =>
    changed(await administrator.proposals.propose.mutate(input))
  const rules = () => app.me.rules.screen.query({ asAt: null })
  return { ...app, administrator, treasurer, accept, propose, rules }
}

const severityFrom = (fromOn: string, rule = 'R10', severity: 'stop' | 'warn' | 'note' = 'stop') => ({
  change: { kind: 'rule_severity' as const, severity: { rule, severity } },
  fromOn: on(fromOn),
  reason: 'Internal audit',
})

const routeOf = (boardId: Id, fromOn: string, isSingleBoard = true) => ({
  change: {
    kind: 'route' as const,
    route: {
      subjectKind: 'business_case' as const,
      name: 'One digital board',
      monitoredBy: [],
      isSingleBoard,
      stages: (['recommend', 'approve'] as const).map((act) => ({
        name: act,
        act,
        by: { kind: 'board' as const, boardId },
        deadlineWorkingDays: null,
      })),
    },
  },
  fromOn: on(fromOn),
  reason: 'One board where all chief executives sit',
})

test('a value that somebody else has accepted counts from its day on, for a decision recorded by hand too', async () => {
  const { propose, accept, rules, me, scheme, at } = await routesApp()
  await accept(await propose(shorterCallIn('2020-09-15', 2)))
  at('2020-09-20')
  const preview = (madeOn: string) =>
    me.decisions.preview.query(
      decisionOf('D1', [lineOn('allocation', scheme.id, 1)], {
        madeOn: on(madeOn),
        publishedOn: on(madeOn),
        isCallInEligible: true,
      }),
    )
  expect([
    (await preview('2020-09-14')).effectiveOn,
    (await preview('2020-09-15')).effectiveOn,
    (await rules()).ruleValues.map(({ rule, value, fromOn, source }) => [rule, value, fromOn, source]),
    (await rules()).proposals.map(({ status, proposer, decider }) => [status, proposer, decider]),
  ]).toEqual([
    '2020-09-22',
    '2020-09-18',
    [['call_in_working_days', 2, '2020-09-15', 'Constitution, part 4']],
    [['accepted', 'Administrator', 'Section 151 officer']],
  ])
})

test('nothing is different before a second person has accepted, and nothing is for what is refused or withdrawn', async () => {
  const { administrator, treasurer, propose, rules } = await routesApp()
  const refused = await propose(shorterCallIn('2020-09-15'))
  const withdrawn = await propose(shorterCallIn('2020-09-16'))
  await propose(shorterCallIn('2020-09-17'))
  await treasurer.proposals.refuse.mutate({ id: refused.id, revision: 1, reason: 'Council has not agreed' })
  await administrator.proposals.withdraw.mutate({ id: withdrawn.id, revision: 1, reason: 'Wrong day' })
  const { ruleValues, proposals } = await rules()
  expect([ruleValues, proposals.map(({ status, fromOn, answer }) => [status, fromOn, answer])]).toEqual([
    [],
    [
      ['proposed', '2020-09-17', ''],
      ['withdrawn', '2020-09-16', 'Wrong day'],
      ['refused', '2020-09-15', 'Council has not agreed'],
    ],
  ])
})

test('each step of a proposal is one event that says what it is about and why', async () => {
  const { me, propose, treasurer } = await routesApp()
  const events = await eventsOf(me, async () => {
    const { id } = await propose(shorterCallIn('2020-09-15'))
    await treasurer.proposals.refuse.mutate({ id, revision: 1, reason: 'Not agreed' })
  })
  expect([events, (await trailOf(me))[0]?.detail]).toEqual([
    ['proposals.propose | proposed | administrator', 'proposals.refuse | proposed → refused | s151_officer'],
    { fromOn: '2020-09-15', reason: 'Not agreed', summary: 'Call-in window: 3 working days' },
  ])
})

test('a refused step of a proposal writes nothing', async () => {
  const app = await routesApp()
  const { administrator, treasurer, me, propose, at } = app
  const pending = await proposed(app)
  const { id } = pending
  const late = await propose(shorterCallIn('2020-09-02', 4))
  const refusals = async () => {
    const found = [
      await refusalOf(administrator.proposals.accept.mutate({ id, revision: 1 })),
      await refusalOf(administrator.proposals.refuse.mutate({ id, revision: 1, reason: 'No' })),
      await refusalOf(treasurer.proposals.accept.mutate({ id, revision: 2 })),
      await refusalOf(treasurer.proposals.accept.mutate({ id: nowhere, revision: 1 })),
      await refusalOf(propose(shorterCallIn('2020-08-31'))),
      await refusalOf(propose(shorterCallIn('2020-09-20', 5))),
    ]
    at('2020-09-03')
    return [...found, await refusalOf(treasurer.proposals.accept.mutate({ id: late.id, revision: 1 }))]
  }
  let found: unknown
  const events = await eventsOf(me, async () => {
    found = await refusals()
  })
  expect([found, events]).toEqual([
    [
      { code: 'own-item', detail: { act: 'accept' } },
      { code: 'own-item', detail: { act: 'accept' } },
      { code: 'stale', detail: { entity: 'proposal', id } },
      { code: 'not-found', detail: { entity: 'proposal', id: nowhere } },
      { code: 'date-order', detail: { earlier: '2020-09-01', later: '2020-08-31' } },
      { code: 'nothing-changes', detail: {} },
      { code: 'date-order', detail: { earlier: '2020-09-03', later: '2020-09-02' } },
    ],
    [],
  ])
})

test('of two values for one day the second is refused when it is accepted', async () => {
  const { propose, accept } = await routesApp()
  const [first, second] = [await propose(shorterCallIn('2020-09-15', 3)), await propose(shorterCallIn('2020-09-15', 4))]
  await accept(first)
  expect(await refusalOf(accept(second))).toEqual({
    code: 'already-dated',
    detail: { what: 'value', on: '2020-09-15' },
  })
})

test('a value out of its range is refused before anybody looks at it', async () => {
  const { propose } = await routesApp()
  expect(await refusalOf(propose(shorterCallIn('2020-09-15', 0)))).toEqual({
    code: 'bad-request',
    detail: { fields: [{ path: 'change.ruleValue.value', message: 'custom' }] },
  })
})

test('a warning becomes a stop from its day on, and what is law is not changed at all', async () => {
  const { propose, accept, rules } = await routesApp()
  await accept(await propose(severityFrom('2020-09-15')))
  expect([
    (await rules()).severities,
    await refusalOf(propose(severityFrom('2020-09-15', 'R10', 'note'))),
    await refusalOf(propose(severityFrom('2020-09-16'))),
    await refusalOf(propose(severityFrom('2020-09-16', 'R05', 'note'))),
  ]).toEqual([
    [{ rule: 'R10', severity: 'stop', fromOn: '2020-09-15' }],
    { code: 'already-dated', detail: { what: 'severity', on: '2020-09-15' } },
    { code: 'nothing-changes', detail: {} },
    { code: 'cannot-change-rule', detail: { rule: 'R05' } },
  ])
})

test('a place with one digital board makes a route of its own, which counts from its day on', async () => {
  const app = await routesApp()
  const { propose, accept, me } = app
  const board = await digitalBoard(app)
  await accept(await propose(routeOf(board.id, '2020-09-15')))
  const { routes } = await me.routes.screen.query({ asAt: null })
  expect([
    routes.map(({ name, version, fromOn, stages }) => [name, version, fromOn, stages.map(({ act }) => act)]),
    await refusalOf(propose(routeOf(board.id, '2020-09-16', false))),
    await refusalOf(propose(routeOf(nowhere, '2020-09-16'))),
    await refusalOf(propose(routeOf(board.id, '2020-09-15'))),
  ]).toEqual([
    [['One digital board', 1, '2020-09-15', ['recommend', 'approve']]],
    { code: 'unlawful-route', detail: { problem: 'same-board', act: 'approve', stage: 'approve' } },
    { code: 'unlawful-route', detail: { problem: 'no-such-board', act: 'recommend', stage: 'recommend' } },
    { code: 'already-dated', detail: { what: 'route', on: '2020-09-15' } },
  ])
})

test('a change is tried on the last 12 months before it is proposed, and leaves no trace', async () => {
  const { me, scheme } = await routesApp()
  const record = (reference: string, amount: number) =>
    me.decisions.record.mutate(
      decisionOf(reference, [lineOn('allocation', scheme.id, amount), lineOn('authority', scheme.id, amount)]),
    )
  await record('D1', 300_000)
  await record('D2', 600_000)
  const change = {
    kind: 'rule_value' as const,
    ruleValue: { rule: 'key_decision_threshold' as const, value: 250_000_00 },
  }
  let effect: unknown
  const events = await eventsOf(me, async () => {
    effect = await me.proposals.preview.query({ change, fromOn: on('2020-09-15') })
  })
  expect([effect, events]).toEqual([{ of: 'decisions and requests', examined: 2, affected: 1 }, []])
})

test('a warning on a business case is let pass by somebody else until a day', async () => {
  const app = await routesApp()
  const { me, treasurer } = app
  const id = await draftedCase(app)
  const asked = changed(await me.waivers.ask.mutate(waiverOf(id)))
  await treasurer.waivers.approve.mutate({ id: asked.id, revision: 1 })
  const listed = await me.waivers.list.query({ asAt: null, subjectId: id })
  expect(
    listed.map(({ rule, status, asker, approver, expiresOn }) => [rule, status, asker, approver, expiresOn]),
  ).toEqual([['R10', 'approved', 'Programme director', 'Section 151 officer', '2020-10-01']])
})

test('a waiver is refused for a stop, for a day that is not to come, for nothing, and a second time', async () => {
  const app = await routesApp()
  const { me, treasurer, propose, accept } = app
  const id = await draftedCase(app)
  const asked = changed(await me.waivers.ask.mutate(waiverOf(id)))
  await treasurer.waivers.refuse.mutate({ id: asked.id, revision: 1, reason: 'Wait for the case' })
  const open = changed(await me.waivers.ask.mutate(waiverOf(id)))
  await accept(await propose(severityFrom('2020-09-01')))
  expect([
    await refusalOf(me.waivers.ask.mutate(waiverOf(id, { rule: 'R05' }))),
    await refusalOf(me.waivers.ask.mutate(waiverOf(id, { rule: 'R22', expiresOn: on('2020-09-01') }))),
    await refusalOf(me.waivers.ask.mutate(waiverOf(nowhere))),
    await refusalOf(treasurer.waivers.approve.mutate({ id: asked.id, revision: 2 })),
    await refusalOf(treasurer.waivers.approve.mutate({ id: open.id, revision: 2 })),
    await refusalOf(treasurer.waivers.approve.mutate({ id: open.id, revision: 1 })),
    await refusalOf(me.waivers.approve.mutate({ id: open.id, revision: 1 })),
  ]).toEqual([
    { code: 'cannot-waive', detail: { rule: 'R05' } },
    { code: 'date-order', detail: { earlier: '2020-09-02', later: '2020-09-01' } },
    { code: 'not-found', detail: { entity: 'business_case', id: nowhere } },
    { code: 'wrong-status', detail: { is: 'refused', needs: 'asked' } },
    { code: 'stale', detail: { entity: 'waiver', id: open.id } },
    { code: 'cannot-waive', detail: { rule: 'R10' } },
    { code: 'not-permitted', detail: { operation: 'waivers.approve', role: 'programme_director' } },
  ])
})

test('a proposal and a question for a waiver that are sent twice, as by a double click, are one event each', async () => {
  const app = await routesApp()
  const id = await draftedCase(app)
  const twice = async (send: () => Promise<unknown>) => await Promise.all([send(), send()])
  const events = await eventsOf(app.me, async () => {
    await twice(() => app.administrator.proposals.propose.mutate(shorterCallIn('2020-09-15')))
    await twice(() => app.me.waivers.ask.mutate(waiverOf(id)))
  })
  expect(events).toEqual(['proposals.propose | proposed | administrator', 'waivers.ask | asked | programme_director'])
})
