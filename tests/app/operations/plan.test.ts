import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import {
  addScheme,
  balancesOf,
  eventsOf,
  nowhere,
  planCell,
  pounds,
  programmeApp,
  trailOf,
} from '../support/programmeApp.ts'

describe('the plan', () => {
  test('takes a whole paste as one movement, one event and the sum in its detail', async () => {
    const { me, theme, scheme } = await programmeApp()
    const other = await addScheme(me, theme.id, 'Sensors')
    const cells = [
      planCell(scheme.id, 400_000),
      planCell(scheme.id, 100_000, { startYear: 2021 }),
      planCell(other.id, 50_000),
    ]
    const events = await eventsOf(me, async () => {
      expect(await me.plan.set.mutate({ cells, reason: 'Board of September' })).toEqual({ value: { changed: 3 } })
    })
    const [event] = await trailOf(me)
    expect([
      events.length,
      event?.detail,
      event?.postings.map(({ place, startYear, amount, reason }) => [place, startYear, amount, reason]),
    ]).toEqual([
      1,
      { cells: 3, net: 550_000_00 },
      [
        ['Portal', 2020, 400_000_00, 'Board of September'],
        ['Portal', 2021, 100_000_00, 'Board of September'],
        ['Sensors', 2020, 50_000_00, 'Board of September'],
      ],
    ])
  })

  test('posts the difference, also down to nothing and below', async () => {
    const { me, scheme } = await programmeApp()
    const amounts = [100, 60, 0, -5]
    const shown: string[][] = []
    for (const [index, amount] of amounts.entries()) {
      await me.plan.set.mutate({ cells: [planCell(scheme.id, amount, { was: amounts[index - 1] ?? 0 })] })
      shown.push(await balancesOf(me))
    }
    expect([shown, (await trailOf(me)).slice(0, 4).map(({ postings }) => postings[0]?.amount)]).toEqual([
      [['plan 2020 100'], ['plan 2020 60'], ['plan 2020 0'], ['plan 2020 -5']],
      [-500, -6_000, -4_000, 10_000],
    ])
  })

  test('writes nothing where nothing changes', async () => {
    const { me, scheme } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    const events = await eventsOf(me, async () => {
      expect(await me.plan.set.mutate({ cells: [planCell(scheme.id, 100, { was: 100 })] })).toEqual({ value: null })
    })
    expect(events).toEqual([])
  })

  test('keeps a nought where nothing was recorded as a known zero, and the trail stays whole', async () => {
    const { me, scheme } = await programmeApp()
    const cells = [planCell(scheme.id, 0)]
    expect([
      await balancesOf(me),
      await me.plan.set.mutate({ cells }),
      await me.plan.set.mutate({ cells }),
      await balancesOf(me),
      (await me.audit.verify.mutate()).faults,
    ]).toEqual([[], { value: { changed: 1 } }, { value: null }, ['plan 2020 0'], []])
  })

  test('is stale where a cell is not as it was seen, and then none of the paste is taken', async () => {
    const { me, as, theme, scheme } = await programmeApp()
    const other = await addScheme(me, theme.id, 'Sensors')
    await as('finance_officer').plan.set.mutate({ cells: [planCell(scheme.id, 70)] })
    const paste = { cells: [planCell(other.id, 10), planCell(scheme.id, 80)] }
    const twice = { cells: [planCell(other.id, 10), planCell(other.id, 20)] }
    expect([
      await refusalOf(me.plan.set.mutate(paste)),
      await refusalOf(me.plan.set.mutate(twice)),
      await balancesOf(me),
    ]).toEqual([
      { code: 'stale', detail: { entity: 'plan', id: scheme.id } },
      { code: 'stale', detail: { entity: 'plan', id: other.id } },
      ['plan 2020 70'],
    ])
  })

  test('is refused for a place or a source that is not there, and in a closed year', async () => {
    const { me, at, scheme } = await programmeApp()
    const set = (change: object) =>
      refusalOf(me.plan.set.mutate({ cells: [{ ...planCell(scheme.id, 10), ...change }] }))
    at('2021-04-01')
    await me.programme.closeYear.mutate({ startYear: 2020 })
    expect([
      await set({ place: { kind: 'scheme', id: nowhere } }),
      await set({ place: { kind: 'theme', id: scheme.id } }),
      await set({ sourceId: nowhere }),
      await set({ startYear: 2020 }),
    ]).toEqual([
      { code: 'not-found', detail: { entity: 'scheme', id: nowhere } },
      { code: 'not-found', detail: { entity: 'theme', id: scheme.id } },
      { code: 'not-found', detail: { entity: 'source', id: nowhere } },
      { code: 'closed-year', detail: { year: 2020 } },
    ])
  })

  test('is planned by source only as far as the source may pay', async () => {
    const { me, scheme, source } = await programmeApp()
    const { isRemoved: _removed, retiredOn: _retired, ...given } = source
    await me.sources.change.mutate({ ...given, restrictedTo: 'revenue' })
    const cells = [{ ...planCell(scheme.id, 10), sourceId: source.id }]
    expect(await refusalOf(me.plan.set.mutate({ cells }))).toEqual({
      code: 'wrong-nature',
      detail: { source: 'Grant', nature: 'capital' },
    })
  })

  test('keeps money on record that the programme can add up: £90 trillion in all, and every screen still opens', async () => {
    const { me, theme, scheme } = await programmeApp()
    const other = await addScheme(me, theme.id, 'Sensors')
    const most = 90_000_000_000_000
    await me.plan.set.mutate({ cells: [planCell(scheme.id, most)] })
    const tooMuch = [
      { cells: [planCell(other.id, 1)] },
      { cells: [planCell(other.id, -1)] },
      { cells: [planCell(scheme.id, 1, { startYear: 2021 })] },
    ]
    for (const paste of tooMuch) {
      expect(await refusalOf(me.plan.set.mutate(paste))).toMatchObject({ code: 'amount-too-large' })
    }
    const { portfolio } = await me.portfolio.screen.query({ asAt: null, from: 2020, to: 2022 })
    expect(portfolio.programme.range.plan).toMatchObject({ amount: pounds(most) })
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 0, { was: most }), planCell(other.id, most)] })
  })

  test('is shown cell by cell, as an editor sends it back', async () => {
    const { me, scheme } = await programmeApp()
    const { was: _, ...cell } = planCell(scheme.id, 100)
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    expect(await me.plan.cells.query({ asAt: null })).toEqual([{ ...cell, level: 'plan' }])
  })
})
