import { expect, test } from 'vitest'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import { pence } from '../../domain/money.ts'
import { draftOfCriteria, readCriteria } from '../../renderer/features/pipeline/criteriaDraft.ts'
import { slotWords } from '../../renderer/features/pipeline/slotWords.ts'
import { idOf } from '../domain/given.ts'

const today = '2020-08-28' as CalendarDay
const criterion = { id: idOf('Fit'), name: 'Fit', guidance: '', weight: 3 }
const set = { id: idOf('S'), revision: 1, isRemoved: false, fromOn: today, source: 'Board', criteria: [criterion] }

test('new criteria begin from those in force, which keep their scores, and ask where they are laid down', () => {
  const draft = draftOfCriteria(set, today)
  expect(readCriteria(draft).errors?.map(({ fieldId }) => fieldId)).toEqual(['criteria-source'])
  expect(readCriteria({ ...draft, source: 'Board of August' }).value).toEqual({
    fromOn: today,
    source: 'Board of August',
    criteria: [criterion],
  })
})

test('a criterion has a name of its own and a weight from 1 to 100', () => {
  const [first] = draftOfCriteria(set, today).criteria
  if (!first) throw new Error('The draft is empty')
  const read = (part: Partial<typeof first>) =>
    readCriteria({ fromOn: '28 August 2020', source: 'Board', criteria: [first, { ...first, key: '2', ...part }] })
      .errors
  expect([
    read({ name: 'fit' }),
    read({ name: '' }),
    read({ name: 'Need', weight: '0' }),
    read({ name: 'Need', weight: '101' }),
  ]).toEqual([
    [{ fieldId: 'criterion-2-name', message: 'fit stands in another line already' }],
    [{ fieldId: 'criterion-2-name', message: 'Enter the name of criterion 2' }],
    [{ fieldId: 'criterion-2-weight', message: 'Enter a whole number from 1 to 100' }],
    [{ fieldId: 'criterion-2-weight', message: 'Enter a whole number from 1 to 100' }],
  ])
})

test('whether a candidate fits is said with the reason', () => {
  const needed = pence(100_00)
  expect(
    [
      slotWords({ kind: 'fits', needed }),
      slotWords({ kind: 'too-dear', needed, throughYear: 2021, asked: needed, left: pence(40_00) }),
      slotWords({ kind: 'too-dear', needed, throughYear: 2021, asked: needed, left: pence(-1) }),
      slotWords({ kind: 'beyond-years', needed, startYear: 2023 }),
      slotWords({ kind: 'no-costs' }),
      slotWords({ kind: 'no-score', scored: 1, criteria: 2 }),
      slotWords({ kind: 'no-score', scored: 0, criteria: 0 }),
    ].map(({ word, why }) => `${word}: ${why}`),
  ).toEqual([
    'Fits: needs £100',
    'Does not fit: needs £100 up to 2021/22, where £40 is left',
    'Does not fit: needs £100 up to 2021/22, where nothing is left',
    'Does not fit: costs money in 2023/24, outside the years of the programme',
    'Not estimated: nobody has said what it would cost',
    'Not scored: 1 of 2 criteria are scored',
    'Not scored: no criteria are in force',
  ])
})
