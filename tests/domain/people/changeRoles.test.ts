import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { pence } from '../../../domain/money.ts'
import { changeRoles, type GivenRole } from '../../../domain/people/changeRoles.ts'
import type { Role } from '../../../domain/roles.ts'
import { refusalOf } from '../refusalOf.ts'
import { held, idOf } from './givenPeople.ts'

const day = calendarDay
const today = day('2020-09-01')

const given = (role: Role, change: Partial<GivenRole> = {}): GivenRole => {
  const { delegationLimit: _, ...rest } = held(role)
  return { ...rest, ...change }
}

test('a new role comes without a limit, and one that lasts as long or shorter keeps its own', () => {
  const before = [held('decision_taker', { delegationLimit: pence(100) })]
  expect(changeRoles(before, [given('decision_taker', { toOn: today }), given('viewer')], today)).toEqual([
    held('decision_taker', { toOn: today, delegationLimit: pence(100) }),
    held('viewer'),
  ])
})

test('a role that is made to last longer loses its limit: giving one takes two people', () => {
  const before = [held('decision_taker', { toOn: day('2020-12-31'), delegationLimit: pence(100) })]
  expect(changeRoles(before, [given('decision_taker')], today)).toEqual([held('decision_taker')])
})

test('a role that was held is not unsaid, moved, cut short in the past or brought back', () => {
  const over = held('viewer', { toOn: day('2020-08-01') })
  const cases: [ReturnType<typeof held>, GivenRole[]][] = [
    [held('viewer'), []],
    [held('viewer'), [given('viewer', { fromOn: day('2020-05-01') })]],
    [held('viewer'), [given('viewer', { toOn: day('2020-08-30') })]],
    [over, [given('viewer', { toOn: day('2020-10-01') })]],
    [over, [given('viewer')]],
  ]
  expect(cases.map(([before, after]) => refusalOf(() => changeRoles([before], after, today)))).toEqual(
    cases.map(() => ({ code: 'held-before', detail: { role: 'viewer', fromOn: '2020-04-01' } })),
  )
})

test('a role can end yesterday, and one that has not begun can be taken away', () => {
  const before = [held('viewer'), held('scheme_lead', { fromOn: day('2020-10-01') })]
  expect(changeRoles(before, [given('viewer', { toOn: day('2020-08-31') })], today)).toEqual([
    held('viewer', { toOn: day('2020-08-31') }),
  ])
})

test('a role that ends before it begins is refused', () => {
  expect(refusalOf(() => changeRoles([], [given('viewer', { toOn: day('2020-03-31') })], today))).toEqual({
    code: 'date-order',
    detail: { earlier: '2020-04-01', later: '2020-03-31' },
  })
})

test('a role is given only for what it can be for', () => {
  const wrong: GivenRole[] = [
    given('administrator', { scope: { kind: 'theme', id: idOf('THEME') } }),
    given('board_chair', { scope: { kind: 'scheme', id: idOf('SCHEME') } }),
    given('scheme_lead', { scope: { kind: 'board', id: idOf('B0ARD') } }),
    given('scheme_lead', { scope: { kind: 'scheme', id: null } }),
  ]
  expect(wrong.map((role) => refusalOf(() => changeRoles([], [role], today)))).toEqual(
    wrong.map(({ role, scope }) => ({ code: 'wrong-scope', detail: { role, scope: scope.kind } })),
  )
})
