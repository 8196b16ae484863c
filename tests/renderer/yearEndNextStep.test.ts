import { expect, test } from 'vitest'
import { pence } from '../../domain/money.ts'
import { obstacleInWords } from '../../renderer/features/periods/yearEndNextStep.ts'

test('what keeps a year from being closed says by how much, never by a minus that turns its meaning', () => {
  expect([
    obstacleInWords({ kind: 'unexplained', count: 1, amount: pence(10_00) }),
    obstacleInWords({ kind: 'unexplained', count: 1, amount: pence(-10_00) }),
    obstacleInWords({ kind: 'not-asked', amount: pence(-5_00) }),
    obstacleInWords({ kind: 'reopening-asked', periods: [5] }),
  ]).toEqual([
    'explain 1 underspend of £10',
    'lower explanations that say £10 too much',
    'withdraw or reverse £5 that is asked for beyond the slippage',
    'agree that 1 period is opened again, or refuse',
  ])
})
