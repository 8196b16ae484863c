import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitVariance, type YearVariance } from '../../../domain/forecast/splitVariance.ts'
import { pence, sum } from '../../../domain/money.ts'

const split = (variances: Record<number, number>) =>
  splitVariance(
    Object.entries(variances).map(([year, amount]) => ({ startYear: Number(year), variance: pence(amount) })),
  ).map(({ startYear, slippage, acceleration, overspend }) => [startYear, slippage, acceleration, overspend])

test('what is spent less now and more later has slipped', () => {
  expect(split({ 2020: -60, 2021: 60 })).toEqual([
    [2020, -60, 0, 0],
    [2021, 60, 0, 0],
  ])
})

test('what is spent more now and less later is accelerated', () => {
  expect(split({ 2020: 60, 2021: -60 })).toEqual([
    [2020, 0, 60, 0],
    [2021, 0, -60, 0],
  ])
})

test('what comes back in no other year is an underspend or an overspend of its year', () => {
  expect([split({ 2020: -60, 2021: 40 }), split({ 2020: 10 }), split({ 2020: -30, 2021: -5, 2022: 20 })]).toEqual([
    [
      [2020, -40, 0, -20],
      [2021, 40, 0, 0],
    ],
    [[2020, 0, 0, 10]],
    [
      [2020, -20, 0, -10],
      [2021, 0, 0, -5],
      [2022, 20, 0, 0],
    ],
  ])
})

test('one year can both take from before and give to after', () => {
  expect(split({ 2020: -10, 2021: 30, 2022: -20 })).toEqual([
    [2020, -10, 0, 0],
    [2021, 10, 20, 0],
    [2022, 0, -20, 0],
  ])
})

const years = fc
  .uniqueArray(
    fc.record({ startYear: fc.integer({ min: 2000, max: 2040 }), variance: fc.integer({ min: -1e12, max: 1e12 }) }),
    {
      selector: ({ startYear }) => startYear,
      maxLength: 12,
    },
  )
  .map((all) => all as YearVariance[])

test('the three parts add up to the variance of every year, slippage and acceleration to nothing over the years, and the rest to the whole', () => {
  fc.assert(
    fc.property(years, (given) => {
      const parts = splitVariance(given)
      for (const { variance, slippage, acceleration, overspend } of parts) {
        expect(slippage + acceleration + overspend).toBe(variance)
      }
      const whole = sum(given.map(({ variance }) => variance))
      expect(sum(parts.map(({ slippage }) => slippage))).toBe(0)
      expect(sum(parts.map(({ acceleration }) => acceleration))).toBe(0)
      expect(sum(parts.map(({ overspend }) => overspend))).toBe(whole)
      // Nothing is called an underspend in one year while it is an overspend in another.
      expect(parts.every(({ overspend }) => overspend === 0 || Math.sign(overspend) === Math.sign(whole))).toBe(true)
    }),
  )
})
