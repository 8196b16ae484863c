import { expect, test } from 'vitest'
import { openTestApp, refusalOf } from '../support/openTestApp.ts'

test('what a person chooses is kept for them, whichever session asks and without a programme', async () => {
  const { as } = await openTestApp()
  await as('viewer', 'one').session.keep.mutate({ name: 'unit', value: '£m' })
  await as('viewer', 'one').session.keep.mutate({ name: 'rows', value: 'comfortable' })
  await as('viewer', 'one').session.keep.mutate({ name: 'unit', value: '£' })
  expect(await as('viewer', 'two').session.choices.query()).toEqual({ rows: 'comfortable', unit: '£' })
})

test('of changes at the same moment none is lost', async () => {
  const { as, ports } = await openTestApp()
  const { write } = ports.settings
  ports.settings.write = async (next) => {
    await Promise.resolve()
    await write(next)
  }
  const names = ['a', 'b', 'c', 'd', 'e']
  await Promise.all(names.map((name) => as('viewer').session.keep.mutate({ name, value: name })))
  expect(Object.keys(await as('viewer').session.choices.query()).sort()).toEqual(names)
})

test('who asks while a choice is still being kept is told of it', async () => {
  const { as, ports } = await openTestApp()
  const { write } = ports.settings
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: written, resolve: letWrite } = Promise.withResolvers<void>()
  ports.settings.write = async (next) => {
    begin()
    await written
    await write(next)
  }
  const kept = as('viewer').session.keep.mutate({ name: 'appearance', value: 'dark' })
  await begun
  const asked = as('viewer').session.choices.query()
  // Asked later and answered first: whoever does not wait has been told by now.
  await as('viewer').programme.list.query()
  letWrite()
  expect([await asked, await kept]).toEqual([{ appearance: 'dark' }, undefined])
})

test('the oldest of very many choices make room', async () => {
  const { as, ports } = await openTestApp()
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`years-${index}`, '2020-2021']))
  await ports.settings.write({ lastFile: null, choices: many })
  await as('viewer').session.keep.mutate({ name: 'unit', value: '£' })
  const kept = Object.keys(await as('viewer').session.choices.query())
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([200, 'years-1', 'unit'])
})

test('a name that could mean something to the program itself, and a text without measure, are refused', async () => {
  const { as } = await openTestApp()
  const refusals = []
  for (const choice of [
    { name: '__proto__', value: 'x' },
    { name: '', value: 'x' },
    { name: 'unit', value: 'x'.repeat(10_001) },
  ]) {
    refusals.push((await refusalOf(as('viewer').session.keep.mutate(choice))).code)
  }
  expect([refusals, await as('viewer').session.choices.query()]).toEqual([
    ['bad-request', 'bad-request', 'bad-request'],
    {},
  ])
})
