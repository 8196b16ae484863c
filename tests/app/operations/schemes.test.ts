import { describe, expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import {
  addScheme,
  changed,
  decisionOf,
  eventsOf,
  lineOn,
  nowhere,
  on,
  planCell,
  pounds,
  programmeApp,
} from '../support/programmeApp.ts'

const later = on('2020-10-01')

describe('a scheme', () => {
  test('starts with what was said of it and nothing else, at the end of the list', async () => {
    const { me, theme, scheme } = await programmeApp()
    const attributes = { name: 'Sensors', tags: ['pilot'], planned: { startOn: on('2020-10-01'), endOn: null } }
    const added = changed(
      await me.schemes.add.mutate({ themeId: theme.id, fromOn: on('2020-09-01'), lifecycle: 'unfunded', attributes }),
    )
    expect(added).toMatchObject({
      ...attributes,
      lifecycle: 'unfunded',
      sort: scheme.sort + 1,
      commissioner: 'not_stated',
    })
    const shown = await me.schemes.screen.query({ id: added.id, asAt: null })
    expect([shown.scheme, shown.theme, shown.memberships]).toEqual([
      added,
      theme,
      [expect.objectContaining({ schemeId: added.id, themeId: theme.id, fromOn: '2020-09-01', toOn: null })],
    ])
  })

  test('is not added to a theme that is retired or not there, nor under a name that another has', async () => {
    const { me, theme } = await programmeApp()
    const old = changed(await me.themes.add.mutate({ name: 'Old', aliases: [], objective: '' }))
    await me.themes.retire.mutate({ id: old.id, revision: 1, retiredOn: on('2020-09-01') })
    const scheme = {
      themeId: theme.id,
      fromOn: on('2020-09-01'),
      lifecycle: 'live' as const,
      attributes: { name: 'X' },
    }
    const refusals = [
      await refusalOf(me.schemes.add.mutate({ ...scheme, themeId: old.id })),
      await refusalOf(me.schemes.add.mutate({ ...scheme, themeId: nowhere })),
      await refusalOf(me.schemes.add.mutate({ ...scheme, attributes: { name: 'PORTAL' } })),
      await refusalOf(me.schemes.add.mutate({ ...scheme, attributes: { name: 'X', leadOrganisationId: nowhere } })),
    ]
    expect(refusals).toEqual([
      { code: 'wrong-status', detail: { is: 'retired', needs: 'in use' } },
      { code: 'not-found', detail: { entity: 'theme', id: nowhere } },
      { code: 'name-taken', detail: { entity: 'scheme', name: 'PORTAL' } },
      { code: 'not-found', detail: { entity: 'organisation', id: nowhere } },
    ])
  })

  test('is changed field by field and keeps its old name among its aliases', async () => {
    const { me, scheme, council } = await programmeApp()
    const attributes = { name: 'Patient portal', leadOrganisationId: council.id, dca: 'AG' as const }
    const after = { ...scheme, ...attributes, aliases: ['Portal'], revision: 2 }
    expect(await me.schemes.change.mutate({ id: scheme.id, revision: 1, attributes })).toEqual({ value: after })
    expect((await me.schemes.screen.query({ id: scheme.id, asAt: null })).scheme).toEqual(after)
  })

  test('is not changed over another revision, to a name that another has, or to joint shares that are not the whole', async () => {
    const { me, theme, scheme } = await programmeApp()
    await addScheme(me, theme.id, 'Sensors')
    const change = (attributes: object, revision = 1, id = scheme.id) =>
      refusalOf(me.schemes.change.mutate({ id, revision, attributes }))
    const refusals = [
      await change({ ref: 'X' }, 3),
      await change({ ref: 'X' }, 1, nowhere),
      await change({ name: 'sensors' }),
      await change({ commissioner: 'joint', nhsShareBp: 6_000, laShareBp: 3_000 }),
      await change({ leadOrganisationId: nowhere }),
    ]
    expect(refusals).toEqual([
      { code: 'stale', detail: { entity: 'scheme', id: scheme.id } },
      { code: 'not-found', detail: { entity: 'scheme', id: nowhere } },
      { code: 'name-taken', detail: { entity: 'scheme', name: 'sensors' } },
      { code: 'shares-not-whole', detail: { nhs: 6_000, la: 3_000 } },
      { code: 'not-found', detail: { entity: 'organisation', id: nowhere } },
    ])
  })

  test('goes from state to state by the steps that there are, and names each in the trail', async () => {
    const { me, scheme } = await programmeApp()
    const to = (lifecycle: 'on_hold' | 'live' | 'cancelled', revision: number) =>
      me.schemes.changeLifecycle.mutate({ id: scheme.id, revision, lifecycle })
    const events = await eventsOf(me, async () => {
      await to('on_hold', 1)
      await to('live', 2)
      await to('cancelled', 3)
    })
    expect(events.map((event) => event.split(' | ')[1])).toEqual([
      'live → on_hold',
      'on_hold → live',
      'live → cancelled',
    ])
  })

  test('is completed and closed by its closure alone', async () => {
    const { me, scheme } = await programmeApp()
    const change = { id: scheme.id, revision: 1, lifecycle: 'practically_complete' as const }
    expect(await refusalOf(me.schemes.changeLifecycle.mutate(change))).toEqual({ code: 'closure-needed', detail: {} })
  })

  test('does not skip a step, is not changed over another revision, and is not cancelled with money on it', async () => {
    const { me, scheme } = await programmeApp()
    await me.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 100)]))
    const to = (lifecycle: 'closed' | 'cancelled' | 'on_hold', revision = 1, id = scheme.id) =>
      refusalOf(me.schemes.changeLifecycle.mutate({ id, revision, lifecycle }))
    expect([
      await to('closed'),
      await to('cancelled'),
      await to('on_hold', 2),
      await to('on_hold', 1, nowhere),
    ]).toEqual([
      { code: 'wrong-status', detail: { is: 'live', needs: 'financially_closed' } },
      { code: 'still-in-use', detail: { entity: 'scheme', name: 'Portal', by: 'allocation' } },
      { code: 'stale', detail: { entity: 'scheme', id: scheme.id } },
      { code: 'not-found', detail: { entity: 'scheme', id: nowhere } },
    ])
  })

  test('moves to another theme from a day, and reports of earlier days keep the theme of their day', async () => {
    const { me, at, theme, scheme } = await programmeApp()
    const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    await me.schemes.move.mutate({ schemeId: scheme.id, themeId: other.id, fromOn: later })
    const themesOn = async (day: string) => {
      const { portfolio } = await me.portfolio.screen.query({ asAt: on(day), from: 2020, to: 2020 })
      return portfolio.programme.children.map((row) => [row.name, row.children.map(({ name }) => name)])
    }
    at('2020-10-02')
    expect([await themesOn('2020-09-30'), await themesOn('2020-10-01')]).toEqual([
      [
        ['Records', ['Portal']],
        ['Networks', []],
      ],
      [
        ['Records', []],
        ['Networks', ['Portal']],
      ],
    ])
    expect(theme.name).toBe('Records')
  })

  test('does not take its authority to a theme whose allocation has no room for it, by a move or by undoing one', async () => {
    const { me, theme, scheme } = await programmeApp()
    const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    const onTheme = (id: Id, amount: number) => ({
      ...lineOn('allocation', scheme.id, amount),
      place: { kind: 'theme' as const, id },
    })
    await me.decisions.record.mutate(
      decisionOf('D1', [onTheme(theme.id, 100), onTheme(other.id, 60), lineOn('authority', scheme.id, 61)]),
    )
    const move = (fromOn: string, themeId: Id) =>
      me.schemes.move.mutate({ schemeId: scheme.id, themeId, fromOn: on(fromOn) })
    const refused = (place: string, available: number) => ({
      code: 'over-allocation',
      detail: { place, throughYear: 2020, requested: pounds(61), available: pounds(available) },
    })
    expect([
      await refusalOf(move('2020-06-01', other.id)),
      await refusalOf(move('2020-10-01', other.id)),
      (await me.schemes.screen.query({ id: scheme.id, asAt: null })).memberships.length,
    ]).toEqual([refused('Networks', 60), refused('Networks', 60), 1])

    await me.decisions.record.mutate(decisionOf('D2', [onTheme(other.id, 1)]))
    await move('2020-06-01', other.id)
    await me.decisions.record.mutate(
      decisionOf('D3', [{ ...lineOn('authority', scheme.id, 50), place: { kind: 'theme', id: theme.id } }]),
    )
    expect(await refusalOf(me.undo.undo.mutate({}))).toEqual(refused('Records', 50))
  })

  test('belongs to one theme at a time and moves only to a theme that is there and in use', async () => {
    const { me, theme, scheme } = await programmeApp()
    const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    const old = changed(await me.themes.add.mutate({ name: 'Old', aliases: [], objective: '' }))
    await me.themes.retire.mutate({ id: old.id, revision: 1, retiredOn: on('2020-09-01') })
    await me.schemes.move.mutate({ schemeId: scheme.id, themeId: other.id, fromOn: later })
    const move = (change: object) =>
      refusalOf(me.schemes.move.mutate({ schemeId: scheme.id, themeId: theme.id, fromOn: on('2020-11-01'), ...change }))
    expect([
      await move({ fromOn: on('2020-09-15') }),
      await move({ themeId: old.id }),
      await move({ themeId: nowhere }),
      await move({ schemeId: nowhere }),
    ]).toEqual([
      { code: 'overlapping-membership', detail: { scheme: scheme.id, from: '2020-10-01' } },
      { code: 'wrong-status', detail: { is: 'retired', needs: 'in use' } },
      { code: 'not-found', detail: { entity: 'theme', id: nowhere } },
      { code: 'not-found', detail: { entity: 'scheme', id: nowhere } },
    ])
  })

  test('has one business case status for each year, the last one recorded', async () => {
    const { me, scheme } = await programmeApp()
    const record = (status: 'draft' | 'approved', startYear: number | null) =>
      me.schemes.recordCaseStatus.mutate({ schemeId: scheme.id, startYear, status, place: 'Board paper' })
    const events = await eventsOf(me, async () => {
      await record('draft', 2020)
      await record('approved', 2020)
      await record('draft', null)
    })
    const { caseStatuses } = await me.schemes.screen.query({ id: scheme.id, asAt: null })
    expect([
      caseStatuses.map(({ startYear, status }) => [startYear, status]),
      events.map((event) => event.split(' | ')[1]),
    ]).toEqual([
      [
        [2020, 'approved'],
        [null, 'draft'],
      ],
      ['case not stated → draft', 'case draft → approved', 'case not stated → draft'],
    ])
  })

  test('that is not there has no screen and no business case', async () => {
    const { me } = await programmeApp()
    const missing = { code: 'not-found', detail: { entity: 'scheme', id: nowhere } }
    const status = { schemeId: nowhere, startYear: null, status: 'draft' as const, place: '' }
    expect([
      await refusalOf(me.schemes.screen.query({ id: nowhere, asAt: null })),
      await refusalOf(me.schemes.recordCaseStatus.mutate(status)),
    ]).toEqual([missing, missing])
  })
})
