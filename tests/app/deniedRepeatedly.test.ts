import { expect, test } from 'vitest'
import { refusalOf } from '../support/openTestApp.ts'
import { planCell, programmeApp, trailOf } from './support/programmeApp.ts'
import { proposed } from './support/routeCommands.ts'

const minutes = (count: number) => count * 60_000

const deniedApp = async () => {
  const app = await programmeApp()
  const viewer = app.as('viewer', 'another')
  const tryTheme = () => refusalOf(viewer.themes.add.mutate({ name: 'Not mine', aliases: [], objective: '' }))
  const tryPlan = () => refusalOf(viewer.plan.set.mutate({ cells: [planCell(app.scheme.id, 1)] }))
  const times = async (count: number, attempt: () => Promise<unknown>) => {
    for (let done = 0; done < count; done += 1) await attempt()
  }
  const told = async () =>
    (await trailOf(app.me))
      .filter(({ operation }) => operation === 'access.deniedRepeatedly')
      .map(({ transition, role, detail }) => [transition, role, detail])
      .reverse()
  return { ...app, tryTheme, tryPlan, times, told }
}

test('a refusal of the wrong person is a line of the log that holds nothing they entered, and no event', async () => {
  const { tryTheme, told, logged } = await deniedApp()
  const refusal = await tryTheme()
  expect([refusal, logged, await told()]).toEqual([
    { code: 'not-permitted', detail: { operation: 'themes.add', role: 'viewer' } },
    [
      {
        level: 'warn',
        what: 'refused',
        code: 'not-permitted',
        operation: 'themes.add',
        person: 'viewer',
        role: 'viewer',
      },
    ],
    [],
  ])
})

test('five refusals of one person in ten minutes are one event with what they tried, four are none', async () => {
  const { tryTheme, tryPlan, times, told, wait, me } = await deniedApp()
  await times(3, tryTheme)
  wait(minutes(9))
  await tryPlan()
  const four = await told()
  await tryPlan()
  expect([four, await told(), (await me.audit.verify.mutate()).faults]).toEqual([
    [],
    [['denied-repeatedly', 'system', { role: 'viewer', operations: ['themes.add', 'plan.set'], refusals: 5 }]],
    [],
  ])
})

test('within ten minutes of that event there is no other, and after them five more make the next', async () => {
  const { tryTheme, times, told, wait } = await deniedApp()
  await times(5, tryTheme)
  wait(minutes(9))
  await times(7, tryTheme)
  const before = (await told()).length
  wait(minutes(10))
  await times(5, tryTheme)
  expect([before, (await told()).length]).toEqual([1, 2])
})

test('refusals further apart than ten minutes are none, and those of two people are not added up', async () => {
  const { as, scheme, tryTheme, tryPlan, times, told, wait } = await deniedApp()
  for (let done = 0; done < 5; done += 1) {
    await tryTheme()
    wait(minutes(3))
  }
  wait(minutes(10))
  await times(4, tryPlan)
  await times(4, () => refusalOf(as('board_member').plan.set.mutate({ cells: [planCell(scheme.id, 1)] })))
  expect(await told()).toEqual([])
})

test('somebody who tries to accept what they proposed counts too; a mistake of input does not', async () => {
  const app = await deniedApp()
  const administrator = app.as('administrator')
  const { id } = await proposed(app)
  await app.times(5, () => refusalOf(administrator.proposals.accept.mutate({ id, revision: 7 })))
  const stale = await app.told()
  await app.times(5, () => refusalOf(administrator.proposals.accept.mutate({ id, revision: 1 })))
  expect([stale, await app.told()]).toEqual([
    [],
    [['denied-repeatedly', 'system', { role: 'administrator', operations: ['proposals.accept'], refusals: 5 }]],
  ])
})
