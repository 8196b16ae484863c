import { expect, test } from 'vitest'
import { fieldWords, valueWords } from '../../renderer/lib/fieldWords.ts'

test('what a history says of a benefit and a closure is in their own units and words', () => {
  const said = (field: string, value: string | number | null) => [fieldWords(field), valueWords(field, value)]
  expect([
    said('baseline_quantity', 400_000),
    said('targets_json', JSON.stringify([{ startYear: 2021, quantity: 100_500 }])),
    said('cash_releasing_pence', 1_200_000),
    said('final_account_pence', null),
    said('completed_on', '2020-09-01'),
    said('is_to_life', 1),
  ]).toEqual([
    ['Baseline as a number', '400'],
    ['Targets', '2021/22, 100.5'],
    ['Cash a year', '£12,000'],
    ['Final account', 'not recorded'],
    ['Completed', '1 September 2020'],
    ['Risk to life', 'yes'],
  ])
})
