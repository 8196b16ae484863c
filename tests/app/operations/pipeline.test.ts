import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { changed, nowhere, on, pounds, programmeApp } from '../support/programmeApp.ts'

const criteria = [
  { id: null, name: 'Fit', guidance: 'Serves the strategy', weight: 3 },
  { id: null, name: 'Need', guidance: '', weight: 1 },
]
const set = { fromOn: on('2020-04-01'), source: 'Board of April 2020', criteria }

/** A scheme without money, and criteria in force. */
const pipelineApp = async () => {
  const app = await programmeApp()
  const { me, theme } = app
  const chatbot = changed(
    await me.schemes.add.mutate({
      themeId: theme.id,
      fromOn: on('2020-04-01'),
      lifecycle: 'unfunded',
      attributes: { name: 'Chatbot' },
    }),
  )
  const laidDown = changed(await me.pipeline.setCriteria.mutate(set))
  const [fit, need] = laidDown.criteria.map(({ id }) => id)
  if (!fit || !need) throw new Error('The set has not both criteria')
  return { ...app, chatbot, laidDown, fit, need }
}

const screenOf = async ({ me }: Pick<Awaited<ReturnType<typeof pipelineApp>>, 'me'>) =>
  await me.pipeline.screen.query({ asAt: null, basis: null })

describe('scoring criteria', () => {
  test('hold from their day on, and a criterion that is kept keeps its scores', async () => {
    const { me, chatbot, laidDown, fit, need } = await pipelineApp()
    const scores = [
      { criterionId: fit, score: 5, reason: 'In the plan' },
      { criterionId: need, score: 0, reason: 'Nobody waits for it' },
    ]
    await me.pipeline.score.mutate({ schemeId: chatbot.id, revision: null, scores })
    expect((await screenOf({ me })).slotted).toMatchObject([{ scoreBp: 7500, rank: 1 }])
    const next = { fromOn: on('2020-09-01'), source: 'Board', criteria: laidDown.criteria.slice(1) }
    await me.pipeline.setCriteria.mutate(next)
    expect(await screenOf({ me })).toMatchObject({ criteria: next, slotted: [{ scoreBp: 0, criteria: 1 }] })
    const before = await me.pipeline.screen.query({ asAt: null, basis: null })
    expect(before.laterCriteria).toEqual([])
  })

  test('are one set a day, of criteria that are known or new', async () => {
    const { me } = await pipelineApp()
    expect(await refusalOf(me.pipeline.setCriteria.mutate(set))).toEqual({
      code: 'already-dated',
      detail: { what: 'set of scoring criteria', on: '2020-04-01' },
    })
    const foreign = {
      ...set,
      fromOn: on('2021-04-01'),
      criteria: [{ id: nowhere, name: 'Fit', guidance: '', weight: 1 }],
    }
    expect(await refusalOf(me.pipeline.setCriteria.mutate(foreign))).toEqual({
      code: 'not-found',
      detail: { entity: 'criterion', id: nowhere },
    })
    const twice = { ...foreign, criteria: [...criteria, { id: null, name: 'fit', guidance: '', weight: 1 }] }
    expect(await refusalOf(me.pipeline.setCriteria.mutate(twice))).toMatchObject({ code: 'bad-request' })
  })

  test('come into force on a day to come, and are shown until then as later ones', async () => {
    const { me, laidDown } = await pipelineApp()
    await me.pipeline.setCriteria.mutate({ ...set, fromOn: on('2021-04-01') })
    const { criteria: inForce, laterCriteria } = await screenOf({ me })
    expect([inForce?.id, laterCriteria.map(({ fromOn }) => fromOn)]).toEqual([laidDown.id, ['2021-04-01']])
  })
})

describe('a scheme without money', () => {
  test('is estimated, scored and slotted into what the years leave', async () => {
    const app = await pipelineApp()
    const { me, programme, chatbot, fit, need } = app
    await me.programme.change.mutate({
      id: programme.id,
      revision: 1,
      name: programme.name,
      capitalSchemeNumber: '',
      startYear: 2020,
      endYear: 2021,
      annualAllocation: pounds(100),
    })
    expect((await screenOf(app)).slotted.map(({ slot }) => slot)).toEqual([
      { kind: 'no-score', scored: 0, criteria: 2 },
    ])
    const scores = [fit, need].map((criterionId) => ({ criterionId, score: 3, reason: 'As others' }))
    const scored = changed(await me.pipeline.score.mutate({ schemeId: chatbot.id, revision: null, scores }))
    expect((await screenOf(app)).slotted.map(({ slot }) => slot)).toEqual([{ kind: 'no-costs' }])
    const costs = [{ startYear: 2021, nature: 'capital' as const, amount: pounds(150) }]
    const said = { schemeId: chatbot.id, revision: scored.revision, costs, costsFrom: 'Supplier' }
    expect(changed(await me.pipeline.estimate.mutate(said))).toEqual({
      ...scored,
      revision: 2,
      costs,
      costsFrom: 'Supplier',
    })
    const { slotted, after } = await screenOf(app)
    expect([slotted, after]).toEqual([
      [
        {
          schemeId: chatbot.id,
          scoreBp: 6000,
          scored: 2,
          criteria: 2,
          rank: 1,
          slot: { kind: 'fits', needed: pounds(150) },
        },
      ],
      [
        { startYear: 2020, slotted: 0, through: pounds(100) },
        { startYear: 2021, slotted: pounds(150), through: pounds(50) },
      ],
    ])
  })

  test('is scored on criteria in force, each with a reason', async () => {
    const { me, chatbot, fit } = await pipelineApp()
    const refused = (scores: { criterionId: typeof fit; score: number; reason: string }[]) =>
      refusalOf(me.pipeline.score.mutate({ schemeId: chatbot.id, revision: null, scores }))
    const one = { criterionId: fit, score: 3, reason: 'Because' }
    expect(await refused([{ ...one, criterionId: nowhere }])).toEqual({
      code: 'not-found',
      detail: { entity: 'criterion', id: nowhere },
    })
    for (const wrong of [[{ ...one, reason: ' ' }], [{ ...one, score: 6 }], [one, one], []]) {
      expect(await refused(wrong)).toMatchObject({ code: 'bad-request' })
    }
  })

  test('is not scored over somebody else, and one that has money is no candidate', async () => {
    const { me, scheme, chatbot, fit } = await pipelineApp()
    const scores = [{ criterionId: fit, score: 3, reason: 'Because' }]
    await me.pipeline.score.mutate({ schemeId: chatbot.id, revision: null, scores })
    expect(await refusalOf(me.pipeline.score.mutate({ schemeId: chatbot.id, revision: null, scores }))).toEqual({
      code: 'stale',
      detail: { entity: 'pipeline_candidate', id: chatbot.id },
    })
    const estimate = { schemeId: scheme.id, revision: null, costs: [], costsFrom: '' }
    expect(await refusalOf(me.pipeline.estimate.mutate(estimate))).toEqual({
      code: 'wrong-status',
      detail: { is: 'live', needs: 'unfunded' },
    })
  })

  test('is forgotten by undo, and comes back once only', async () => {
    const { me, chatbot, fit } = await pipelineApp()
    const scores = [{ criterionId: fit, score: 3, reason: 'Because' }]
    await me.pipeline.score.mutate({ schemeId: chatbot.id, revision: null, scores })
    await me.undo.undo.mutate({})
    expect((await screenOf({ me })).candidates).toEqual([])
    await me.undo.redo.mutate({})
    expect((await screenOf({ me })).candidates).toMatchObject([{ scores }])
  })
})
