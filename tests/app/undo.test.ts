import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { createApp } from '../../electron/app/app.ts'
import { refusalOf, type TestApp } from '../support/openTestApp.ts'
import {
  addScheme,
  balancesOf,
  changed,
  decisionOf,
  eventsOf,
  grant,
  lineOn,
  on,
  planCell,
  programmeApp,
} from './support/programmeApp.ts'

type Client = ReturnType<TestApp['as']>

const themesOf = async (client: Client) =>
  (await client.programme.screen.query({ asAt: null })).themes.map(({ name }) => name)
const schemeOf = async (client: Client, id: Id) => (await client.schemes.screen.query({ id, asAt: null })).scheme

describe('undo', () => {
  test('brings attributes back as they were, and redo as they were changed', async () => {
    const { me, scheme } = await programmeApp()
    const attributes = { name: 'Patient portal', dca: 'R' as const, tags: ['late'] }
    const after = changed(await me.schemes.change.mutate({ id: scheme.id, revision: 1, attributes }))
    await me.undo.undo.mutate({})
    expect(await schemeOf(me, scheme.id)).toEqual({ ...scheme, revision: 3 })
    await me.undo.redo.mutate({})
    expect(await schemeOf(me, scheme.id)).toEqual({ ...after, revision: 4 })
  })

  test('takes back a whole paste at once, and redo puts all of it there again', async () => {
    const { me, theme, scheme } = await programmeApp()
    const other = await addScheme(me, theme.id, 'Sensors')
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 5)] })
    await me.plan.set.mutate({
      cells: [
        planCell(scheme.id, 400, { was: 5 }),
        planCell(scheme.id, 100, { startYear: 2021 }),
        planCell(other.id, 50),
      ],
    })
    const pasted = await balancesOf(me)
    await me.undo.undo.mutate({})
    const undone = await balancesOf(me)
    await me.undo.redo.mutate({})
    expect([pasted, undone, await balancesOf(me)]).toEqual([
      ['plan 2020 400', 'plan 2021 100', 'plan 2020 50'],
      ['plan 2020 5'],
      ['plan 2020 400', 'plan 2021 100', 'plan 2020 50'],
    ])
  })

  test('of the first figure of a cell leaves nothing recorded and no zero, however often it is redone and undone', async () => {
    const { me, scheme } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 0), planCell(scheme.id, 400, { startYear: 2021 })] })
    const seen: string[][] = [await balancesOf(me)]
    for (const step of ['undo', 'redo', 'undo', 'redo'] as const) {
      await me.undo[step].mutate({})
      seen.push(await balancesOf(me))
    }
    const planned = ['plan 2020 0', 'plan 2021 400']
    expect(seen).toEqual([planned, [], planned, [], planned])
  })

  test('of a figure in a cell that was a known zero leaves that zero', async () => {
    const { me, scheme } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 0)] })
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 400)] })
    await me.undo.undo.mutate({})
    expect(await balancesOf(me)).toEqual(['plan 2020 0'])
  })

  test('as at every earlier moment reads as the screens read then', async () => {
    const { me, at, scheme } = await programmeApp()
    const reading = async (asAt: CalendarDay | null) => {
      const screen = await me.portfolio.screen.query({ asAt, from: 2020, to: 2020, across: 'levels' })
      const { range, children } = screen.portfolio.programme
      return [range.plan, children[0]?.children[0]?.range.plan]
    }
    const days = ['2020-09-02', '2020-09-03', '2020-09-04', '2020-09-05'].map(on)
    const acts = [
      () => me.plan.set.mutate({ cells: [planCell(scheme.id, 400)] }),
      () => me.undo.undo.mutate({}),
      () => me.undo.redo.mutate({}),
      () => me.undo.undo.mutate({}),
    ]
    const then = []
    for (const [index, act] of acts.entries()) {
      at(days[index] ?? '')
      await act()
      then.push(await reading(null))
    }
    const later = []
    for (const day of days) later.push(await reading(day))
    const [none, planned] = [{ kind: 'none' }, { kind: 'amount', amount: 400_00, isDerived: false }]
    expect([later, then.map(([, ofScheme]) => ofScheme)]).toEqual([then, [planned, none, planned, none]])
  })

  test('removes what was added, with what hangs on it, and redo brings it back', async () => {
    const { me, theme } = await programmeApp()
    const added = await addScheme(me, theme.id, 'Sensors')
    await me.undo.undo.mutate({})
    const shown = await me.programme.screen.query({ asAt: null })
    expect([shown.schemes.map(({ name }) => name), shown.memberships.length]).toEqual([['Portal'], 1])
    expect(await refusalOf(me.schemes.screen.query({ id: added.id, asAt: null }))).toMatchObject({ code: 'not-found' })
    await me.undo.redo.mutate({})
    expect(await me.schemes.screen.query({ id: added.id, asAt: null })).toMatchObject({ theme: { id: theme.id } })
  })

  test('goes back step by step to the beginning, and forward again to the end', async () => {
    const { me, theme } = await programmeApp()
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    await me.themes.change.mutate({
      id: theme.id,
      revision: 1,
      name: 'Care records',
      aliases: [],
      objective: '',
      sort: 1,
    })
    const seen: string[][] = [await themesOf(me)]
    for (const step of ['undo', 'undo', 'redo', 'redo'] as const) {
      await me.undo[step].mutate({})
      seen.push(await themesOf(me))
    }
    const [end, middle, start] = [['Care records', 'Networks'], ['Records', 'Networks'], ['Records']]
    expect(seen).toEqual([end, middle, start, middle, end])
    expect(await refusalOf(me.undo.redo.mutate({}))).toEqual({ code: 'nothing-to-undo', detail: {} })
  })

  test('has nothing to redo once something else was changed', async () => {
    const { me } = await programmeApp()
    await me.undo.undo.mutate({})
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    expect([await refusalOf(me.undo.redo.mutate({})), (await me.undo.list.query()).redo]).toEqual([
      { code: 'nothing-to-undo', detail: {} },
      null,
    ])
  })

  test('is an event of its own that names what it takes back, and the menu says so', async () => {
    const { me } = await programmeApp()
    const events = await eventsOf(me, async () => {
      await me.undo.undo.mutate({})
      await me.undo.redo.mutate({})
    })
    const { changes, next, redo } = await me.undo.list.query()
    expect([
      events,
      changes.slice(0, 3).map(({ seq, operation, undoesSeq, isUndone }) => [seq, operation, undoesSeq, isUndone]),
      next,
      redo,
    ]).toEqual([
      ['undo.undo | undone | programme_director', 'undo.redo | redone | programme_director'],
      [
        [6, 'undo.redo', 5, false],
        [5, 'undo.undo', 4, true],
        [4, 'sources.add', null, true],
      ],
      6,
      null,
    ])
  })

  test('undone and redone however often, the changes before it stay on the list', async () => {
    const { me } = await programmeApp()
    const changesOf = async () => (await me.undo.list.query()).changes.filter(({ undoesSeq }) => undoesSeq === null)
    const before = (await changesOf()).map(({ seq }) => seq)
    for (let turn = 0; turn < 26; turn += 1) {
      await me.undo.undo.mutate({})
      await me.undo.redo.mutate({})
    }
    expect((await changesOf()).map(({ seq }) => seq)).toEqual(before)
  })

  test('goes back over several changes of one thing, and forward again', async () => {
    const { me, scheme } = await programmeApp()
    for (const [index, ref] of ['A', 'B', 'C'].entries()) {
      await me.schemes.change.mutate({ id: scheme.id, revision: index + 1, attributes: { ref } })
    }
    const seen: string[] = []
    for (const step of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
      if (step === 'undo') await me.undo.undo.mutate({})
      else await me.undo.redo.mutate({})
      seen.push((await schemeOf(me, scheme.id)).ref)
    }
    expect(seen).toEqual(['B', 'A', '', 'A', 'B', 'C'])
  })

  test('takes back a plan cell whatever others planned from another source since', async () => {
    const { me, as, scheme, source } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    await as('finance_officer').plan.set.mutate({ cells: [{ ...planCell(scheme.id, 30), sourceId: source.id }] })
    await me.undo.undo.mutate({})
    expect(await balancesOf(me)).toEqual(['plan 2020 30'])
  })

  test('takes back one’s own change and leaves what others did since', async () => {
    const { me, as, theme, scheme } = await programmeApp()
    const lead = as('scheme_lead')
    await me.themes.change.mutate({
      id: theme.id,
      revision: 1,
      name: 'Care records',
      aliases: [],
      objective: '',
      sort: 1,
    })
    await lead.plan.set.mutate({ cells: [planCell(scheme.id, 70)] })
    await lead.schemes.change.mutate({ id: scheme.id, revision: 1, attributes: { ref: 'P1' } })
    await me.undo.undo.mutate({})
    expect([await themesOf(me), (await schemeOf(me, scheme.id)).ref, await balancesOf(me)]).toEqual([
      ['Records'],
      'P1',
      ['plan 2020 70'],
    ])
    await lead.undo.undo.mutate({})
    await lead.undo.undo.mutate({})
    expect([
      await refusalOf(lead.undo.undo.mutate({})),
      (await schemeOf(me, scheme.id)).ref,
      await balancesOf(me),
    ]).toEqual([{ code: 'nothing-to-undo', detail: {} }, '', []])
  })

  test('passes over what was posted under a decision', async () => {
    const { me, scheme } = await programmeApp()
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    await me.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 100)]))
    await me.undo.undo.mutate({})
    expect([await themesOf(me), await balancesOf(me)]).toEqual([['Records'], ['allocation 2020 100']])
  })

  test('goes on after a restart', async () => {
    const { me, app, ports } = await programmeApp()
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    await app.close()
    const restarted = createApp(ports)
    const post = async (path: string, input: unknown) =>
      await restarted.fetch(
        new Request(`http://bcf.test/api/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        }),
        { session: 'another', role: 'programme_director' },
      )
    await post('programme.open', { path: 'Own' })
    await post('undo.undo', {})
    const themes = async () =>
      (
        (await (await post('programme.screen', { asAt: null })).json()) as {
          result: { data: { themes: { name: string }[] } }
        }
      ).result.data.themes.map(({ name }) => name)
    const undone = await themes()
    await post('undo.redo', {})
    expect([undone, await themes()]).toEqual([['Records'], ['Records', 'Networks']])
    await restarted.close()
  })
})

describe('undo is stale', () => {
  test('where the next change is not the one that was seen, as in a second window or after a second click', async () => {
    const { me } = await programmeApp()
    const add = async (name: string) => await me.themes.add.mutate({ name, aliases: [], objective: '' })
    await add('Networks')
    const seen = (await me.undo.list.query()).next ?? 0
    await add('Sensors')
    const stale = { code: 'stale', detail: { entity: 'undo', id: String(seen) } }
    expect([await refusalOf(me.undo.undo.mutate({ seq: seen })), await themesOf(me)]).toEqual([
      stale,
      ['Records', 'Networks', 'Sensors'],
    ])
    const seq = seen + 1
    await me.undo.undo.mutate({ seq })
    const redo = (await me.undo.list.query()).redo ?? 0
    expect([
      await refusalOf(me.undo.undo.mutate({ seq })),
      await refusalOf(me.undo.redo.mutate({ seq: seen })),
      await themesOf(me),
      await me.undo.redo.mutate({ seq: redo }),
      await themesOf(me),
    ]).toEqual([
      { code: 'stale', detail: { entity: 'undo', id: String(seq) } },
      stale,
      ['Records', 'Networks'],
      { value: { seq: redo } },
      ['Records', 'Networks', 'Sensors'],
    ])
  })

  test('where somebody changed the same thing since', async () => {
    const { me, as, scheme } = await programmeApp()
    await me.schemes.change.mutate({ id: scheme.id, revision: 1, attributes: { ref: 'A' } })
    await as('scheme_lead').schemes.change.mutate({ id: scheme.id, revision: 2, attributes: { shortName: 'P' } })
    expect([await refusalOf(me.undo.undo.mutate({})), (await schemeOf(me, scheme.id)).ref]).toEqual([
      { code: 'stale', detail: { entity: 'scheme', id: scheme.id } },
      'A',
    ])
  })

  test('where somebody changed one of its cells since, and then none of the paste is taken back', async () => {
    const { me, as, theme, scheme } = await programmeApp()
    const other = await addScheme(me, theme.id, 'Sensors')
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100), planCell(other.id, 40)] })
    await as('finance_officer').plan.set.mutate({ cells: [planCell(other.id, 60, { was: 40 })] })
    expect([await refusalOf(me.undo.undo.mutate({})), await balancesOf(me)]).toEqual([
      { code: 'stale', detail: { entity: 'plan', id: other.id } },
      ['plan 2020 100', 'plan 2020 60'],
    ])
  })

  test('no longer once they have taken that back, and again once they have redone it', async () => {
    const { me, as, scheme } = await programmeApp()
    const officer = as('finance_officer')
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    await officer.plan.set.mutate({ cells: [planCell(scheme.id, 150, { was: 100 })] })
    await officer.undo.undo.mutate({})
    await officer.undo.redo.mutate({})
    expect([await refusalOf(me.undo.undo.mutate({})), await balancesOf(me)]).toEqual([
      { code: 'stale', detail: { entity: 'plan', id: scheme.id } },
      ['plan 2020 150'],
    ])
    await officer.undo.undo.mutate({})
    await me.undo.undo.mutate({})
    expect(await balancesOf(me)).toEqual([])
  })

  test('not where they changed the revenue beside the capital', async () => {
    const { me, as, scheme } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    await as('finance_officer').plan.set.mutate({ cells: [{ ...planCell(scheme.id, 7), nature: 'revenue' }] })
    await me.undo.undo.mutate({})
    expect(await balancesOf(me)).toEqual(['plan 2020 7'])
  })

  test('for redo where somebody has set the cell meanwhile', async () => {
    const { me, as, scheme } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    await me.undo.undo.mutate({})
    await as('finance_officer').plan.set.mutate({ cells: [planCell(scheme.id, 7)] })
    expect([await refusalOf(me.undo.redo.mutate({})), await balancesOf(me)]).toEqual([
      { code: 'stale', detail: { entity: 'plan', id: scheme.id } },
      ['plan 2020 7'],
    ])
  })
})

describe('undo keeps the programme whole: it is refused', () => {
  test('for a theme with schemes, and for a scheme and a source with money', async () => {
    const { me, as, theme } = await programmeApp()
    const other = changed(await as('administrator').themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    const scheme = await addScheme(me, other.id, 'Sensors')
    expect(await refusalOf(as('administrator').undo.undo.mutate({}))).toEqual({
      code: 'still-in-use',
      detail: { entity: 'theme', name: 'Networks', by: 'Sensors' },
    })
    await as('finance_officer').plan.set.mutate({ cells: [planCell(scheme.id, 10)] })
    expect(await refusalOf(me.undo.undo.mutate({}))).toMatchObject({
      code: 'still-in-use',
      detail: { entity: 'scheme', name: 'Sensors' },
    })
    const source = changed(await me.sources.add.mutate({ ...grant, name: 'Loan' }))
    await as('finance_officer').plan.set.mutate({
      cells: [{ ...planCell(scheme.id, 10, { startYear: 2021 }), sourceId: source.id }],
    })
    expect(await refusalOf(me.undo.undo.mutate({}))).toMatchObject({
      code: 'still-in-use',
      detail: { entity: 'funding_source', name: 'Loan' },
    })
    expect(theme.name).toBe('Records')
  })

  test('for what a decision names whose day has not come', async () => {
    const { me, as, at, theme } = await programmeApp()
    const scheme = await addScheme(me, theme.id, 'Sensors')
    const source = changed(await as('administrator').sources.add.mutate({ ...grant, name: 'Loan' }))
    const lines = [lineOn('allocation', scheme.id, 100, { sourceId: source.id })]
    await as('finance_officer').decisions.record.mutate(decisionOf('D1', lines, { effectiveOn: on('2020-10-01') }))
    expect([
      await refusalOf(me.undo.undo.mutate({})),
      await refusalOf(as('administrator').undo.undo.mutate({})),
    ]).toEqual([
      { code: 'still-in-use', detail: { entity: 'scheme', name: 'Sensors', by: 'D1' } },
      { code: 'still-in-use', detail: { entity: 'funding_source', name: 'Loan', by: 'D1' } },
    ])
    at('2020-10-01')
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    expect(await balancesOf(me)).toEqual(['allocation 2020 100'])
  })

  test('for an organisation that a scheme or another organisation names', async () => {
    const { me, as, scheme } = await programmeApp()
    const trust = {
      code: 'T',
      name: 'Trust',
      type: 'nhs_provider' as const,
      validFromOn: null,
      validToOn: null,
      predecessorIds: [],
      isAccountableBody: false,
      note: '',
    }
    const administrator = as('administrator')
    const added = changed(await administrator.organisations.add.mutate(trust))
    await me.schemes.change.mutate({ id: scheme.id, revision: 1, attributes: { leadOrganisationId: added.id } })
    const inUse = (by: string) => ({ code: 'still-in-use', detail: { entity: 'organisation', name: 'Trust', by } })
    expect(await refusalOf(administrator.undo.undo.mutate({}))).toEqual(inUse('Portal'))
    await me.undo.undo.mutate({})
    await me.organisations.add.mutate({ ...trust, code: 'H', name: 'Heir', predecessorIds: [added.id] })
    expect(await refusalOf(administrator.undo.undo.mutate({}))).toEqual(inUse('Heir'))
  })

  test('where the old name is somebody else’s by now', async () => {
    const { me, as, theme } = await programmeApp()
    await me.themes.change.mutate({
      id: theme.id,
      revision: 1,
      name: 'Care records',
      aliases: [],
      objective: '',
      sort: 1,
    })
    await as('administrator').themes.add.mutate({ name: 'Records', aliases: [], objective: '' })
    expect([await refusalOf(me.undo.undo.mutate({})), await themesOf(me)]).toEqual([
      { code: 'name-taken', detail: { entity: 'theme', name: 'Records' } },
      ['Care records', 'Records'],
    ])
  })

  test('where the scheme would go back to a theme that is retired or gone', async () => {
    const { me, as, theme, scheme } = await programmeApp()
    const other = changed(await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    await me.schemes.move.mutate({ schemeId: scheme.id, themeId: other.id, fromOn: on('2020-09-02') })
    await as('administrator').themes.retire.mutate({ id: theme.id, revision: 1, retiredOn: on('2020-09-02') })
    expect(await refusalOf(me.undo.undo.mutate({}))).toEqual({
      code: 'wrong-status',
      detail: { is: 'retired', needs: 'in use' },
    })
  })

  test('as redo is, and as undo of a redo is, where the programme has gone on', async () => {
    const { me, as } = await programmeApp()
    const administrator = as('administrator')
    const inUse = { code: 'still-in-use', detail: { entity: 'theme', name: 'Networks', by: 'Sensors' } }
    const theme = changed(await administrator.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }))
    await administrator.undo.undo.mutate({})
    await administrator.undo.redo.mutate({})
    const scheme = await addScheme(me, theme.id, 'Sensors')
    expect(await refusalOf(administrator.undo.undo.mutate({}))).toEqual(inUse)

    await me.undo.undo.mutate({})
    await administrator.themes.retire.mutate({ id: theme.id, revision: 3, retiredOn: on('2020-09-01') })
    await administrator.undo.undo.mutate({})
    await me.undo.redo.mutate({})
    expect(await refusalOf(administrator.undo.redo.mutate({}))).toEqual(inUse)

    await me.schemes.changeLifecycle.mutate({ id: scheme.id, revision: 3, lifecycle: 'cancelled' })
    await me.undo.undo.mutate({})
    await as('finance_officer').decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 1)]))
    expect(await refusalOf(me.undo.redo.mutate({}))).toMatchObject({
      code: 'still-in-use',
      detail: { by: 'allocation' },
    })
  })

  test('in a year that is closed since', async () => {
    const { me, at, scheme } = await programmeApp()
    await me.plan.set.mutate({ cells: [planCell(scheme.id, 10)] })
    at('2021-04-01')
    await me.programme.closeYear.mutate({ startYear: 2020 })
    expect(await refusalOf(me.undo.undo.mutate({}))).toEqual({ code: 'closed-year', detail: { year: 2020 } })
  })
})

test('a reason of full length outlives any number of undos and redos', async () => {
  const { me, scheme } = await programmeApp()
  await me.plan.set.mutate({ cells: [planCell(scheme.id, 10)], reason: 'x'.repeat(500) })
  for (let turn = 0; turn < 4; turn += 1) {
    await me.undo.undo.mutate({})
    await me.undo.redo.mutate({})
  }
  expect([await balancesOf(me), (await me.audit.verify.mutate()).faults]).toEqual([['plan 2020 10'], []])
})
