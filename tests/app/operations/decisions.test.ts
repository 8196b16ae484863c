import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { refusalOf, type TestApp } from '../../support/openTestApp.ts'
import { runScript } from '../../support/runScript.ts'
import { authorityScript } from '../support/authorityScript.ts'
import {
  balancesOf,
  changed,
  decisionOf,
  eventsOf,
  lineOn,
  nowhere,
  on,
  planCell,
  pounds,
  programmeApp,
  trailOf,
} from '../support/programmeApp.ts'

type Client = ReturnType<TestApp['as']>

const movementsOf = async (client: Client, id: Id): Promise<Id[]> => {
  const place = { kind: 'scheme' as const, id }
  const levels = ['plan' as const, 'allocation' as const, 'authority' as const]
  const figure = { levels, place, withBelow: false, from: 1990, to: 2100 }
  const { entries } = await client.explain.figure.query({ asAt: null, figure })
  return entries.map((entry) => entry.movement_id as Id)
}

describe('a decision', () => {
  test('releases nothing: that is for the approval of a business case', async () => {
    const { me, scheme, source } = await programmeApp()
    const given = ['allocation' as const, 'authority' as const].map((level) =>
      lineOn(level, scheme.id, 100, { sourceId: source.id }),
    )
    await me.decisions.record.mutate(decisionOf('D1', given))
    const before = await balancesOf(me)
    const released = lineOn('released', scheme.id, 100, { sourceId: source.id })
    expect([await refusalOf(me.decisions.record.mutate(decisionOf('D2', [released]))), await balancesOf(me)]).toEqual([
      { code: 'bad-request', detail: { fields: [{ path: 'lines', message: 'custom' }] } },
      before,
    ])
  })

  test('is put on record by one event and posts its allocation and authority by another, on its day', async () => {
    const { me, scheme, source } = await programmeApp()
    const lines = [lineOn('authority', scheme.id, 600), lineOn('allocation', scheme.id, 1_000, { sourceId: source.id })]
    const events = await eventsOf(me, async () => {
      const recorded = changed(await me.decisions.record.mutate(decisionOf('D1', lines)))
      expect(recorded).toMatchObject({ reference: 'D1', effectiveOn: '2020-09-01', lines })
    })
    const { decisions } = await me.programme.screen.query({ asAt: null })
    expect([events, decisions[0]?.status, await balancesOf(me)]).toEqual([
      ['decisions.record | made | programme_director', 'decisions.takeEffect | made → effective | system'],
      'effective',
      ['allocation 2020 1000', 'authority 2020 600'],
    ])
  })

  test('casts where its paper states a total', async () => {
    const { me, scheme } = await programmeApp()
    const lines = [
      lineOn('allocation', scheme.id, 100),
      lineOn('authority', scheme.id, 40),
      lineOn('authority', scheme.id, 25),
    ]
    const record = (statedTotals: object) =>
      me.decisions.record.mutate(decisionOf('D1', lines, { statedTotals }) as never)
    expect([
      await refusalOf(record({ allocation: pounds(100), authority: pounds(66) })),
      await refusalOf(record({ allocation: pounds(99), authority: null })),
    ]).toEqual([
      { code: 'does-not-cast', detail: { stated: 66_00, computed: 65_00 } },
      { code: 'does-not-cast', detail: { stated: 99_00, computed: 100_00 } },
    ])
    await record({ allocation: pounds(100), authority: pounds(65) })
  })

  test('has a reference of its own, and days in the order of the law', async () => {
    const { me, scheme } = await programmeApp()
    const lines = [lineOn('allocation', scheme.id, 1)]
    await me.decisions.record.mutate(decisionOf('D1', lines))
    const record = (reference: string, change: object) =>
      refusalOf(me.decisions.record.mutate(decisionOf(reference, lines, change)))
    expect([
      await record('D1', {}),
      await record('D2', { publishedOn: on('2020-08-31') }),
      await record('D2', { effectiveOn: on('2020-08-31') }),
      await record('D2', { publishedOn: on('2020-09-01'), isCallInEligible: true, effectiveOn: on('2020-09-08') }),
      await record('D2', { isCallInEligible: true }),
    ]).toEqual([
      { code: 'name-taken', detail: { entity: 'decision', name: 'D1' } },
      { code: 'date-order', detail: { earlier: '2020-09-01', later: '2020-08-31' } },
      { code: 'date-order', detail: { earlier: '2020-09-01', later: '2020-08-31' } },
      { code: 'date-order', detail: { earlier: '2020-09-09', later: '2020-09-08' } },
      { code: 'wrong-status', detail: { is: 'not published', needs: 'published' } },
    ])
  })

  test('may not authorise more than is allocated, through any year, and leaves nothing behind where it would', async () => {
    const { me, theme, scheme } = await programmeApp()
    const events = await eventsOf(me, async () => {
      await me.decisions.record.mutate(
        decisionOf('D1', [lineOn('allocation', scheme.id, 1_000, { place: { kind: 'theme', id: theme.id } })]),
      )
      expect(
        await refusalOf(me.decisions.record.mutate(decisionOf('D2', [lineOn('authority', scheme.id, 1_001)]))),
      ).toEqual({
        code: 'over-allocation',
        detail: { place: 'Records', throughYear: 2020, requested: 1_001_00, available: 1_000_00 },
      })
    })
    const { decisions } = await me.programme.screen.query({ asAt: null })
    expect([events.length, decisions.map(({ reference }) => reference), await balancesOf(me)]).toEqual([
      2,
      ['D1'],
      ['allocation 2020 1000'],
    ])
  })

  test('that moves allocation nets to nothing, and that moves it in time carries its funding', async () => {
    const { me, scheme, source } = await programmeApp()
    const line = (amount: number, change: object = {}) =>
      lineOn('allocation', scheme.id, amount, { sourceId: source.id, ...change })
    await me.decisions.record.mutate(decisionOf('D1', [line(100)]))
    const virement = decisionOf('D2', [line(-50), line(40, { startYear: 2021 })], { allocationKind: 'virement' })
    const reprofile = decisionOf('D2', [line(-50), line(50, { startYear: 2021, sourceId: null })], {
      allocationKind: 'reprofile',
    })
    expect([
      await refusalOf(me.decisions.record.mutate(virement as never)),
      await refusalOf(me.decisions.record.mutate(reprofile as never)),
    ]).toEqual([
      { code: 'not-net-zero', detail: { kind: 'virement', net: -10_00 } },
      { code: 'funding-not-carried', detail: { year: 2020, net: -50_00 } },
    ])
    const carried = decisionOf('D2', [line(-50), line(50, { startYear: 2021 })], { allocationKind: 'reprofile' })
    await me.decisions.record.mutate(carried as never)
    expect(await balancesOf(me)).toEqual(['allocation 2020 50', 'allocation 2021 50'])
  })

  test('names places and sources that are there, and years that are open', async () => {
    const { me, at, scheme } = await programmeApp()
    const record = (change: object, decision: object = {}) =>
      refusalOf(me.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 1, change)], decision)))
    at('2021-04-01')
    await me.programme.closeYear.mutate({ startYear: 2020 })
    const open = { madeOn: on('2021-04-01') }
    expect([
      await record({ place: { kind: 'theme', id: nowhere } }, open),
      await record({ sourceId: nowhere }, open),
      await record({}, open),
      await record({ startYear: 2021 }, { madeOn: on('2021-03-31') }),
    ]).toEqual([
      { code: 'not-found', detail: { entity: 'theme', id: nowhere } },
      { code: 'not-found', detail: { entity: 'source', id: nowhere } },
      { code: 'closed-year', detail: { year: 2020 } },
      { code: 'closed-year', detail: { year: 2020 } },
    ])
  })

  test('is withdrawn before its day with a reason, and afterwards is no longer on record', async () => {
    const { me, at, scheme } = await programmeApp()
    const lines = [lineOn('allocation', scheme.id, 1)]
    const { id } = changed(await me.decisions.record.mutate(decisionOf('D1', lines, { effectiveOn: on('2020-09-10') })))
    const withdraw = (change: object = {}) =>
      me.decisions.withdraw.mutate({ id, revision: 1, reason: 'Not needed', ...change })
    expect([await refusalOf(withdraw({ revision: 2 })), await refusalOf(withdraw({ id: nowhere }))]).toEqual([
      { code: 'stale', detail: { entity: 'decision', id } },
      { code: 'not-found', detail: { entity: 'decision', id: nowhere } },
    ])
    expect(await withdraw()).toMatchObject({ value: { id, isRemoved: true, revision: 2 } })
    at('2020-09-11')
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    expect([(await me.programme.screen.query({ asAt: null })).decisions, await balancesOf(me)]).toEqual([[], []])
    expect((await trailOf(me)).find(({ transition }) => transition === 'made → withdrawn')?.detail).toEqual({
      reason: 'Not needed',
    })
  })

  test('that has taken effect is not withdrawn', async () => {
    const { me, scheme } = await programmeApp()
    const { id } = changed(await me.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 1)])))
    expect(await refusalOf(me.decisions.withdraw.mutate({ id, revision: 2, reason: 'Not needed' }))).toEqual({
      code: 'wrong-status',
      detail: { is: 'effective', needs: 'made' },
    })
  })
})

describe('what was posted', () => {
  test('is reversed with a reason and stays in the trail, once', async () => {
    const { me, scheme } = await programmeApp()
    await me.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 100)]))
    const [movementId = nowhere] = await movementsOf(me, scheme.id)
    const reverse = () => me.decisions.reverseMovement.mutate({ movementId, reason: 'Posted twice' })
    expect(await reverse()).toMatchObject({
      value: { kind: 'correction', reason: 'Posted twice', reversesId: movementId, entries: [{ amount: -100_00 }] },
    })
    expect([await refusalOf(reverse()), await balancesOf(me), (await movementsOf(me, scheme.id)).length]).toEqual([
      { code: 'already-reversed', detail: { movement: movementId } },
      ['allocation 2020 0'],
      2,
    ])
  })

  test('is not reversed where it is not there, nor while authority stands on it', async () => {
    const { me, scheme } = await programmeApp()
    await me.decisions.record.mutate(
      decisionOf('D1', [lineOn('allocation', scheme.id, 100), lineOn('authority', scheme.id, 100)]),
    )
    const [, allocation = nowhere] = await movementsOf(me, scheme.id)
    const reverse = (movementId: Id) => refusalOf(me.decisions.reverseMovement.mutate({ movementId, reason: 'Wrong' }))
    expect([await reverse(nowhere), await reverse(allocation)]).toEqual([
      { code: 'not-found', detail: { entity: 'movement', id: nowhere } },
      { code: 'over-allocation', detail: { place: 'Portal', throughYear: 2020, requested: 100_00, available: 0 } },
    ])
  })

  test('for a year that is closed since is corrected in the open year', async () => {
    const { me, at, scheme } = await programmeApp()
    await me.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 100)]))
    const [movementId = nowhere] = await movementsOf(me, scheme.id)
    at('2021-04-01')
    await me.programme.closeYear.mutate({ startYear: 2020 })
    expect(await me.decisions.reverseMovement.mutate({ movementId, reason: 'Late' })).toMatchObject({
      value: { entries: [{ startYear: 2020, amount: -100_00, effectiveOn: '2021-04-01' }] },
    })
  })

  test('as a plan is not undone after it was reversed', async () => {
    const { me, scheme } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    const [movementId = nowhere] = await movementsOf(me, scheme.id)
    await me.decisions.reverseMovement.mutate({ movementId, reason: 'Wrong' })
    expect(await refusalOf(me.undo.undo.mutate({}))).toEqual({
      code: 'already-reversed',
      detail: { movement: movementId },
    })
  })
})

const amounts = [300, 450, 120, 280, 90, 510, 60, 330, 210, 75]

/** What the ledger and the decisions on it say was authorised after some rush for £1,000. */
const afterTheRush = async (client: Client) => {
  const { balances, decisions } = await client.programme.screen.query({ asAt: null })
  const effective = decisions.filter(({ status, reference }) => status === 'effective' && reference !== 'D0')
  return {
    authority: (balances.find(({ level }) => level === 'authority')?.amount ?? 0) / 100,
    waiting: decisions.filter(({ status }) => status === 'made').length,
    ofDecisions: effective.reduce((total, decision) => total + (decision.lines[0]?.amount ?? 0), 0) / 100,
    faults: (await client.audit.verify.mutate()).faults,
  }
}

test('authority asked for by many callers at once never exceeds the allocation, and what was promised is posted', async () => {
  const { me, scheme } = await programmeApp()
  await me.decisions.record.mutate(decisionOf('D0', [lineOn('allocation', scheme.id, 1_000)]))
  const answers = await Promise.allSettled(
    amounts.map((amount, index) =>
      me.decisions.record.mutate(decisionOf(`D${index + 1}`, [lineOn('authority', scheme.id, amount)])),
    ),
  )
  // In the order of asking: 300, 450, 120 and 90 fit, and then nothing more.
  expect([answers.filter(({ status }) => status === 'fulfilled').length, await afterTheRush(me)]).toEqual([
    4,
    { authority: 960, ofDecisions: 960, waiting: 0, faults: [] },
  ])
})

test('authority asked for by two processes at once never exceeds the allocation', async () => {
  const { me, folder, scheme } = await programmeApp()
  await me.decisions.record.mutate(decisionOf('D0', [lineOn('allocation', scheme.id, 1_000)]))
  const ask = (letter: string) =>
    runScript([authorityScript, join(folder, 'Own.bcf'), scheme.id, letter, ...amounts.map(String)], 'gathered')
  const outputs = await Promise.all([ask('A'), ask('B')])
  const { authority, ofDecisions, faults } = await afterTheRush(me)
  expect(outputs.map(({ code }) => code)).toEqual([0, 0])
  expect(outputs.map(({ output }) => output).join('')).toContain('over-allocation')
  expect([authority > 500, authority <= 1_000, ofDecisions, faults]).toEqual([true, true, authority, []])
})
