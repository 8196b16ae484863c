import { expect, test } from 'vitest'
import { refusalOf } from '../support/openTestApp.ts'
import { decisionOf, lineOn, on, programmeApp } from './support/programmeApp.ts'

const later = { effectiveOn: on('2020-12-01') }

test('authority decided for a later day is promised: another decision cannot take its allocation meanwhile', async () => {
  const { me, scheme } = await programmeApp()
  const record = (reference: string, lines: Parameters<typeof decisionOf>[1], change = {}) =>
    me.decisions.record.mutate(decisionOf(reference, lines, change))
  await record('A', [lineOn('allocation', scheme.id, 100)])
  await record('P', [lineOn('authority', scheme.id, 80)], later)
  expect(await refusalOf(record('Q', [lineOn('authority', scheme.id, 30)]))).toMatchObject({
    code: 'over-allocation',
    detail: { requested: 30_00, available: 20_00 },
  })
  await record('Q', [lineOn('authority', scheme.id, 20)])
})

test('an allocation decided for a later day does not cover authority of today', async () => {
  const { me, scheme } = await programmeApp()
  const record = (reference: string, lines: Parameters<typeof decisionOf>[1], change = {}) =>
    me.decisions.record.mutate(decisionOf(reference, lines, change))
  await record('A', [lineOn('allocation', scheme.id, 10)])
  await record('P', [lineOn('allocation', scheme.id, 100)], later)
  expect(await refusalOf(record('Q', [lineOn('authority', scheme.id, 50)]))).toMatchObject({
    code: 'over-allocation',
    detail: { requested: 50_00, available: 10_00 },
  })
  await record('R', [lineOn('authority', scheme.id, 50)], later)
})

test('a later decision that brings its own allocation takes nothing from one of today', async () => {
  const { me, scheme } = await programmeApp()
  await me.decisions.record.mutate(decisionOf('A', [lineOn('allocation', scheme.id, 10)]))
  const own = [lineOn('allocation', scheme.id, 100), lineOn('authority', scheme.id, 100)]
  await me.decisions.record.mutate(decisionOf('P', own, later))
  const { value } = await me.decisions.record.mutate(decisionOf('Q', [lineOn('authority', scheme.id, 10)]))
  expect(value?.reference).toBe('Q')
})
