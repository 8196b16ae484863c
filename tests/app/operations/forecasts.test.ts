import { expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { forecastCell, forecastDraft, highlightOf, latestForecast } from '../support/forecastApp.ts'
import { addScheme, changed, eventsOf, nowhere, on, pounds, programmeApp } from '../support/programmeApp.ts'

const yearOf = async ({ me, scheme }: Awaited<ReturnType<typeof programmeApp>>) => {
  const { schemes } = await me.forecasts.screen.query({ asAt: null, startYear: 2020, years: [] })
  const found = schemes.find(({ id }) => id === scheme.id)
  return {
    version: found?.forecast?.version ?? null,
    status: found?.forecast?.status ?? null,
    outturn: found?.years[0]?.outturn,
  }
}

test('a paste over several schemes is one event and one undo, which leaves no forecast where there was none', async () => {
  const app = await programmeApp()
  const { me, theme, scheme } = app
  const other = await addScheme(me, theme.id, 'Sensors')
  const cells = [
    forecastCell(scheme.id, 10, { period: 6 }),
    forecastCell(scheme.id, 20, { period: 7 }),
    forecastCell(other.id, 5, { startYear: 2021 }),
  ]
  const events = await eventsOf(me, async () => {
    expect(await me.forecasts.set.mutate({ cells })).toEqual({ value: { changed: 3 } })
  })
  const written = await yearOf(app)
  await me.undo.undo.mutate({})
  const undone = await yearOf(app)
  await me.undo.redo.mutate({})
  expect([events.length, written, undone, await yearOf(app)]).toEqual([
    1,
    { version: 1, status: 'draft', outturn: pounds(30) },
    { version: null, status: null, outturn: null },
    { version: 1, status: 'draft', outturn: pounds(30) },
  ])
})

test('what was submitted stays, the next change begins the next version, and writing what stands there writes nothing', async () => {
  const app = await programmeApp()
  const { me, scheme } = app
  await me.forecasts.submit.mutate({ forecasts: [await forecastDraft(me, scheme.id)], note: 'Agreed' })
  const submitted = await latestForecast(me, scheme.id)
  const same = await me.forecasts.set.mutate({ cells: [forecastCell(scheme.id, 100, { was: 100 })] })
  await me.forecasts.set.mutate({ cells: [forecastCell(scheme.id, 80, { was: 100 })] })
  const { versions } = await me.forecasts.bias.query({ asAt: null, startYear: 2020, schemeId: scheme.id })
  expect([submitted.status, submitted.note, same, await yearOf(app), versions]).toEqual([
    'submitted',
    'Agreed',
    { value: null },
    { version: 2, status: 'draft', outturn: pounds(80) },
    [
      {
        version: 1,
        submittedOn: '2020-09-01',
        submittedBy: 'Programme director',
        note: 'Agreed',
        outturns: [{ startYear: 2020, outturn: pounds(100) }],
      },
    ],
  ])
})

test('a forecast is refused where the cell has moved, the scheme is unknown, the draft was changed since, or it was submitted', async () => {
  const { me, scheme } = await programmeApp()
  const seen = await forecastDraft(me, scheme.id)
  await me.forecasts.set.mutate({ cells: [forecastCell(scheme.id, 90, { was: 100 })] })
  const now = { ...seen, revision: seen.revision + 1 }
  const codes = [
    await refusalOf(me.forecasts.set.mutate({ cells: [forecastCell(scheme.id, 1, { was: 100 })] })),
    await refusalOf(me.forecasts.set.mutate({ cells: [forecastCell(nowhere, 1)] })),
    await refusalOf(me.forecasts.submit.mutate({ forecasts: [seen] })),
  ]
  await me.forecasts.submit.mutate({ forecasts: [now] })
  codes.push(await refusalOf(me.forecasts.submit.mutate({ forecasts: [{ ...now, revision: now.revision + 1 }] })))
  expect(codes.map(({ code }) => code)).toEqual(['stale', 'not-found', 'stale', 'wrong-status'])
})

test('a highlight report freezes its milestones and highest risks as it is submitted, and the scheme takes its rating', async () => {
  const { me, scheme } = await programmeApp()
  const milestone = {
    name: 'Go live',
    baselineOn: on('2020-10-01'),
    forecastOn: on('2020-11-01'),
    actualOn: null,
    note: '',
  }
  await me.delivery.addMilestone.mutate({ schemeId: scheme.id, attributes: milestone })
  const draft = changed(await me.highlights.write.mutate({ ...highlightOf(scheme.id), delivery: 'A' }))
  await me.highlights.submit.mutate({ id: draft.id, revision: draft.revision })
  await me.delivery.addMilestone.mutate({ schemeId: scheme.id, attributes: { ...milestone, name: 'Later' } })
  const month = await me.highlights.screen.query({ asAt: null, schemeId: scheme.id, startYear: 2020, period: 1 })
  const { scheme: after } = await me.schemes.screen.query({ asAt: null, id: scheme.id })
  expect([
    month.versions.map(({ status, version, delivery, submittedOn }) => [status, version, delivery, submittedOn]),
    month.versions[0]?.milestones.map(({ name }) => name),
    month.now.milestones.map(({ name }) => name),
    after.ragDelivery,
  ]).toEqual([[['submitted', 1, 'A', '2020-09-01']], ['Go live'], ['Go live', 'Later'], 'A'])
})

test('a correction is the next version of its month, and an earlier month leaves the rating of the scheme alone', async () => {
  const { me, scheme } = await programmeApp()
  const submit = async (change: Partial<Parameters<typeof me.highlights.write.mutate>[0]>) => {
    const { id, revision } = changed(await me.highlights.write.mutate({ ...highlightOf(scheme.id), ...change }))
    return changed(await me.highlights.submit.mutate({ id, revision }))
  }
  const may = await submit({ period: 2, delivery: 'R' })
  await submit({ period: 1, delivery: 'G' })
  const seen = { id: may.id, revision: may.revision }
  const corrected = await submit({ period: 2, delivery: 'AR', seen })
  const { scheme: after } = await me.schemes.screen.query({ asAt: null, id: scheme.id })
  expect([corrected.version, after.ragDelivery]).toEqual([2, 'AR'])
})

test('a highlight report is refused before its month, on a rating of another scale, unfinished, twice, and over what somebody else wrote', async () => {
  const { me, scheme, at } = await programmeApp()
  const of = highlightOf(scheme.id)
  const write = async (change: Partial<Parameters<typeof me.highlights.write.mutate>[0]>) =>
    await refusalOf(me.highlights.write.mutate({ ...of, ...change }))
  const unrated = changed(await me.highlights.write.mutate({ ...of, delivery: null, commentary: '' }))
  const submit = async (revision: number) => await refusalOf(me.highlights.submit.mutate({ id: unrated.id, revision }))
  const refused = [await write({ period: 7 }), await write({ seen: null }), await submit(1), await submit(9)]
  const seen = { id: unrated.id, revision: 1 }
  const { revision } = changed(await me.highlights.write.mutate({ ...of, seen }))
  const { revision: submitted } = changed(await me.highlights.submit.mutate({ id: unrated.id, revision }))
  refused.push(await submit(submitted))
  at('2021-06-01')
  refused.push(await write({ startYear: 2021, delivery: 'AG' }))
  expect(refused).toEqual([
    { code: 'future-day', detail: { on: '2020-10-01', today: '2020-09-01' } },
    { code: 'stale', detail: { entity: 'highlight_report', id: unrated.id } },
    { code: 'highlight-incomplete', detail: { missing: ['rating', 'commentary'] } },
    { code: 'stale', detail: { entity: 'highlight_report', id: unrated.id } },
    { code: 'wrong-status', detail: { is: 'submitted', needs: 'draft' } },
    { code: 'rating-not-in-force', detail: { rating: 'AG', on: '2021-04-30' } },
  ])
})
