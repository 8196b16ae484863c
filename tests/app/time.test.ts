import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import {
  addScheme,
  balancesOf,
  changed,
  decisionOf,
  eventsOf,
  lineOn,
  on,
  type ProgrammeApp,
  planCell,
  programmeApp,
  trailOf,
} from './support/programmeApp.ts'

const record = async ({ me }: ProgrammeApp, ...given: Parameters<typeof decisionOf>) =>
  changed(await me.decisions.record.mutate(decisionOf(...given) as ReturnType<typeof decisionOf>))

const isDue = 'decisions.takeEffect | made → effective | system'

describe('a decision whose day is to come', () => {
  test('posts nothing before, and is posted by the system before the first command of its day', async () => {
    const app = await programmeApp()
    const { me, at, scheme } = app
    await record(app, 'D1', [lineOn('allocation', scheme.id, 100)], { effectiveOn: on('2020-09-10') })
    at('2020-09-09T22:59:59.999Z')
    await me.themes.add.mutate({ name: 'Eve', aliases: [], objective: '' })
    const before = await balancesOf(me)
    // Midnight in London, which is still the evening before in UTC.
    at('2020-09-09T23:00:00.000Z')
    const events = await eventsOf(me, () => me.themes.add.mutate({ name: 'Day', aliases: [], objective: '' }))
    expect([before, events, await balancesOf(me)]).toEqual([
      [],
      [isDue, 'themes.add | added | programme_director'],
      ['allocation 2020 100'],
    ])
  })

  test('is posted when a file is opened, dated on its own day and recorded on that of opening', async () => {
    const app = await programmeApp()
    const { me, at, scheme } = app
    await record(app, 'D1', [lineOn('allocation', scheme.id, 100)], { effectiveOn: on('2020-09-10') })
    await me.programme.close.mutate()
    at('2020-09-14')
    await me.programme.open.mutate({ path: 'Own' })
    const [event] = await trailOf(me)
    expect([
      event?.role,
      event?.transition,
      event?.recordedAt,
      event?.postings.map(({ effectiveOn, amount }) => [effectiveOn, amount]),
    ]).toEqual(['system', 'made → effective', '2020-09-14T09:00:00.000Z', [['2020-09-10', 100_00]]])
  })

  test('is posted in the order of days, whatever the order in which they were made, and each once', async () => {
    const app = await programmeApp()
    const { me, at, scheme } = app
    await record(app, 'D3', [lineOn('allocation', scheme.id, 3)], { effectiveOn: on('2020-09-12') })
    await record(app, 'D1', [lineOn('allocation', scheme.id, 1)], { effectiveOn: on('2020-09-10') })
    await record(app, 'D2', [lineOn('allocation', scheme.id, 2)], { effectiveOn: on('2020-09-11') })
    at('2020-09-20')
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 9)] })
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 8, { was: 9 })] })
    const posted = (await trailOf(me)).filter(({ operation }) => operation === 'decisions.takeEffect').reverse()
    expect(posted.map(({ subject, detail }) => [subject.name, detail.effectiveOn])).toEqual([
      ['D1', '2020-09-10'],
      ['D2', '2020-09-11'],
      ['D3', '2020-09-12'],
    ])
  })

  test('is seen as at its day from the moment it was recorded, and not as at the day before', async () => {
    const app = await programmeApp()
    const { me, at, scheme } = app
    await record(app, 'D1', [lineOn('allocation', scheme.id, 100)], { effectiveOn: on('2020-09-10') })
    at('2020-09-10')
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    const countAt = async (day: CalendarDay) => (await me.programme.screen.query({ asAt: day })).balances.length
    expect([await countAt(on('2020-09-09')), await countAt(on('2020-09-10'))]).toEqual([0, 1])
  })
})

describe('the call-in of a decision', () => {
  const effectiveOn = async (app: ProgrammeApp, reference: string, publishedOn: CalendarDay) =>
    (
      await record(app, reference, [lineOn('allocation', app.scheme.id, 1)], {
        madeOn: on('2020-08-20'),
        publishedOn,
        isCallInEligible: true,
      })
    ).effectiveOn

  test('lasts five working days: published on 20 August 2020, a Thursday, it has effect on the 28th', async () => {
    expect(await effectiveOn(await programmeApp(), 'D1', on('2020-08-20'))).toBe('2020-08-28')
  })

  test('does not count the bank holiday of 31 August: published on the 28th, it has effect on 8 September 2020', async () => {
    const app = await programmeApp()
    const day = await effectiveOn(app, 'D1', on('2020-08-28'))
    app.at('2020-09-07')
    await app.me.themes.add.mutate({ name: 'Eve', aliases: [], objective: '' })
    const before = await balancesOf(app.me)
    app.at('2020-09-08')
    await app.me.themes.add.mutate({ name: 'Day', aliases: [], objective: '' })
    expect([day, before, await balancesOf(app.me)]).toEqual(['2020-09-08', [], ['allocation 2020 1']])
  })

  test('follows the programme’s own bank holidays, and what was recorded before keeps its day', async () => {
    const app = await programmeApp()
    const { me } = app
    const shipped = await effectiveOn(app, 'D1', on('2020-08-28'))
    await me.holidays.set.mutate({ on: on('2020-08-31'), name: 'Summer bank holiday', isHoliday: false })
    const struckOut = await effectiveOn(app, 'D2', on('2020-08-28'))
    await me.holidays.set.mutate({ on: on('2020-09-02'), name: 'Local holiday', isHoliday: true })
    const added = await effectiveOn(app, 'D3', on('2020-08-28'))
    const { decisions } = await me.programme.screen.query({ asAt: null })
    expect([shipped, struckOut, added, decisions.find(({ reference }) => reference === 'D1')?.effectiveOn]).toEqual([
      '2020-09-08',
      '2020-09-05',
      '2020-09-08',
      '2020-09-08',
    ])
  })
})

test('a decision that the ledger refuses on its day stays made and logged, and nothing else waits for it', async () => {
  const app = await programmeApp()
  const { me, at, theme, scheme, logged } = app
  const other = await addScheme(me, theme.id, 'Sensors')
  const allocated = await record(app, 'D0', [lineOn('allocation', scheme.id, 1_000)])
  const refused = await record(app, 'D1', [lineOn('authority', scheme.id, 800)], { effectiveOn: on('2020-09-10') })
  await record(app, 'D2', [lineOn('allocation', other.id, 50)], { effectiveOn: on('2020-09-11') })
  const [posted] = (await trailOf(me)).filter(({ subject }) => subject.id === allocated.id)
  const movementId = posted?.postings[0]?.movementId as Id
  await me.decisions.reverseMovement.mutate({ movementId, reason: 'The grant was not given' })
  at('2020-09-11')
  const events = await eventsOf(me, () => me.plan.set.mutate({ cells: [planCell(scheme.id, 5)] }))
  const statuses = async () =>
    (await me.programme.screen.query({ asAt: null })).decisions.map(({ reference, status }) => `${reference} ${status}`)
  expect([events, await balancesOf(me), await statuses()]).toEqual([
    [isDue, 'plan.set | plan changed | programme_director'],
    ['allocation 2020 0', 'plan 2020 5', 'allocation 2020 50'],
    ['D0 effective', 'D1 made', 'D2 effective'],
  ])
  expect(logged).toContainEqual({
    level: 'warn',
    what: 'decision did not take effect',
    decision: refused.id,
    code: 'over-allocation',
  })
  // Once there is room it takes effect after all, with the next command.
  await record(app, 'D3', [lineOn('allocation', scheme.id, 900)], { madeOn: on('2020-09-11') })
  await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
  expect([await balancesOf(me), (await me.audit.verify.mutate()).faults]).toEqual([
    ['allocation 2020 900', 'authority 2020 800', 'plan 2020 5', 'allocation 2020 50'],
    [],
  ])
})

test('a clock that was set back neither takes a decision back nor makes an event older than the one before', async () => {
  const app = await programmeApp()
  const { me, at, scheme } = app
  await record(app, 'D1', [lineOn('allocation', scheme.id, 100)], { effectiveOn: on('2020-09-10') })
  at('2020-09-12')
  await me.themes.add.mutate({ name: 'Ahead', aliases: [], objective: '' })
  at('2020-09-02')
  await me.themes.add.mutate({ name: 'Back', aliases: [], objective: '' })
  const [last] = await trailOf(me)
  expect([last?.recordedAt, await balancesOf(me)]).toEqual(['2020-09-12T09:00:00.000Z', ['allocation 2020 100']])
})
