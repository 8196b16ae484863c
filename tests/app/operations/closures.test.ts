import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { sentChange } from '../support/changeCommands.ts'
import {
  agreedClosure,
  givenBenefit,
  givenMoney,
  posted,
  releaseOf,
  reportedClosure,
  seenAt,
} from '../support/deliveryApp.ts'
import {
  balancesOf,
  changed,
  decisionOf,
  eventsOf,
  lineOn,
  nowhere,
  on,
  type ProgrammeApp,
  planCell,
  pounds,
  programmeApp,
} from '../support/programmeApp.ts'

const screenOf = async ({ me, scheme }: ProgrammeApp) =>
  await me.delivery.screen.query({ asAt: null, schemeId: scheme.id })

describe('a scheme', () => {
  test('is closed step by step, with what was left on it released and each step in the trail', async () => {
    const app = await programmeApp()
    const { me } = app
    await givenMoney(app)
    const events = await eventsOf(me, async () => {
      await agreedClosure(app)
      await me.closures.release.mutate(releaseOf(app))
    })
    expect(await balancesOf(me)).toEqual([
      'actual 2020 40',
      'allocation 2020 40',
      'authority 2020 40',
      'released 2020 40',
    ])
    expect(events).toEqual([
      'closures.reportCompletion | closure not begun → completion_reported | scheme_lead',
      'closures.agreeAccount | closure completion_reported → account_agreed | finance_officer',
      'closures.release | residual released | programme_director',
      'decisions.takeEffect | made → effective | system',
    ])
    const { closure } = await screenOf(app)
    expect(closure).toMatchObject({ decision: { reference: 'D2', status: 'effective' }, residual: { lines: [] } })
  })

  test('is reported, accepted by its chair, handed over and closed, and its benefits have the new owner', async () => {
    const app = await programmeApp()
    const { me, scheme } = app
    const benefit = changed(
      await me.benefits.change.mutate({ ...seenAt(await givenBenefit(app)), attributes: unowned }),
    )
    const { closure, chair, board } = await reportedClosure(app)
    const [account] = [{ ...seenAt(closure), on: on('2020-09-01') }]
    const refused = await refusalOf(app.as('board_chair').closures.accept.mutate(account))
    const accepted = changed(await chair.closures.accept.mutate(account))
    const handing = { benefitsOwner: 'Head of service', note: '', reviewDueOn: on('2021-03-01') }
    const handed = changed(await me.closures.handOver.mutate({ ...seenAt(accepted), ...handing }))
    const closing = { ...seenAt(handed), on: on('2020-09-01'), reviewNote: 'Calls fell' }
    const closed = changed(await me.closures.close.mutate(closing))
    expect([refused, accepted.status, closed.status]).toEqual([
      { code: 'not-the-chair', detail: { board: board.name } },
      'accepted',
      'closed',
    ])
    const { scheme: after } = await me.schemes.screen.query({ id: scheme.id, asAt: null })
    const { benefits } = await me.benefits.screen.query({ asAt: null })
    expect([after.lifecycle, benefits.map((row) => [row.benefit.owner, row.benefit.revision])]).toEqual([
      'closed',
      [['Head of service', benefit.revision + 1]],
    ])
    expect((await me.audit.verify.mutate()).faults).toEqual([])
  })

  test('waits in the inbox of whoever takes its next step, and for nobody who wrote it', async () => {
    const app = await programmeApp()
    const { chair } = await reportedClosure(app)
    const waiting = async (client: typeof app.me) =>
      (await client.inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })).lines.map(
        ({ act, title, reference, address }) => [act, title, reference, address],
      )
    const address = `/schemes/${app.scheme.id}?tab=closure`
    expect(await waiting(chair)).toEqual([['accept_closure', 'Portal', 'Closure', address]])
    expect(await waiting(app.as('scheme_lead'))).toEqual([])
  })

  test('is cancelled once its orders are cancelled and what is left is released, the allocation back to the programme (R32)', async () => {
    const app = await programmeApp()
    const { me, scheme } = app
    await givenMoney(app)
    await posted(app, 'commitment', 15, { ledgerRef: 'PO1' })
    const release = releaseOf(app, { allocationGoes: 'to_programme' })
    const withOrders = await refusalOf(me.closures.release.mutate(release))
    const order = { schemeId: scheme.id, seen: pounds(15), reason: 'Not needed' }
    const refusals = [
      withOrders,
      await refusalOf(me.closures.cancelOrders.mutate({ ...order, seen: pounds(14) })),
      await refusalOf(me.schemes.changeLifecycle.mutate({ id: scheme.id, revision: 1, lifecycle: 'cancelled' })),
    ]
    await me.closures.cancelOrders.mutate(order)
    const again = await refusalOf(me.closures.cancelOrders.mutate(order))
    await me.closures.release.mutate(release)
    const after = await me.schemes.changeLifecycle.mutate({ id: scheme.id, revision: 1, lifecycle: 'cancelled' })
    expect([...refusals, again]).toEqual([
      { code: 'orders-outstanding', detail: { amount: 1500 } },
      { code: 'stale', detail: { entity: 'scheme', id: scheme.id } },
      { code: 'still-in-use', detail: { entity: 'scheme', name: 'Portal', by: 'allocation' } },
      { code: 'nothing-to-release', detail: {} },
    ])
    expect([changed(after).lifecycle, (await balancesOf(me)).sort()]).toEqual([
      'cancelled',
      [
        'actual 2020 40',
        'allocation 2020 40',
        'allocation 2020 60',
        'authority 2020 40',
        'commitment 2020 0',
        'released 2020 40',
      ],
    ])
  })

  test('does not end while a decision, a request or a change would still bring it money, each of which is taken back first (R32)', async () => {
    const app = await programmeApp()
    const { me, scheme } = app
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100_000)] })
    const cancelled = async () => {
      const { scheme: now } = await me.schemes.screen.query({ id: scheme.id, asAt: null })
      const change = { id: scheme.id, revision: now.revision, lifecycle: 'cancelled' as const }
      return await refusalOf(me.schemes.changeLifecycle.mutate(change))
    }
    const asked = { reference: 'ATS1', title: 'Authority', decisionTaker: 'Director of Resources' }
    const start = { ...asked, decisionDueOn: on('2020-10-01'), linesBy: 'scheme' as const }
    const request = changed(await me.requests.start.mutate(start))
    const withRequest = await cancelled()
    await me.requests.withdraw.mutate({ ...seenAt(request), reason: 'Given up' })
    const place = { kind: 'programme' as const, id: app.programme.id }
    const money = (['allocation', 'authority'] as const).map((level) =>
      lineOn(level, scheme.id, 100_000, { place, sourceId: app.source.id }),
    )
    await me.decisions.record.mutate(decisionOf('D0', money))
    const change = await sentChange(app)
    const withChange = await cancelled()
    await app.as('finance_officer').changes.withdraw.mutate({ ...seenAt(change), reason: 'Given up' })
    const later = decisionOf('D9', [lineOn('allocation', scheme.id, 10)], { effectiveOn: on('2020-12-01') })
    const decision = changed(await me.decisions.record.mutate(later))
    const withDecision = await cancelled()
    await me.decisions.withdraw.mutate({ ...seenAt(decision), reason: 'Given up' })
    const refused = (by: string) => ({ code: 'still-in-use', detail: { entity: 'scheme', name: 'Portal', by } })
    const { scheme: now } = await me.schemes.screen.query({ id: scheme.id, asAt: null })
    const ended = await me.schemes.changeLifecycle.mutate({
      id: scheme.id,
      revision: now.revision,
      lifecycle: 'cancelled',
    })
    expect([withRequest, withChange, withDecision, changed(ended).lifecycle]).toEqual([
      refused('the request for authority ATS1'),
      refused('change 1'),
      refused('the decision D9, which has no effect yet'),
      'cancelled',
    ])
  })

  test('is released again where the decision was withdrawn before its day, and not twice while it waits', async () => {
    const app = await programmeApp()
    const { me } = app
    await givenMoney(app)
    await agreedClosure(app)
    const first = releaseOf(app)
    const isCallInEligible = { isCallInEligible: true, publishedOn: on('2020-09-01') }
    const inCallIn = { ...first, decision: { ...first.decision, ...isCallInEligible } }
    const { decision } = changed(await me.closures.release.mutate(inCallIn))
    const again = releaseOf(app, { decision: { ...first.decision, reference: 'D3' } })
    const twice = await refusalOf(me.closures.release.mutate(again))
    await me.decisions.withdraw.mutate({ ...seenAt(decision), reason: 'Referred back by scrutiny' })
    await me.closures.release.mutate(again)
    const { closure } = await screenOf(app)
    expect([twice, closure.closure?.status, closure.decision, closure.residual.lines]).toEqual([
      {
        code: 'still-in-use',
        detail: { entity: 'scheme', name: 'Portal', by: 'the decision D2, which has no effect yet' },
      },
      'residual_released',
      { id: closure.decision?.id, reference: 'D3', status: 'effective' },
      [],
    ])
  })

  test('gives up what was left in a closed year too, as a correction that is dated in an open one (R23)', async () => {
    const app = await programmeApp()
    const { me, scheme } = app
    const line = (level: 'allocation' | 'authority') => lineOn(level, scheme.id, 60, { startYear: 2019 })
    await me.decisions.record.mutate(decisionOf('D1', [line('allocation'), line('authority')]))
    await me.programme.closeYear.mutate({ startYear: 2019 })
    await me.closures.release.mutate(releaseOf(app))
    expect(await balancesOf(me)).toEqual(['allocation 2019 0', 'authority 2019 0'])
  })

  test('is released only from what was seen, under a decision of its own, and only where something is left', async () => {
    const app = await programmeApp()
    const { me } = app
    const nothing = await refusalOf(me.closures.release.mutate(releaseOf(app)))
    await givenMoney(app)
    const release = releaseOf(app)
    expect([
      nothing,
      await refusalOf(
        me.closures.release.mutate({ ...release, seen: { authority: pounds(1), allocation: pounds(60) } }),
      ),
      await refusalOf(me.closures.release.mutate({ ...release, decision: { ...release.decision, reference: 'D1' } })),
      await refusalOf(me.closures.release.mutate({ ...release, schemeId: nowhere })),
    ]).toEqual([
      { code: 'nothing-to-release', detail: {} },
      { code: 'stale', detail: { entity: 'scheme', id: app.scheme.id } },
      { code: 'name-taken', detail: { entity: 'decision', name: 'D1' } },
      { code: 'not-found', detail: { entity: 'scheme', id: nowhere } },
    ])
  })
})

const unowned = {
  name: 'Fewer calls',
  owner: '',
  ownerOrganisationId: null,
  measure: '',
  unit: '',
  baseline: '',
  baselineQuantity: null,
  baselineOn: null,
  cashReleasing: null,
  confidence: null,
  evidence: '',
}
