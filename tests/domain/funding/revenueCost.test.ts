import fc from 'fast-check'
import { expect, test } from 'vitest'
import { revenueCost, sourceCosts } from '../../../domain/funding/revenueCost.ts'
import { pence, sum } from '../../../domain/money.ts'
import { source, sourceId, thousand } from './givenFunding.ts'

test('borrowing is set aside in equal parts from the year after, with interest on what is not yet', () => {
  expect(revenueCost([{ startYear: 2021, amount: thousand(100) }], { interestRateBp: 400, assetLifeYears: 4 })).toEqual(
    [
      { startYear: 2022, outstanding: thousand(100), interest: thousand(4), mrp: thousand(25), total: thousand(29) },
      { startYear: 2023, outstanding: thousand(75), interest: thousand(3), mrp: thousand(25), total: thousand(28) },
      { startYear: 2024, outstanding: thousand(50), interest: thousand(2), mrp: thousand(25), total: thousand(27) },
      { startYear: 2025, outstanding: thousand(25), interest: thousand(1), mrp: thousand(25), total: thousand(26) },
    ],
  )
})

test('two years of borrowing add up year by year', () => {
  const borrowed = [
    { startYear: 2020, amount: thousand(10) },
    { startYear: 2021, amount: thousand(20) },
  ]
  expect(revenueCost(borrowed, { interestRateBp: 0, assetLifeYears: 2 }).map(({ mrp }) => mrp)).toEqual([
    thousand(5),
    thousand(15),
    thousand(10),
  ])
})

test('the cost of a source is not known until its rate and its asset life are recorded', () => {
  const paid = (name: string) => ({
    startYear: 2021,
    nature: 'capital' as const,
    sourceId: sourceId(name),
    amount: thousand(10),
  })
  const borrowed = { category: 'prudential_borrowing' as const }
  const sources = [
    source('Grant'),
    source('Loan', borrowed),
    source('Bond', { ...borrowed, interestRateBp: 300 }),
    source('Unused', borrowed),
  ]
  expect(sourceCosts(['Grant', 'Loan', 'Bond'].map(paid), sources)).toEqual([
    { sourceId: sourceId('Loan'), borrowed: thousand(10), missing: ['interest rate', 'asset life'], years: null },
    { sourceId: sourceId('Bond'), borrowed: thousand(10), missing: ['asset life'], years: null },
  ])
})

test('what is set aside adds up to what was borrowed to the penny, and each opening is what is left of it', () => {
  const borrowed = fc.array(
    fc.record({
      startYear: fc.integer({ min: 2018, max: 2026 }),
      amount: fc.integer({ min: 1, max: 10 ** 12 }).map(pence),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const terms = fc.record({
    interestRateBp: fc.integer({ min: 0, max: 2_000 }),
    assetLifeYears: fc.integer({ min: 1, max: 100 }),
  })
  fc.assert(
    fc.property(borrowed, terms, (amounts, given) => {
      const years = revenueCost(amounts, given)
      const whole = sum(amounts.map(({ amount }) => amount))
      expect(sum(years.map(({ mrp }) => mrp))).toBe(whole)
      for (const [at, { startYear, outstanding, interest, mrp, total }] of years.entries()) {
        const borrowedBefore = sum(amounts.filter((each) => each.startYear < startYear).map(({ amount }) => amount))
        expect({ outstanding, total }).toEqual({
          outstanding: borrowedBefore - sum(years.slice(0, at).map((year) => year.mrp)),
          total: interest + mrp,
        })
      }
    }),
  )
})
