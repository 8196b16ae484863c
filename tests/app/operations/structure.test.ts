import { describe, expect, test } from 'vitest'
import type { Id } from '../../../domain/id.ts'
import type { Organisation } from '../../../domain/programme/organisation.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { changed, decisionOf, eventsOf, grant, lineOn, nowhere, on, programmeApp } from '../support/programmeApp.ts'

const trust: Omit<Organisation, 'id' | 'revision' | 'isRemoved'> = {
  code: 'T',
  name: 'Trust',
  type: 'nhs_provider',
  validFromOn: null,
  validToOn: null,
  predecessorIds: [],
  isAccountableBody: false,
  note: '',
}

describe('the programme', () => {
  test('is renamed and gets other years', async () => {
    const { me, programme } = await programmeApp()
    const change = {
      id: programme.id,
      revision: 1,
      name: 'Care records',
      capitalSchemeNumber: '12345/000/000',
      startYear: 2021,
      endYear: 2024,
      annualAllocation: 1_800_000_00,
    }
    const after = { ...programme, ...change, revision: 2 }
    expect(await me.programme.change.mutate(change)).toEqual({ value: after })
    expect((await me.programme.screen.query({ asAt: null })).programme).toEqual(after)
  })

  test.each([
    ['years that end before they begin', { startYear: 2024, endYear: 2023 }, 'bad-year', { text: '2023' }],
    ['a revision that somebody has saved over', { revision: 7 }, 'stale', { entity: 'programme' }],
    ['another id', { id: nowhere }, 'not-found', { entity: 'programme', id: nowhere }],
    ['a year before 1990', { startYear: 1989 }, 'bad-request', { fields: [{ path: 'startYear' }] }],
    ['a year after 2100', { endYear: 2101 }, 'bad-request', { fields: [{ path: 'endYear' }] }],
    [
      'an allocation over £90 trillion',
      { annualAllocation: 9_000_000_000_000_001 },
      'bad-request',
      { fields: [{ path: 'annualAllocation' }] },
    ],
  ])('is not changed to %s', async (_what, change, code, detail) => {
    const { me, programme } = await programmeApp()
    const { id, name, capitalSchemeNumber, startYear, endYear } = programme
    const same = { id, revision: 1, name, capitalSchemeNumber, startYear, endYear, annualAllocation: null }
    const call = me.programme.change.mutate({ ...same, ...change })
    expect(await refusalOf(call)).toMatchObject({ code, detail })
  })

  test('closes a year that has ended, once', async () => {
    const { me, at } = await programmeApp()
    expect(await refusalOf(me.programme.closeYear.mutate({ startYear: 2020 }))).toMatchObject({ code: 'wrong-status' })
    at('2021-03-31')
    expect(await refusalOf(me.programme.closeYear.mutate({ startYear: 2020 }))).toMatchObject({ code: 'wrong-status' })
    at('2021-04-01')
    expect(await me.programme.closeYear.mutate({ startYear: 2020 })).toMatchObject({
      value: { startYear: 2020, status: 'closed' },
    })
    expect(await refusalOf(me.programme.closeYear.mutate({ startYear: 2020 }))).toEqual({
      code: 'closed-year',
      detail: { year: 2020 },
    })
  })
})

describe('organisations', () => {
  test('are added with their predecessors', async () => {
    const { me, council } = await programmeApp()
    const added = changed(await me.organisations.add.mutate({ ...trust, predecessorIds: [council.id] }))
    expect(added).toMatchObject({ ...trust, predecessorIds: [council.id], revision: 1 })
    expect((await me.programme.screen.query({ asAt: null })).organisations).toContainEqual(added)
  })

  test('are changed over the revision that was read', async () => {
    const { me, council } = await programmeApp()
    const { isRemoved: _, ...given } = council
    const ended = { ...given, validToOn: on('2022-06-30') }
    expect(await me.organisations.change.mutate(ended)).toEqual({
      value: { ...council, validToOn: '2022-06-30', revision: 2 },
    })
    expect(await refusalOf(me.organisations.change.mutate(ended))).toEqual({
      code: 'stale',
      detail: { entity: 'organisation', id: council.id },
    })
  })

  const refused: [string, Partial<typeof trust>, string][] = [
    ['a name that another has', { name: 'anytown council' }, 'name-taken'],
    ['a predecessor that is not there', { predecessorIds: [nowhere] }, 'not-found'],
    ['a last day before the first', { validFromOn: on('2022-07-01'), validToOn: on('2022-06-30') }, 'date-order'],
  ]
  test.each(refused)('are not added with %s', async (_what, change, code) => {
    const { me } = await programmeApp()
    expect(await refusalOf(me.organisations.add.mutate({ ...trust, ...change }))).toMatchObject({ code })
  })
  test.each(refused)('are not changed to %s', async (_what, change, code) => {
    const { me } = await programmeApp()
    const { id } = changed(await me.organisations.add.mutate(trust))
    const call = me.organisations.change.mutate({ ...trust, ...change, id, revision: 1 })
    expect(await refusalOf(call)).toMatchObject({ code })
  })

  test('do not follow each other in a circle', async () => {
    const { me, council } = await programmeApp()
    const heir = changed(await me.organisations.add.mutate({ ...trust, predecessorIds: [council.id] }))
    const { isRemoved: _, ...given } = council
    const events = await eventsOf(me, async () => {
      expect(await refusalOf(me.organisations.change.mutate({ ...given, predecessorIds: [heir.id] }))).toMatchObject({
        code: 'succession-loop',
      })
    })
    expect(events).toEqual([])
  })

  test('that are not there are not changed', async () => {
    const { me } = await programmeApp()
    expect(await refusalOf(me.organisations.change.mutate({ ...trust, id: nowhere, revision: 1 }))).toEqual({
      code: 'not-found',
      detail: { entity: 'organisation', id: nowhere },
    })
  })
})

describe('themes', () => {
  test('are added at the end and keep their old name as an alias when renamed', async () => {
    const { me, theme } = await programmeApp()
    const added = changed(
      await me.themes.add.mutate({ name: 'Networks', aliases: ['Wi-Fi'], objective: 'One network' }),
    )
    expect(added).toMatchObject({ name: 'Networks', sort: theme.sort + 1, retiredOn: null })
    const { isRemoved: _removed, retiredOn: _retired, ...given } = added
    expect(await me.themes.change.mutate({ ...given, name: 'Infrastructure' })).toEqual({
      value: { ...added, name: 'Infrastructure', aliases: ['Wi-Fi', 'Networks'], revision: 2 },
    })
  })

  test('are put in another order, and only where the order is another', async () => {
    const { me, theme } = await programmeApp()
    const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    const ids = [other.id, theme.id]
    await me.themes.reorder.mutate({ ids })
    const events = await eventsOf(me, async () => {
      expect(await me.themes.reorder.mutate({ ids })).toEqual({ value: null })
    })
    expect([(await me.programme.screen.query({ asAt: null })).themes.map(({ id }) => id), events]).toEqual([ids, []])
    expect(await refusalOf(me.themes.reorder.mutate({ ids: [theme.id] }))).toEqual({
      code: 'stale',
      detail: { entity: 'theme', id: other.id },
    })
  })

  test('have names of their own, whatever their letters’ size', async () => {
    const { me, theme } = await programmeApp()
    const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    const { isRemoved: _removed, retiredOn: _retired, ...given } = other
    const taken = { code: 'name-taken', detail: { entity: 'theme', name: 'RECORDS' } }
    expect(await refusalOf(me.themes.add.mutate({ name: 'RECORDS', aliases: [], objective: '' }))).toEqual(taken)
    expect(await refusalOf(me.themes.change.mutate({ ...given, name: 'RECORDS' }))).toEqual(taken)
    expect(theme.name).toBe('Records')
  })

  test('are not changed or retired over another revision, nor where they are not', async () => {
    const { me, theme } = await programmeApp()
    const stale = { code: 'stale', detail: { entity: 'theme', id: theme.id } }
    const missing = { code: 'not-found', detail: { entity: 'theme', id: nowhere } }
    const given = { id: theme.id, revision: 2, name: 'X', aliases: [], objective: '', sort: 1 }
    const retiredOn = on('2020-09-01')
    expect(await refusalOf(me.themes.change.mutate(given))).toEqual(stale)
    expect(await refusalOf(me.themes.change.mutate({ ...given, id: nowhere }))).toEqual(missing)
    expect(await refusalOf(me.themes.retire.mutate({ id: theme.id, revision: 2, retiredOn }))).toEqual(stale)
    expect(await refusalOf(me.themes.retire.mutate({ id: nowhere, revision: 1, retiredOn }))).toEqual(missing)
  })

  test('are retired once no scheme belongs to them, also not from a later day', async () => {
    const { me, theme, scheme } = await programmeApp()
    const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    const inUse = { code: 'still-in-use', detail: { entity: 'theme', name: 'Records', by: 'Portal' } }
    const retire = (id: Id) => me.themes.retire.mutate({ id, revision: 1, retiredOn: on('2020-09-10') })
    expect(await refusalOf(retire(theme.id))).toEqual(inUse)
    await me.schemes.move.mutate({ schemeId: scheme.id, themeId: other.id, fromOn: on('2020-10-01') })
    expect(await refusalOf(retire(theme.id))).toEqual(inUse)
    // From October on the scheme belongs to the other theme.
    expect(await refusalOf(retire(other.id))).toMatchObject({ code: 'still-in-use', detail: { name: 'Networks' } })
    expect(await me.themes.retire.mutate({ id: theme.id, revision: 1, retiredOn: on('2020-10-01') })).toEqual({
      value: { ...theme, retiredOn: '2020-10-01', revision: 2 },
    })
  })
})

describe('funding sources', () => {
  test('are added at the end, changed and retired', async () => {
    const { me, source } = await programmeApp()
    const loan = { ...grant, name: 'Loan', category: 'prudential_borrowing' as const, interestRateBp: 250 }
    const added = changed(await me.sources.add.mutate(loan))
    expect(added).toMatchObject({ ...loan, sort: source.sort + 1, retiredOn: null })
    const { isRemoved: _removed, retiredOn: _retired, ...given } = added
    expect(await me.sources.change.mutate({ ...given, assetLifeYears: 10 })).toEqual({
      value: { ...added, assetLifeYears: 10, revision: 2 },
    })
    expect(await me.sources.retire.mutate({ id: added.id, revision: 2, retiredOn: on('2021-03-31') })).toEqual({
      value: { ...added, assetLifeYears: 10, retiredOn: '2021-03-31', revision: 3 },
    })
  })

  test('have names of their own, a revision, and have to be there', async () => {
    const { me, source } = await programmeApp()
    const { isRemoved: _removed, retiredOn: _retired, ...given } = source
    const taken = { code: 'name-taken', detail: { entity: 'funding source', name: 'grant' } }
    const other = changed(await me.sources.add.mutate({ ...grant, name: 'Loan' }))
    const stale = { code: 'stale', detail: { entity: 'funding_source', id: source.id } }
    const missing = { code: 'not-found', detail: { entity: 'funding_source', id: nowhere } }
    const retiredOn = on('2020-09-01')
    expect(await refusalOf(me.sources.add.mutate({ ...grant, name: 'grant' }))).toEqual(taken)
    expect(await refusalOf(me.sources.change.mutate({ ...given, id: other.id, name: 'grant' }))).toEqual(taken)
    expect(await refusalOf(me.sources.change.mutate({ ...given, revision: 4 }))).toEqual(stale)
    expect(await refusalOf(me.sources.change.mutate({ ...given, id: nowhere }))).toEqual(missing)
    expect(await refusalOf(me.sources.retire.mutate({ id: source.id, revision: 4, retiredOn }))).toEqual(stale)
    expect(await refusalOf(me.sources.retire.mutate({ id: nowhere, revision: 1, retiredOn }))).toEqual(missing)
  })

  test('restricted to capital do not pay for revenue', async () => {
    const { me, scheme } = await programmeApp()
    const { id } = changed(await me.sources.add.mutate({ ...grant, name: 'Capital grant', restrictedTo: 'capital' }))
    const lines = [lineOn('allocation', scheme.id, 1, { sourceId: id, nature: 'revenue' })]
    expect(await refusalOf(me.decisions.record.mutate(decisionOf('D1', lines)))).toEqual({
      code: 'wrong-nature',
      detail: { source: 'Capital grant', nature: 'revenue' },
    })
  })
})

describe('bank holidays', () => {
  test('are added, renamed and struck out, and the shipped table stays behind them', async () => {
    const { me } = await programmeApp()
    const holidaysIn = async (month: string) =>
      (await me.holidays.list.query())
        .filter(({ on: day }) => day.startsWith(month))
        .map(({ on: day, name }) => [day, name])
    expect(await holidaysIn('2020-08')).toEqual([['2020-08-31', 'Summer bank holiday']])
    await me.holidays.set.mutate({ on: on('2020-08-31'), name: 'Summer bank holiday', isHoliday: false })
    await me.holidays.set.mutate({ on: on('2020-08-17'), name: 'Local holiday', isHoliday: true })
    await me.holidays.set.mutate({ on: on('2020-08-17'), name: 'Fair', isHoliday: true })
    expect(await holidaysIn('2020-08')).toEqual([['2020-08-17', 'Fair']])
    await me.undo.undo.mutate({})
    expect(await holidaysIn('2020-08')).toEqual([['2020-08-17', 'Local holiday']])
  })
})
