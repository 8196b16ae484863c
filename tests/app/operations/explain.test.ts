import { describe, expect, test } from 'vitest'
import { Id } from '../../../domain/id.ts'
import type { Place } from '../../../domain/ledger/entry.ts'
import type { FigureInput } from '../../../electron/app/features/explain.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { leedsApps } from '../support/leedsApp.ts'
import { decisionOf, lineOn, nowhere, programmeApp } from '../support/programmeApp.ts'

const openLeeds = leedsApps()

describe('a figure of the sample', () => {
  const explained = async (name: string, change: Partial<FigureInput>) => {
    const { as } = await openLeeds()
    const facts = await as('viewer').programme.screen.query({ asAt: null })
    const scheme = facts.schemes.find((each) => each.name === name)
    const id = scheme?.id ?? facts.themes.find((each) => each.name === name)?.id
    const figure: FigureInput = {
      levels: ['authority'],
      place: { kind: scheme ? 'scheme' : 'theme', id: Id.parse(id) },
      withBelow: false,
      from: 1990,
      to: 2100,
      ...change,
    }
    const { above, planBelow, count } = await as('viewer').explain.figure.query({ asAt: null, figure })
    return {
      count,
      above: above.map((each) => [each.name, each.total / 100]),
      planBelow: planBelow.map((each) => [each.name, each.amount / 100]),
    }
  }
  const programme = 'City Digital integrated health and care'
  const records = 'Care Records and Corporate'
  const [care, virtual, mindwell, diabetes] = [
    ['Leeds Care Record', 800_000],
    ['Supporting Virtual Care', 100_000],
    ['Mindwell Mental Health portal', 115_000],
    ['Diabetes Management System', 120_000],
  ]

  test('that a scheme does not have names the theme it was given at', async () => {
    expect(await explained('Leeds Care Record', {})).toEqual({
      count: 0,
      above: [
        [records, 1_135_000],
        [programme, 0],
      ],
      planBelow: [],
    })
  })

  test('that stands at a theme names the plan that hangs on it, and not that of a scheme with authority of its own', async () => {
    const own = await explained(records, {})
    expect(own.planBelow).toEqual([care, virtual, mindwell, diabetes])
    const all = await explained(records, { withBelow: true })
    expect(all.planBelow).toContainEqual(['Helm Person Held Record', 591_000])
    expect((await explained(records, { levels: ['allocation'] })).planBelow).toEqual([])
  })
})

test('made of two levels is the first less the second, also where it is named above', async () => {
  const { me, theme, scheme } = await programmeApp()
  const place: Place = { kind: 'theme', id: theme.id }
  const lines = [lineOn('allocation', theme.id, 100, { place }), lineOn('authority', theme.id, 60, { place })]
  await me.decisions.record.mutate(decisionOf('D1', lines))
  const figure: FigureInput = {
    levels: ['allocation', 'authority'],
    place: { kind: 'scheme', id: scheme.id },
    withBelow: false,
    from: 2020,
    to: 2020,
  }
  const { above } = await me.explain.figure.query({ asAt: null, figure })
  expect(above.map(({ name, total }) => [name, total / 100])).toEqual([
    ['Records', 40],
    ['Records for all', 0],
  ])
})

test('of a place that the programme does not have is refused, whatever the place is said to be', async () => {
  const { me, theme, scheme } = await programmeApp()
  const places: Place[] = [
    { kind: 'programme', id: nowhere },
    { kind: 'theme', id: scheme.id },
    { kind: 'scheme', id: theme.id },
  ]
  const refusals = []
  for (const place of places) {
    const figure: FigureInput = { levels: ['plan'], place, withBelow: true, from: 2020, to: 2020 }
    refusals.push(await refusalOf(me.explain.figure.query({ asAt: null, figure })))
  }
  expect(refusals).toEqual(places.map(({ kind, id }) => ({ code: 'not-found', detail: { entity: kind, id } })))
})
