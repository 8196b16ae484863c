import { expect, test } from 'vitest'
import { pence } from '../../domain/money.ts'
import { comparedWithPlan } from '../../renderer/features/explain/comparedWithPlan.ts'
import { levelsInWords, levelsLess } from '../../renderer/features/explain/levelsInWords.ts'
import { withYears } from '../../renderer/features/explain/withYears.ts'
import { madeOf } from '../../renderer/lib/moneyCell.ts'

test('authority is compared with the plan in whole pounds, and says which way it differs', () => {
  const plan = pence(318_000_00)
  expect(comparedWithPlan(pence(358_000_00), plan)).toBe('Compared with plan £318,000: £40,000 more.')
  expect(comparedWithPlan(pence(300_000_00), plan)).toBe('Compared with plan £318,000: £18,000 less.')
  expect(comparedWithPlan(plan, plan)).toBe('Compared with plan £318,000: the same.')
})

test('the years of a figure are said once, also where the column is called by them', () => {
  expect([
    withYears('Infrastructure, Authority', '2020/21 to 2021/22', ' · '),
    withYears('Infrastructure, 2020/21', '2020/21', ' · '),
    withYears('Infrastructure, Total', 'all years', ', '),
  ]).toEqual([
    'Infrastructure, Authority · 2020/21 to 2021/22',
    'Infrastructure, 2020/21',
    'Infrastructure, Total, all years',
  ])
})

test('a figure of several levels has the name that screens give it, or says what is taken from what', () => {
  expect(levelsInWords(['authority', 'released'])).toBe('held')
  expect(levelsInWords(['actual'])).toBe('spent')
  expect(levelsInWords(['plan', 'allocation'])).toBe('plan less allocation')
  expect(levelsLess(['released', 'commitment', 'actual'])).toBe('released less committed less spent')
})

test('what is held of authority given above is made of the plan and says so; what is held of its own is not', () => {
  const amount = { kind: 'amount' as const, amount: pence(100), isDerived: true }
  const above = { kind: 'at-theme' as const }
  expect(madeOf('held', amount, above)).toEqual({
    levels: ['plan'],
    marks: [expect.objectContaining({ kind: 'derived' })],
  })
  expect(madeOf('held', amount, amount)).toEqual({ levels: ['authority', 'released'] })
  expect(madeOf('held', above, above)).toEqual({ levels: ['authority', 'released'] })
})
