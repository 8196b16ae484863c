import { expect, test } from 'vitest'
import type { Instant } from '../../../domain/calendarDay.ts'
import { delayAfter, delayLeft, withFailure } from '../../../domain/people/signInDelay.ts'

const at = (time: string) => `2020-09-01T${time}.000Z` as Instant

test('three failures cost nothing, each further one twice the time, up to a quarter of an hour', () => {
  expect([0, 1, 3, 4, 5, 6, 12, 13, 14, 1000].map((failures) => delayAfter(failures) / 1000)).toEqual([
    0, 0, 0, 2, 4, 8, 512, 900, 900, 900,
  ])
})

test('what is left after a start goes by the clock, and a clock set back shortens nothing', () => {
  const left = (now: string) => delayLeft(6, at('09:00:00'), at(now)) / 1000
  expect([left('09:00:00'), left('09:00:05'), left('09:00:30'), left('08:00:00')]).toEqual([8, 3, 0, 8])
})

test('five failures within ten minutes are told once, and are counted anew afterwards', () => {
  const told: string[] = []
  let moments: Instant[] = []
  for (const time of ['09:00:00', '09:01:00', '09:02:00', '09:03:00', '09:09:59', '09:10:00', '09:10:30']) {
    const next = withFailure(moments, at(time))
    moments = next.moments
    if (next.isTold) told.push(time)
  }
  expect([told, moments]).toEqual([['09:09:59'], [at('09:10:00'), at('09:10:30')]])
})

test('five failures over more than ten minutes are not told', () => {
  const four = ['09:00:00', '09:03:00', '09:06:00', '09:09:00'].map(at)
  expect(withFailure(four, at('09:10:01')).isTold).toBe(false)
})
