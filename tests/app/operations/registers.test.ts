import { expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { givenPerson } from '../support/boardApp.ts'
import {
  benefitSaid,
  dependencySaid,
  figure,
  givenBenefit,
  givenMilestone,
  issueSaid,
  lessonSaid,
  milestoneSaid,
  riskSaid,
  seenAt,
} from '../support/deliveryApp.ts'
import { deliveryCommands } from '../support/deliveryCommands.ts'
import { addScheme, changed, nowhere, on, programmeApp } from '../support/programmeApp.ts'

test('the risk register counts open risks by likelihood and impact and holds issues with the risk they came from', async () => {
  const { me, scheme } = await programmeApp()
  const risk = changed(await me.risks.add.mutate({ schemeId: scheme.id, attributes: riskSaid, status: 'assessed' }))
  await me.risks.add.mutate({
    schemeId: null,
    attributes: { ...riskSaid, title: 'Cuts', likelihood: 5 },
    status: 'watch',
  })
  const issue = changed(await me.risks.addIssue.mutate({ schemeId: scheme.id, riskId: risk.id, attributes: issueSaid }))
  const screen = await me.risks.screen.query({ asAt: null })
  expect(screen.risks.map((row) => [row.risk.title, row.scheme, row.score, row.targetScore])).toEqual([
    ['Cuts', null, 20, 6],
    ['Late supplier', 'Portal', 12, 6],
  ])
  expect([screen.matrix[2]?.[3], screen.matrix[4]?.[3], screen.matrix.flat().reduce((a, b) => a + b)]).toEqual([
    1, 1, 2,
  ])
  expect(screen.issues).toEqual([{ issue, scheme: 'Portal' }])
  expect([
    await refusalOf(me.risks.change.mutate({ ...seenAt(risk), revision: 9, attributes: riskSaid, status: 'watch' })),
    await refusalOf(
      me.risks.changeIssue.mutate({ ...seenAt(issue), attributes: { ...issueSaid, closedOn: on('2020-09-01') } }),
    ),
  ]).toEqual([
    { code: 'stale', detail: { entity: 'risk', id: risk.id } },
    { code: 'reason-missing', detail: { act: 'close' } },
  ])
})

test('a benefit and a risk of an approved case are offered, taken once with their origin, and offered no more', async () => {
  const app = await programmeApp()
  const { me } = app
  const taking = await deliveryCommands['benefits.take'].input(app)
  const origin = { caseId: taking.caseId, lineId: taking.lineId as typeof taking.caseId }
  const offered = await me.benefits.screen.query({ asAt: null })
  const benefit = changed(await me.benefits.take.mutate(origin))
  const { untaken, benefits } = await me.benefits.screen.query({ asAt: null })
  expect([offered.untaken.map(({ name }) => name), untaken]).toEqual([['Fewer calls'], []])
  expect(benefits.map((row) => [row.benefit.origin, row.reference, row.benefit.status])).toEqual([
    [origin, 'BJC 1', 'target_agreed'],
  ])
  expect([
    await refusalOf(me.benefits.take.mutate(origin)),
    await refusalOf(me.risks.take.mutate({ ...origin, lineId: nowhere })),
    await refusalOf(me.benefits.setTargets.mutate({ ...seenAt(benefit), figures: [figure(2022, 1)] })),
  ]).toEqual([
    { code: 'already-taken', detail: { name: 'Fewer calls' } },
    { code: 'not-found', detail: { entity: 'line', id: nowhere } },
    { code: 'targets-locked', detail: { benefit: 'Fewer calls' } },
  ])
})

test('the owner of a benefit enters what came of it in whatever role, and nobody else without the duty', async () => {
  const app = await programmeApp()
  const benefit = await givenBenefit(app)
  const { me } = app
  const steps = [
    () => me.benefits.setTargets.mutate({ ...seenAt(benefit), figures: [figure(2021, 100)] }),
    () => me.benefits.move.mutate({ id: benefit.id, revision: 2, event: 'baseline', reason: '' }),
    () => me.benefits.move.mutate({ id: benefit.id, revision: 3, event: 'agree', reason: '' }),
  ]
  for (const step of steps) await step()
  const actuals = { id: benefit.id, revision: 4, figures: [figure(2020, 350)] }
  const owner = app.asPerson(await givenPerson(app, 'Head of  Service', ['viewer']), 'viewer')
  const other = app.asPerson(await givenPerson(app, 'Head of estates', ['viewer']), 'viewer')
  expect([
    await refusalOf(other.benefits.setActuals.mutate(actuals)),
    await refusalOf(app.as('viewer').benefits.setActuals.mutate(actuals)),
    changed(await owner.benefits.setActuals.mutate(actuals)).actuals,
    await refusalOf(owner.benefits.setTargets.mutate({ ...actuals, revision: 5 })),
  ]).toEqual([
    { code: 'not-permitted', detail: { operation: 'benefits.setActuals', role: 'viewer' } },
    { code: 'not-permitted', detail: { operation: 'benefits.setActuals', role: 'viewer' } },
    [figure(2020, 350)],
    { code: 'not-permitted', detail: { operation: 'benefits.setTargets', role: 'viewer' } },
  ])
})

test('benefits of two schemes that seem the same are shown as a pair until somebody has asked', async () => {
  const app = await programmeApp()
  const { me, theme } = app
  const one = await givenBenefit(app)
  const other = await addScheme(me, theme.id, 'Beds')
  const second = changed(await me.benefits.add.mutate({ schemeId: other.id, attributes: benefitSaid }))
  const pairs = async () =>
    (await me.benefits.screen.query({ asAt: null })).alike.map((pair) => [
      pair.one.scheme,
      pair.other.scheme,
      pair.isAsked,
    ])
  const before = await pairs()
  await me.benefits.askDoubleCount.mutate({ ...seenAt(one), withId: second.id, question: 'Same calls?' })
  expect([before, await pairs()]).toEqual([[['Portal', 'Beds', false]], [['Portal', 'Beds', true]]])
})

test('a scheme shows its slip, what it waits for and who waits for it, and its assurance as the scheme says it', async () => {
  const app = await programmeApp()
  const { me, scheme, theme } = app
  const milestone = await givenMilestone(app)
  const other = await addScheme(me, theme.id, 'Beds')
  const attributes = { ...dependencySaid, milestoneId: milestone.id }
  await me.delivery.addDependency.mutate({ schemeId: other.id, attributes })
  const record = { schemeId: scheme.id, kind: 'dpia' as const, reviewer: 'Officer', lookedOn: null, evidence: 'Form 4' }
  await me.delivery.recordAssurance.mutate({ ...record, status: 'complete', revision: null })
  const own = await me.delivery.screen.query({ asAt: null, schemeId: scheme.id })
  const others = await me.delivery.screen.query({ asAt: null, schemeId: other.id })
  expect(own.milestones).toEqual([{ milestone, slip: 14 }])
  expect(own.waitedFor.map(({ what, scheme: of }) => [what, of])).toEqual([['The network', 'Beds']])
  expect(others.dependencies.map(({ state, comesOn, on: source }) => [state, comesOn, source?.scheme])).toEqual([
    ['late', '2020-10-15', 'Portal'],
  ])
  expect(own.assurance.filter(({ status }) => status !== 'not_recorded').map(({ kind }) => kind)).toEqual(['dpia'])
  expect((await me.schemes.screen.query({ id: scheme.id, asAt: null })).scheme.dpia).toBe('complete')
  expect([
    await refusalOf(me.delivery.removeMilestone.mutate(seenAt(milestone))),
    await refusalOf(me.delivery.addDependency.mutate({ schemeId: scheme.id, attributes })),
    await refusalOf(me.delivery.recordAssurance.mutate({ ...record, status: 'planned', revision: null })),
    await refusalOf(
      me.delivery.changeMilestone.mutate({
        ...seenAt(milestone),
        attributes: { ...milestoneSaid, baselineOn: null },
        reason: '',
      }),
    ),
  ]).toMatchObject([
    { code: 'still-in-use', detail: { by: 'The network' } },
    { code: 'own-milestone' },
    { code: 'stale' },
    { code: 'reason-missing' },
  ])
})

test('a lesson is found from Ctrl+K, is offered where a case starts, and no more once the scheme acts on it', async () => {
  const app = await programmeApp()
  const { me, scheme, theme } = app
  const other = await addScheme(me, theme.id, 'Portal systems')
  const lesson = changed(await me.lessons.add.mutate({ schemeId: scheme.id, attributes: lessonSaid }))
  const found = (await me.search.index.query({ asAt: null })).lessons.map(({ title }) => title)
  const offered = async () =>
    (await me.lessons.offered.query({ asAt: null, schemeId: other.id })).map(({ lesson: each, scheme: of }) => [
      each.id,
      of,
    ])
  const before = await offered()
  await me.lessons.adopt.mutate({ ...seenAt(lesson), schemeId: other.id })
  const again = await me.lessons.adopt.mutate({ id: lesson.id, revision: 2, schemeId: other.id })
  expect([found, before, await offered(), again.value]).toEqual([[lessonSaid.title], [[lesson.id, 'Portal']], [], null])
})

test('undo takes back what was said of a risk and gives an added benefit up', async () => {
  const app = await programmeApp()
  const { me } = app
  const benefit = await givenBenefit(app)
  await me.benefits.change.mutate({ ...seenAt(benefit), attributes: { ...benefitSaid, owner: 'Somebody else' } })
  await me.undo.undo.mutate({})
  const owners = (await me.benefits.screen.query({ asAt: null })).benefits.map((row) => row.benefit.owner)
  await me.undo.undo.mutate({})
  expect([owners, (await me.benefits.screen.query({ asAt: null })).benefits]).toEqual([['Head of service'], []])
  expect((await me.audit.verify.mutate()).faults).toEqual([])
})
