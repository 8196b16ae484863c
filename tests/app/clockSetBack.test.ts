import { expect, test } from 'vitest'
import { programmeApp, trailOf } from './support/programmeApp.ts'

const clockedApp = async () => {
  const app = await programmeApp()
  const addTheme = (name: string) => app.me.themes.add.mutate({ name, aliases: [], objective: '' })
  const trail = async () =>
    (await trailOf(app.me))
      .filter(({ subject, operation }) => operation === 'clock.moved' || !['Records', 'Grant'].includes(subject.name))
      .map(({ operation, role, recordedAt, detail }) => [operation, role, recordedAt, detail])
      .reverse()
      .slice(-4)
  return { ...app, addTheme, trail }
}

const ahead = '2020-09-12T09:00:00.000Z'

test('a clock set back by more than five seconds leaves one event of the system with both moments', async () => {
  const { at, addTheme, trail, me } = await clockedApp()
  at(ahead)
  await addTheme('Ahead')
  at('2020-09-12T08:59:54.999Z')
  await addTheme('Back')
  at('2020-09-12T08:59:56.000Z')
  await addTheme('Still back')
  expect([await trail(), (await me.audit.verify.mutate()).faults]).toEqual([
    [
      ['themes.add', 'programme_director', ahead, {}],
      ['clock.moved', 'system', ahead, { was: ahead, is: '2020-09-12T08:59:54.999Z' }],
      ['themes.add', 'programme_director', ahead, {}],
      ['themes.add', 'programme_director', ahead, {}],
    ],
    [],
  ])
})

test('a clock set back by five seconds leaves none: a time server does that', async () => {
  const { at, addTheme, trail } = await clockedApp()
  at(ahead)
  await addTheme('Ahead')
  at('2020-09-12T08:59:55.000Z')
  await addTheme('Back')
  expect((await trail()).slice(-2)).toEqual(Array(2).fill(['themes.add', 'programme_director', ahead, {}]))
})

test('a clock set back further leaves another, also to a program that has been started again', async () => {
  const { at, addTheme, trail, me } = await clockedApp()
  at(ahead)
  await addTheme('Ahead')
  at('2020-09-10')
  await addTheme('Back')
  await me.programme.close.mutate()
  await me.programme.open.mutate({ path: 'Own' })
  at('2020-09-11')
  await addTheme('Caught up in part')
  at('2020-09-09')
  await addTheme('Further back')
  const moved = (await trailOf(me)).filter(({ operation }) => operation === 'clock.moved')
  expect([(await trail()).at(-1)?.[2], moved.map(({ detail }) => detail)]).toEqual([
    ahead,
    [
      { was: ahead, is: '2020-09-09T09:00:00.000Z' },
      { was: ahead, is: '2020-09-10T09:00:00.000Z' },
    ],
  ])
})

test('once the clock has caught up, events carry its time again, and a later step back is noted anew', async () => {
  const { at, addTheme, me } = await clockedApp()
  for (const day of ['2020-09-12', '2020-09-10', '2020-09-13', '2020-09-11']) {
    at(day)
    await addTheme(`On ${day}`)
  }
  const trail = (await trailOf(me)).map(({ operation, recordedAt }) => `${operation} ${recordedAt.slice(0, 10)}`)
  expect(trail.slice(0, 6).reverse()).toEqual([
    'themes.add 2020-09-12',
    'clock.moved 2020-09-12',
    'themes.add 2020-09-12',
    'themes.add 2020-09-13',
    'clock.moved 2020-09-13',
    'themes.add 2020-09-13',
  ])
})
