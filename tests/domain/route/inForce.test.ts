import { expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import type { Route } from '../../../domain/route/route.ts'
import { routeInForce } from '../../../domain/route/routeInForce.ts'
import { ruleOn } from '../../../domain/route/rulesInForce.ts'
import { idOf } from '../given.ts'

const on = calendarDay

const routeFrom = (name: string, fromOn: string, change: Partial<Route> = {}): Route => ({
  id: idOf(name),
  revision: 1,
  isRemoved: false,
  subjectKind: 'business_case',
  name,
  version: 1,
  stages: [],
  monitoredBy: [],
  isSingleBoard: false,
  fromOn: on(fromOn),
  ...change,
})

test('a thing goes by the newest route of its kind that has begun on its day, and by none before the first', () => {
  const routes = [
    routeFrom('NEW', '2020-06-01', { version: 2 }),
    routeFrom('OLD', '2020-01-01'),
    routeFrom('LATE', '2020-09-01', { version: 3 }),
    routeFrom('GONE', '2020-05-01', { isRemoved: true }),
    routeFrom('OTHER', '2020-05-01', { subjectKind: 'authority_request' }),
  ]
  const days = ['2019-12-31', '2020-01-01', '2020-05-31', '2020-06-01', '2020-08-31', '2020-09-01'].map(on)
  expect(days.map((day) => routeInForce(routes, 'business_case', day)?.name)).toEqual([
    undefined,
    'OLD',
    'OLD',
    'NEW',
    'NEW',
    'LATE',
  ])
})

test('a value of one’s own counts on its first day and not on the day before', () => {
  const own = [{ id: idOf('V'), revision: 1, isRemoved: false, rule: 'call_in_working_days' as const, value: 3 }].map(
    (each) => ({ ...each, fromOn: on('2020-09-15'), source: 'Constitution' }),
  )
  expect(['2020-09-14', '2020-09-15'].map((day) => ruleOn(own, 'call_in_working_days', on(day)))).toEqual([5, 3])
})
