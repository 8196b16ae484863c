import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { openTestApp, type TestApp } from '../support/openTestApp.ts'
import { runScript } from '../support/runScript.ts'
import { authorityScript } from './support/authorityScript.ts'
import {
  decisionOf,
  director,
  emptyApp,
  grant,
  lineOn,
  newProgramme,
  on,
  planCell,
  programmeApp,
} from './support/programmeApp.ts'

type Client = ReturnType<TestApp['as']>

/** Everything that a user can look at, at one moment; only the day that was asked for is left out. */
const everyScreen = async (client: Client, asAt: Instant | null): Promise<unknown> => {
  const years = { from: 2020, to: 2022 }
  const programme = await client.programme.screen.query({ asAt })
  const place = { kind: 'programme' as const, id: programme.programme.id }
  const levels = ['plan' as const, 'allocation' as const, 'authority' as const]
  const filter = { before: null, subjectId: null, role: null, operation: null, from: null, to: null, amount: null }
  const screens = {
    programme,
    portfolio: await client.portfolio.screen.query({ asAt, ...years, across: 'years' }),
    plan: await client.plan.cells.query({ asAt }),
    funding: await client.funding.screen.query({ asAt, decisionId: null }),
    checks: await client.checks.screen.query({ asAt }),
    explain: await client.explain.figure.query({
      asAt,
      figure: { levels, place, withBelow: true, from: 1990, to: 2100 },
    }),
    audit: await client.audit.page.query({ asAt, ...filter }),
    schemes: await Promise.all(programme.schemes.map(({ id }) => client.schemes.screen.query({ asAt, id }))),
  }
  return JSON.parse(JSON.stringify(screens))
}

/** Something that a user may do with the programme; many of them are refused at the moment at which they come. */
const acts: Record<string, (client: Client, number: number) => Promise<unknown>> = {
  theme: (client, number) => client.themes.add.mutate({ name: `Theme ${number}`, aliases: [], objective: '' }),
  scheme: async (client, number) => {
    const { themes } = await client.programme.screen.query({ asAt: null })
    const themeId = themes[number % themes.length]?.id as Id
    const attributes = { name: `Scheme ${number}` }
    return await client.schemes.add.mutate({ themeId, fromOn: on('2020-04-01'), lifecycle: 'live', attributes })
  },
  source: (client, number) => client.sources.add.mutate({ ...grant, name: `Source ${number}` }),
  rename: async (client, number) => {
    const { themes } = await client.programme.screen.query({ asAt: null })
    const theme = themes[number % themes.length]
    if (!theme) return
    const { isRemoved: _removed, retiredOn: _retired, ...given } = theme
    await client.themes.change.mutate({ ...given, name: `Renamed ${number}` })
  },
  describe: async (client, number) => {
    const { schemes } = await client.programme.screen.query({ asAt: null })
    const scheme = schemes[number % schemes.length]
    if (scheme)
      await client.schemes.change.mutate({
        id: scheme.id,
        revision: scheme.revision,
        attributes: { ref: `R${number}` },
      })
  },
  move: async (client, number) => {
    const { schemes, themes } = await client.programme.screen.query({ asAt: null })
    const [schemeId, themeId] = [schemes[number % schemes.length]?.id, themes[number % themes.length]?.id]
    if (schemeId && themeId) await client.schemes.move.mutate({ schemeId, themeId, fromOn: on('2020-06-01') })
  },
  plan: async (client, number) => {
    const { schemes, balances } = await client.programme.screen.query({ asAt: null })
    const scheme = schemes[number % schemes.length]
    if (!scheme) return
    const was = balances.find(
      ({ place, level, startYear }) => place.id === scheme.id && level === 'plan' && startYear === 2020,
    )
    await client.plan.set.mutate({ cells: [planCell(scheme.id, number * 100, { was: (was?.amount ?? 0) / 100 })] })
  },
  allocate: async (client, number) => {
    const { schemes } = await client.programme.screen.query({ asAt: null })
    const id = schemes[number % schemes.length]?.id
    if (id) await client.decisions.record.mutate(decisionOf(`A${number}`, [lineOn('allocation', id, number * 100)]))
  },
  authorise: async (client, number) => {
    const { schemes } = await client.programme.screen.query({ asAt: null })
    const id = schemes[number % schemes.length]?.id
    const effectiveOn = on(`2020-09-${String((number % 28) + 1).padStart(2, '0')}`)
    if (id)
      await client.decisions.record.mutate(
        decisionOf(`U${number}`, [lineOn('authority', id, number * 60)], { effectiveOn }),
      )
  },
  status: async (client, number) => {
    const { schemes } = await client.programme.screen.query({ asAt: null })
    const schemeId = schemes[number % schemes.length]?.id
    if (schemeId)
      await client.schemes.recordCaseStatus.mutate({ schemeId, startYear: 2020, status: 'draft', place: `P${number}` })
  },
  undo: (client) => client.undo.undo.mutate({}),
  redo: (client) => client.undo.redo.mutate({}),
}

test('every screen as at an earlier moment shows what it showed then, whatever happened since', {
  timeout: 60_000,
}, async () => {
  const act = fc.record({ name: fc.constantFrom(...Object.keys(acts)), number: fc.integer({ min: 1, max: 40 }) })
  const history = fc.array(act, { minLength: 13, maxLength: 14 })
  let steps = 0
  await fc.assert(
    fc.asyncProperty(history, async (given) => {
      const { as, at, app } = await openTestApp()
      const me = as(director)
      at('2020-09-01')
      await me.programme.create.mutate({ fileName: 'Own', programme: { ...newProgramme, startYear: 2020, years: 3 } })
      // A theme and a scheme come first, so that most acts find something to act on.
      const seen: { asAt: Instant; screens: unknown }[] = []
      for (const [index, { name, number }] of [
        { name: 'theme', number: 0 },
        { name: 'scheme', number: 0 },
        ...given,
      ].entries()) {
        const moment = new Date(
          Date.parse('2020-09-01T09:00:00.000Z') + (index + 1) * 86_400_000,
        ).toISOString() as Instant
        at(moment)
        // Refusals are part of a history too; they must leave no trace.
        await acts[name]?.(me, number).catch(() => undefined)
        seen.push({ asAt: moment, screens: await everyScreen(me, null) })
      }
      for (const { asAt, screens } of seen) {
        expect(await everyScreen(me, asAt)).toEqual(screens)
        steps += 1
      }
      expect((await me.audit.verify.mutate()).faults).toEqual([])
      await app.close()
    }),
    { numRuns: 3, seed: 20_200_828 },
  )
  expect(steps).toBeGreaterThan(40)
})

test('as at a day is as at its last moment in London', async () => {
  const { me, at } = await emptyApp()
  const namesAt = async (day: string) =>
    (await me.programme.screen.query({ asAt: on(day) })).themes.map(({ name }) => name)
  at('2020-10-24T22:59:59.999Z')
  await me.themes.add.mutate({ name: 'Last of the 24th', aliases: [], objective: '' })
  // The night in which the clocks go back: the 25th has 25 hours and ends at midnight UTC.
  at('2020-10-24T23:00:00.000Z')
  await me.themes.add.mutate({ name: 'First of the 25th', aliases: [], objective: '' })
  at('2020-10-25T23:59:59.999Z')
  await me.themes.add.mutate({ name: 'Last of the 25th', aliases: [], objective: '' })
  expect([await namesAt('2020-10-24'), await namesAt('2020-10-25'), await namesAt('2020-10-23')]).toEqual([
    ['Last of the 24th'],
    ['Last of the 24th', 'First of the 25th', 'Last of the 25th'],
    [],
  ])
})

test('nothing is changed by looking at an earlier moment, and nothing can be sent to it', async () => {
  const { me, folder } = await programmeApp()
  const { asAt } = await me.programme.screen.query({ asAt: null })
  await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
  await everyScreen(me, asAt.recordedAt)
  expect([(await me.programme.screen.query({ asAt: null })).asAt.seq, folder.length > 0]).toEqual([asAt.seq + 1, true])
})

test('what another program writes to the same file is seen at the next read, now and as at', async () => {
  const { me, folder, at } = await emptyApp()
  const other = await openTestApp({ folder })
  other.ports.newId = idsFrom('01CTHER')
  const them = other.as('administrator')
  await them.programme.open.mutate({ path: 'Own' })
  other.at('2020-09-02')
  await them.themes.add.mutate({ name: 'Theirs', aliases: [], objective: '' })
  at('2020-09-03')
  await me.themes.add.mutate({ name: 'Ours', aliases: [], objective: '' })
  const namesIn = async (client: Client, asAt: ReturnType<typeof on> | null) =>
    (await client.programme.screen.query({ asAt })).themes.map(({ name }) => name)
  expect([await namesIn(me, null), await namesIn(them, null), await namesIn(me, on('2020-09-02'))]).toEqual([
    ['Theirs', 'Ours'],
    ['Theirs', 'Ours'],
    ['Theirs'],
  ])
  expect(await them.themes.add.mutate({ name: 'Again', aliases: [], objective: '' })).toMatchObject({
    value: { sort: 3 },
  })
  expect((await me.audit.verify.mutate()).faults).toEqual([])
})

test('what a process of its own writes is seen at the next read', async () => {
  const { me, folder, scheme } = await programmeApp()
  await me.decisions.record.mutate(decisionOf('D0', [lineOn('allocation', scheme.id, 1_000)]))
  const before = await everyScreen(me, null)
  await runScript([authorityScript, `${folder}/Own.bcf`, scheme.id, 'P', '400'], 'gathered')
  const { balances } = await me.programme.screen.query({ asAt: null })
  expect(balances.map(({ level, amount }) => [level, amount])).toEqual([
    ['allocation', 1_000_00],
    ['authority', 400_00],
  ])
  expect(await everyScreen(me, null)).not.toEqual(before)
})

const idsFrom = (start: string) => {
  let made = 0
  return () => {
    made += 1
    return `${start}${String(made).padStart(26 - start.length, '0')}` as Id
  }
}
