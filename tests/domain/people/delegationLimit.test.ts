import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { pence } from '../../../domain/money.ts'
import { applyDelegationLimit, limitOn } from '../../../domain/people/delegationLimit.ts'
import { refusalOf } from '../refusalOf.ts'
import { held, idOf, personWith } from './givenPeople.ts'

const day = calendarDay
const whole = { kind: 'programme' as const, id: null }
const theme = { kind: 'theme' as const, id: idOf('THEME') }

test('a limit counts from its day on, and the days before keep what was in force then', () => {
  const director = personWith([held('decision_taker', { delegationLimit: pence(100_000_00) })])
  const after = applyDelegationLimit(director, {
    role: 'decision_taker',
    scope: whole,
    limit: pence(250_000_00),
    fromOn: day('2020-10-01'),
  })
  expect(after).toEqual({
    ...director,
    revision: 2,
    assignments: [
      held('decision_taker', { toOn: day('2020-09-30'), delegationLimit: pence(100_000_00) }),
      held('decision_taker', { fromOn: day('2020-10-01'), delegationLimit: pence(250_000_00) }),
    ],
  })
  const days = ['2020-03-31', '2020-09-30', '2020-10-01'].map(day)
  expect(days.map((each) => limitOn(after, 'decision_taker', each))).toEqual([null, 100_000_00, 250_000_00])
})

test('a limit from the first day of the role splits nothing', () => {
  const limit = { role: 'decision_taker' as const, scope: whole, limit: pence(1), fromOn: day('2020-04-01') }
  expect(applyDelegationLimit(personWith([held('decision_taker')]), limit).assignments).toEqual([
    held('decision_taker', { delegationLimit: pence(1) }),
  ])
})

test('a limit is refused for a role that the person does not hold there on that day or later', () => {
  const limit = { role: 'decision_taker' as const, scope: whole, limit: pence(1), fromOn: day('2020-10-01') }
  const people = [
    personWith([held('viewer')]),
    personWith([held('decision_taker', { scope: theme })]),
    personWith([held('decision_taker', { toOn: day('2020-09-30') })]),
  ]
  expect(people.map((person) => refusalOf(() => applyDelegationLimit(person, limit)))).toEqual(
    people.map(({ id }) => ({ code: 'not-found', detail: { entity: 'role', id } })),
  )
})

test('a limit for a part counts where that part is meant, and the higher one where both do', () => {
  const taker = personWith([
    held('decision_taker', { delegationLimit: pence(100) }),
    held('decision_taker', { scope: theme, delegationLimit: pence(500) }),
  ])
  const on = day('2020-09-01')
  expect([limitOn(taker, 'decision_taker', on), limitOn(taker, 'decision_taker', on, [idOf('THEME')])]).toEqual([
    100, 500,
  ])
})

test('whoever has left has no limit', () => {
  const gone = personWith([held('decision_taker', { delegationLimit: pence(100) })], { endedOn: day('2020-08-31') })
  expect(limitOn(gone, 'decision_taker', day('2020-09-01'))).toBe(null)
})
