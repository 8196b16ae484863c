import { expect, test } from 'vitest'
import type { ChangeKind, ChangeLine } from '../../../domain/change/changeRequest.ts'
import { oppositeChange } from '../../../domain/change/oppositeChange.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import {
  decisionOn,
  laterBy,
  laterLines,
  postedChange,
  scenarioOf,
  sentChange,
  triedIn,
  withMoney,
} from '../support/changeCommands.ts'
import {
  addScheme,
  balancesOf,
  changed,
  decisionOf,
  eventsOf,
  grant,
  lineOn,
  on,
  type ProgrammeApp,
  planCell,
  pounds,
  programmeApp,
} from '../support/programmeApp.ts'

const funded = async () => {
  const app = await programmeApp()
  await withMoney(app)
  return app
}

/** The code with which a call is refused. */
const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code

const statusOf = async ({ me }: ProgrammeApp, id: Parameters<typeof me.changes.screen.query>[0]['id']) =>
  (await me.changes.screen.query({ asAt: null, id })).change.status

test('an approved change is posted at once as one movement of plan, allocation and authority, and as at before nothing has moved', async () => {
  const app = await funded()
  const { id, revision } = await sentChange(app)
  expect(await balancesOf(app.me)).toEqual(['allocation 2020 100000', 'authority 2020 100000', 'plan 2020 100000'])
  const events = await eventsOf(app.me, () => app.me.changes.approve.mutate({ id, revision, answer: 'Agreed' }))
  expect(events).toEqual([
    'changes.approve | sent → approved | programme_director',
    'decisions.takeEffect | made → effective | system',
  ])
  const { change, decision } = await app.me.changes.screen.query({ asAt: null, id })
  const { movements } = await app.me.decisions.screen.query({ asAt: null, id: change.decisionId as Id })
  expect([
    change.status,
    decision?.reference,
    movements.map(({ kind, entries }) => [kind, entries.map(({ level, amount }) => `${level} ${amount / 100}`)]),
    (await balancesOf(app.me)).sort(),
    (await app.me.audit.verify.mutate()).faults,
  ]).toEqual([
    'posted',
    'Change 1',
    [
      [
        'reprofile',
        ['plan -40000', 'plan 40000', 'allocation -40000', 'allocation 40000', 'authority -40000', 'authority 40000'],
      ],
    ],
    [
      'allocation 2020 60000',
      'allocation 2021 40000',
      'authority 2020 60000',
      'authority 2021 40000',
      'plan 2020 60000',
      'plan 2021 40000',
    ],
    [],
  ])
})

test('whoever wrote a change neither approves, refuses, reverses it nor records its decision, in whichever role', async () => {
  const app = await funded()
  const own = changed(await app.me.changes.raise.mutate(laterBy(app, 1000)))
  const seen = { id: own.id, revision: own.revision }
  expect([
    await codeOf(app.me.changes.approve.mutate({ ...seen, answer: '' })),
    await codeOf(app.me.changes.refuse.mutate({ ...seen, reason: 'No' })),
    await codeOf(app.me.changes.recordDecision.mutate(decisionOn(own))),
    await codeOf(app.as('finance_officer').changes.withdraw.mutate({ ...seen, reason: 'Not mine' })),
  ]).toEqual(['own-item', 'own-item', 'own-item', 'not-proposer'])
  await app.as('s151_officer').changes.approve.mutate({ ...seen, answer: '' })
  const { change } = await app.me.changes.screen.query({ asAt: null, id: own.id })
  expect(await codeOf(app.me.changes.reverse.mutate({ id: own.id, revision: change.revision, reason: 'No' }))).toBe(
    'own-item',
  )
})

test('what was approved for a scheme in the year counts along, so that splitting a change does not bring it under the limit', async () => {
  const app = await funded()
  await app.me.plan.set.mutate({ cells: [planCell(app.scheme.id, 900_000, { was: 100_000 })] })
  const place = { kind: 'programme' as const, id: app.programme.id }
  const more = (['allocation', 'authority'] as const).map((level) =>
    lineOn(level, app.scheme.id, 800_000, { place, sourceId: app.source.id }),
  )
  await app.me.decisions.record.mutate(decisionOf('D1', more))
  const halves = [await sentChange(app, 60_000), await sentChange(app, 60_000)] as const
  expect(halves.map(({ route }) => [route.approver, route.cumulative])).toEqual([
    ['programme_director', pounds(60_000)],
    ['programme_director', pounds(60_000)],
  ])
  const [first, second] = halves
  await app.me.changes.approve.mutate({ id: first.id, revision: first.revision, answer: '' })
  const seen = { id: second.id, revision: second.revision, answer: '' }
  expect(await codeOf(app.me.changes.approve.mutate(seen))).toBe('higher-approval')
  await app.as('s151_officer').changes.approve.mutate(seen)
  const { change } = await app.me.changes.screen.query({ asAt: null, id: second.id })
  expect([change.status, change.route.approver, change.route.cumulative]).toEqual([
    'posted',
    's151_officer',
    pounds(120_000),
  ])
})

test('a limit counts from its day on, and holds on the day of the approval', async () => {
  const app = await funded()
  const sent = await sentChange(app)
  const proposal = changed(
    await app.as('administrator').proposals.propose.mutate({
      change: {
        kind: 'rule_value',
        ruleValue: { rule: 'change_limit_programme_director', value: pounds(10_000) },
      },
      fromOn: on('2020-09-02'),
      reason: 'Financial regulations, part 3',
    }),
  )
  await app.as('s151_officer').proposals.accept.mutate({ id: proposal.id, revision: proposal.revision })
  app.at('2020-09-02')
  const seen = { id: sent.id, revision: sent.revision, answer: '' }
  expect(await codeOf(app.me.changes.approve.mutate(seen))).toBe('higher-approval')
  await app.as('s151_officer').changes.approve.mutate(seen)
  expect(await statusOf(app, sent.id)).toBe('posted')
})

test('a decision taker approves up to what is delegated to them on that day', async () => {
  const app = await funded()
  const whole = { kind: 'programme' as const, id: null }
  const { id: accountId } = changed(
    await app.as('administrator').people.add.mutate({
      signInName: 'taker',
      title: 'Director of Resources',
      organisationId: null,
      password: null,
      assignments: [{ role: 'decision_taker', scope: whole, fromOn: on('2020-04-01'), toOn: null }],
    }),
  )
  const limitFrom = async (fromOn: string, amount: number) => {
    const { id, revision } = changed(
      await app.as('administrator').proposals.propose.mutate({
        change: {
          kind: 'delegation_limit',
          limit: { accountId, role: 'decision_taker', scope: whole, amount: pounds(amount) },
        },
        fromOn: on(fromOn),
        reason: 'Scheme of delegation',
      }),
    )
    await app.as('s151_officer').proposals.accept.mutate({ id, revision })
  }
  await limitFrom('2020-09-01', 30_000)
  await limitFrom('2020-09-10', 50_000)
  const { id, revision } = await sentChange(app)
  const approve = () => app.asPerson(accountId, 'decision_taker').changes.approve.mutate({ id, revision, answer: '' })
  expect(await refusalOf(approve())).toEqual({
    code: 'over-limit',
    detail: { limit: pounds(30_000), amount: pounds(40_000) },
  })
  app.at('2020-09-10')
  await approve()
  expect(await statusOf(app, id)).toBe('posted')
})

test('an injection needs a decision on record, which posts it after its call-in window, and until then it can be withdrawn', async () => {
  const app = await funded()
  const lines = laterLines(app, 5000).filter(({ amount, level }) => amount > 0 && level !== 'authority')
  const raised = changed(
    await app.as('finance_officer').changes.raise.mutate({ ...laterBy(app, 5000), kind: 'injection', lines }),
  )
  const seen = { id: raised.id, revision: raised.revision }
  expect([raised.route.approver, await codeOf(app.me.changes.approve.mutate({ ...seen, answer: '' }))]).toEqual([
    'decision',
    'higher-approval',
  ])
  const approved = changed(await app.me.changes.recordDecision.mutate(decisionOn(raised)))
  const before = await statusOf(app, raised.id)
  app.at('2020-09-30')
  await scenarioOf(app)
  expect([before, await statusOf(app, raised.id), await balancesOf(app.me)]).toEqual([
    'approved',
    'posted',
    ['allocation 2020 100000', 'authority 2020 100000', 'allocation 2021 5000', 'plan 2020 100000', 'plan 2021 5000'],
  ])
  const late = { id: raised.id, revision: approved.revision + 1, reason: 'Too late' }
  expect(await codeOf(app.as('finance_officer').changes.withdraw.mutate(late))).toBe('wrong-status')
})

test('a key decision on a change needs its notice, 28 clear days before or by a lawful way without', async () => {
  const app = await funded()
  const lines = laterLines(app, 600_000).filter(({ amount, level }) => amount > 0 && level !== 'authority')
  const raised = changed(
    await app.as('finance_officer').changes.raise.mutate({ ...laterBy(app, 600_000), kind: 'injection', lines }),
  )
  const record = (notice: Parameters<typeof app.me.changes.recordDecision.mutate>[0]['notice']) =>
    app.me.changes.recordDecision.mutate({ ...decisionOn(raised), notice })
  const late = { publishedOn: on('2020-08-20'), agreement: '' }
  expect([
    await codeOf(record(null)),
    await codeOf(record({ ...late, route: 'notice' })),
    await codeOf(record({ ...late, route: 'general_exception' })),
    await codeOf(app.me.changes.recordDecision.mutate({ ...decisionOn(raised), madeOn: on('2020-09-02') })),
  ]).toEqual(['notice-incomplete', 'too-little-notice', 'agreement-missing', 'future-day'])
  await record({ route: 'notice', publishedOn: on('2020-08-01'), agreement: '' })
  const { decision, change } = await app.me.changes.screen.query({ asAt: null, id: raised.id })
  expect([change.status, decision?.effectiveOn]).toEqual(['approved', '2020-09-09'])
})

test('a reversed change gives every line back and counts no more; its movement is reversed nowhere else', async () => {
  const app = await funded()
  const before = await balancesOf(app.me)
  const posted = await postedChange(app)
  const { movements } = await app.me.decisions.screen.query({ asAt: null, id: posted.decisionId as Id })
  const elsewhere = { movementId: movements[0]?.id as Id, reason: 'Wrong' }
  expect(await codeOf(app.me.decisions.reverseMovement.mutate(elsewhere))).toBe('still-in-use')
  const seen = { id: posted.id, revision: posted.revision, reason: 'The supplier starts now' }
  await app.as('s151_officer').changes.reverse.mutate(seen)
  const after = await balancesOf(app.me)
  const again = await sentChange(app)
  expect([
    after.filter((line) => !line.endsWith(' 0')),
    await statusOf(app, posted.id),
    again.route.cumulative,
    (await app.me.audit.verify.mutate()).faults,
  ]).toEqual([before, 'reversed', pounds(40_000), []])
})

test('the register holds every change in the columns of the return, with its route, approver, decision and day', async () => {
  const app = await funded()
  await postedChange(app)
  const { id, revision } = await sentChange(app, 1000)
  await app.me.changes.refuse.mutate({ id, revision, reason: 'Not this year' })
  const { rows } = await app.me.changes.list.query({ asAt: null })
  const of = { kind: 'reprofile', movedFrom: 'Portal', themeFrom: 'Records', movedTo: 'Portal', themeTo: 'Records' }
  const reason = 'The supplier starts in spring'
  expect(rows.map(({ id: _, ...row }) => row)).toEqual([
    {
      ...of,
      number: 2,
      status: 'refused',
      amount: pounds(1000),
      whatChanges: '£1000 of the portal moves to 2021/22',
      reason,
      standing: 'Cancelled',
      period: '2020/21 P6',
      route: 'Programme director',
      approver: 'Programme director',
      decisionRef: '',
      postedOn: null,
    },
    {
      ...of,
      number: 1,
      status: 'posted',
      amount: pounds(40_000),
      whatChanges: '£40000 of the portal moves to 2021/22',
      reason,
      standing: 'Actual',
      period: '2020/21 P6',
      route: 'Programme director',
      approver: 'Programme director',
      decisionRef: 'Change 1',
      postedOn: '2020-09-01',
    },
  ])
})

test('a preview says what a change does, what to mind, who approves it and what stops it, and leaves no trace', async () => {
  const app = await funded()
  const preview = (amount: number) =>
    app.me.changes.preview.query({ kind: 'reprofile', lines: laterLines(app, amount), scenarioId: null })
  const events = await eventsOf(app.me, () => preview(40_000))
  const { effect, warnings, route, refusal } = await preview(40_000)
  const over = await app.me.changes.preview.query({
    kind: 'reprofile',
    lines: laterLines(app, 40_000).filter(({ level }) => level !== 'authority'),
    scenarioId: null,
  })
  expect([
    events,
    effect.rows.map(({ level, name, years }) => [level, name, years.map(({ before, after }) => [before, after])]),
    effect.programme.map(({ before, after }) => after - before),
    warnings,
    route.approver,
    refusal,
    over.refusal?.code,
  ]).toEqual([
    [],
    [
      [
        'plan',
        'Portal',
        [
          [pounds(100_000), pounds(60_000)],
          [0, pounds(40_000)],
        ],
      ],
      [
        'allocation',
        'Records for all',
        [
          [pounds(100_000), pounds(60_000)],
          [0, pounds(40_000)],
        ],
      ],
      [
        'authority',
        'Records for all',
        [
          [pounds(100_000), pounds(60_000)],
          [0, pounds(40_000)],
        ],
      ],
    ],
    [0, 0, 0],
    [{ kind: 'spend-by-not-recorded', source: 'Grant' }],
    'programme_director',
    null,
    'over-allocation',
  ])
})

test('what a change would break it is not sent with: lines that do not net, go the wrong way, lose their funding, or are none', async () => {
  const app = await funded()
  const raise = (kind: ChangeKind, lines: ChangeLine[]) =>
    codeOf(app.me.changes.raise.mutate({ ...laterBy(app, 1), kind, lines }))
  const later = laterLines(app, 1000)
  const [taken] = later
  expect([
    await raise('reprofile', later.slice(0, 1)),
    await raise('acceleration', later),
    await raise('injection', later),
    await raise('reprofile', later.slice(0, 2)),
    await raise('virement', [{ ...(taken as ChangeLine), amount: pounds(0) }]),
  ]).toEqual(['not-net-zero', 'wrong-direction', 'wrong-direction', 'funding-not-carried', 'empty-change'])
})

test('a change waits in the inbox of the office that its route names, and not in that of whoever wrote it', async () => {
  const app = await funded()
  await sentChange(app)
  const waiting = async (role: Role) =>
    (await app.as(role).inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })).lines.map(
      ({ act, reference, amount }) => [act, reference, amount],
    )
  const line = ['approve_change', 'Change 1', pounds(40_000)]
  expect([
    await waiting('programme_director'),
    await waiting('s151_officer'),
    await waiting('decision_taker'),
    await waiting('finance_officer'),
  ]).toEqual([[line], [line], [], []])
})

test('a scenario touches no money; its chosen changes become requests, and nobody who wrote in it approves them', async () => {
  const app = await funded()
  const before = await balancesOf(app.me)
  const tried = await triedIn(app)
  const one = await app.me.scenarios.screen.query({ asAt: null, id: tried.id })
  const untouched = await balancesOf(app.me)
  const seen = { id: tried.id, revision: tried.revision, changeIds: tried.changes.map(({ id }) => id) }
  const raised = changed(await app.as('finance_officer').scenarios.raise.mutate(seen))
  const { change, scenario } = await app.me.changes.screen.query({
    asAt: null,
    id: raised.changes[0]?.changeId as Id,
  })
  const approval = { id: change.id, revision: change.revision, answer: '' }
  expect([
    one.chosen?.comparison.rows.map(({ level, name, before: live, years }) => [level, name, live, years.length]),
    untouched,
    scenario?.name,
    change.writers,
    await codeOf(app.me.changes.approve.mutate(approval)),
    await codeOf(app.me.scenarios.raise.mutate({ ...seen, revision: raised.revision })),
  ]).toEqual([
    [
      ['plan', 'Portal', pounds(100_000), 2],
      ['allocation', 'Records for all', pounds(100_000), 2],
      ['authority', 'Records for all', pounds(100_000), 2],
    ],
    before,
    'Later start',
    ['finance_officer', 'programme_director'],
    'own-item',
    'wrong-status',
  ])
})

test('plan moves by no recorded decision, only by a change', async () => {
  const app = await funded()
  const decision = decisionOf('D2', [lineOn('plan', app.scheme.id, 1)])
  expect(await codeOf(app.me.decisions.record.mutate(decision))).toBe('bad-request')
})

test('the funding tables stay drawn for the decision that gave authority, and not for a change that moved it', async () => {
  const app = await funded()
  await postedChange(app)
  const { report } = await app.me.funding.screen.query({ asAt: null, decisionId: null })
  expect(report.decision?.reference).toBe('D0')
})

test('a lead of one scheme asks for changes of that scheme, whose funding stands on the programme, and of no other', async () => {
  const app = await funded()
  const other = await addScheme(app.me, app.theme.id, 'Viewer')
  await app.me.plan.set.mutate({ cells: [planCell(other.id, 1000)] })
  const scope = { kind: 'scheme' as const, id: app.scheme.id }
  const lead = changed(
    await app.as('administrator').people.add.mutate({
      signInName: 'lead',
      title: 'Portal lead',
      organisationId: null,
      password: null,
      assignments: [{ role: 'scheme_lead', scope, fromOn: on('2020-04-01'), toOn: null }],
    }),
  )
  const raise = app.asPerson(lead.id, 'scheme_lead').changes.raise
  const theirs = laterBy({ ...app, scheme: other }, 1000)
  expect([changed(await raise.mutate(laterBy(app, 1000))).status, await codeOf(raise.mutate(theirs))]).toEqual([
    'sent',
    'outside-scope',
  ])
})

test('money is taken only from where there is some: when it is sent, and still when it is approved', async () => {
  const app = await funded()
  const loan = changed(
    await app.me.sources.add.mutate({ ...grant, name: 'Loan', category: 'prudential_borrowing' as const }),
  )
  const other = await addScheme(app.me, app.theme.id, 'Viewer')
  const plan = (schemeId: Id, amount: number) => lineOn('plan', schemeId, amount) as ChangeLine
  const place = { kind: 'programme' as const, id: app.programme.id }
  const paid = (sourceId: Id, amount: number) =>
    lineOn('allocation', app.scheme.id, amount, { place, sourceId }) as ChangeLine
  const raise = (kind: ChangeKind, lines: ChangeLine[]) =>
    app.as('finance_officer').changes.raise.mutate({ ...laterBy(app, 1), kind, lines })
  const given = { kind: 'virement' as const, lines: [plan(app.scheme.id, -60_000), plan(other.id, 60_000)] }
  expect([
    await refusalOf(raise('virement', [plan(other.id, -1), plan(app.scheme.id, 1)])),
    await refusalOf(raise('funding_swap', [paid(loan.id, -1), paid(app.source.id, 1)])),
  ]).toEqual([
    { code: 'over-plan', detail: { place: 'Viewer', year: 2020, requested: pounds(1), available: 0 } },
    { code: 'over-source', detail: { source: 'Loan', year: 2020, requested: pounds(1), available: 0 } },
  ])
  const { id, revision } = changed(await raise(given.kind, given.lines))
  await app.me.plan.set.mutate({ cells: [planCell(app.scheme.id, 50_000, { was: 100_000 })] })
  const { refusal } = await app.me.changes.screen.query({ asAt: null, id })
  expect([
    refusal?.code,
    await codeOf(app.as('s151_officer').changes.approve.mutate({ id, revision, answer: '' })),
    await codeOf(app.me.changes.recordDecision.mutate(decisionOn({ id, revision }))),
  ]).toEqual(['over-plan', 'over-plan', 'over-plan'])
})

test('a change is not reversed once what it gave has gone elsewhere', async () => {
  const app = await funded()
  const posted = await postedChange(app)
  const further = laterLines(app, 40_000)
    .filter(({ startYear }) => startYear === 2021)
    .flatMap((line) => [
      { ...line, amount: pounds(-40_000) },
      { ...line, startYear: 2022 },
    ])
  const { id, revision } = changed(
    await app.as('finance_officer').changes.raise.mutate({ ...laterBy(app, 1), lines: further }),
  )
  await app.me.changes.approve.mutate({ id, revision, answer: '' })
  const seen = { id: posted.id, revision: posted.revision, reason: 'The supplier starts now' }
  expect(await codeOf(app.as('s151_officer').changes.reverse.mutate(seen))).toBe('over-plan')
})

test('what a decision put on record did, no office reverses; the opposite change goes to a decision again and takes it back', async () => {
  const app = await funded()
  const before = await balancesOf(app.me)
  const lines = laterLines(app, 5000).filter(({ amount, level }) => amount > 0 && level !== 'authority')
  const asOfficer = app.as('finance_officer').changes.raise
  const first = changed(await asOfficer.mutate({ ...laterBy(app, 5000), kind: 'injection', lines }))
  const atOnce = { isCallInEligible: false, publishedOn: null }
  await app.me.changes.recordDecision.mutate({ ...decisionOn(first), ...atOnce })
  const { change } = await app.me.changes.screen.query({ asAt: null, id: first.id })
  const seen = { id: first.id, revision: change.revision, reason: 'Not ours' }
  expect([change.status, await codeOf(app.as('decision_taker').changes.reverse.mutate(seen))]).toEqual([
    'posted',
    'higher-approval',
  ])
  const back = changed(await asOfficer.mutate({ ...laterBy(app, 5000), ...oppositeChange(change) }))
  await app.me.changes.recordDecision.mutate({ ...decisionOn(back), ...atOnce, reference: 'D10' })
  const after = (await balancesOf(app.me)).filter((line) => !line.endsWith(' 0'))
  expect([back.kind, back.route.approver, after]).toEqual(['reduction', 'decision', before])
})

test('a change that is approved is withdrawn by its writer or by an office that approves changes, and by nobody else', async () => {
  const app = await funded()
  const lines = laterLines(app, 5000).filter(({ amount, level }) => amount > 0 && level !== 'authority')
  const raised = changed(
    await app.as('finance_officer').changes.raise.mutate({ ...laterBy(app, 5000), kind: 'injection', lines }),
  )
  const { id, revision } = changed(await app.me.changes.recordDecision.mutate(decisionOn(raised)))
  const seen = { id, revision, reason: 'Called in' }
  expect(await codeOf(app.as('scheme_lead').changes.withdraw.mutate(seen))).toBe('not-proposer')
  await app.as('s151_officer').changes.withdraw.mutate(seen)
  expect(await statusOf(app, id)).toBe('withdrawn')
})

test('a decision counts in the year in which it was made, whenever it is put on record', async () => {
  const app = await funded()
  const { id, revision } = await sentChange(app)
  app.at('2021-04-02')
  await app.me.changes.recordDecision.mutate({
    ...decisionOn({ id, revision }),
    madeOn: on('2021-03-30'),
    publishedOn: on('2021-03-30'),
  })
  const together = (day: string) => {
    app.at(day)
    return app.me.changes.preview
      .query({ kind: 'reprofile', lines: laterLines(app, 1000), scenarioId: null })
      .then(({ route }) => route.cumulative)
  }
  expect([await together('2021-03-31'), await together('2021-04-02')]).toEqual([pounds(41_000), pounds(1000)])
})

test('what of a scenario is sent and not posted counts in what is tried after it', async () => {
  const app = await funded()
  const tried = await triedIn(app)
  const preview = async () => {
    const given = { kind: 'reprofile' as const, lines: laterLines(app, 1000), scenarioId: tried.id }
    const { effect } = await app.me.changes.preview.query(given)
    return effect.rows.find(({ level }) => level === 'plan')?.years.map(({ before, after }) => [before, after])
  }
  const expected = [
    [pounds(60_000), pounds(59_000)],
    [pounds(40_000), pounds(41_000)],
  ]
  const before = await preview()
  const changeIds = tried.changes.map(({ id }) => id)
  await app.me.scenarios.raise.mutate({ id: tried.id, revision: tried.revision, changeIds })
  expect([before, await preview()]).toEqual([expected, expected])
})
