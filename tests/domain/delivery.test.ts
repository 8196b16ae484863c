import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { changeMilestone, checkAssurance, checkDependency } from '../../domain/delivery/deliveryActs.ts'
import { standing } from '../../domain/delivery/dependency.ts'
import { inOrder, type Milestone, slipDays } from '../../domain/delivery/milestone.ts'
import { idOf } from './given.ts'
import { refusalOf } from './refusalOf.ts'

const on = calendarDay
const today = on('2020-09-01')
const milestone: Milestone = {
  id: idOf('M'),
  revision: 1,
  isRemoved: false,
  schemeId: idOf('S'),
  name: 'Go live',
  baselineOn: on('2020-10-01'),
  forecastOn: on('2020-10-15'),
  actualOn: null,
  note: '',
  baselineReason: '',
}

describe('a milestone', () => {
  test('slips by the days between its promise and what comes of it', () => {
    const days = [
      milestone,
      { ...milestone, actualOn: on('2020-09-29') },
      { ...milestone, forecastOn: null },
      { ...milestone, baselineOn: null },
    ]
    expect(days.map(slipDays)).toEqual([14, -2, null, null])
  })

  test('stands in the order in which they come, without any day last', () => {
    const undated = { ...milestone, name: 'Undated', baselineOn: null, forecastOn: null }
    const done = { ...milestone, name: 'Done', actualOn: on('2020-08-01') }
    expect(inOrder([undated, milestone, done]).map(({ name }) => name)).toEqual(['Done', 'Go live', 'Undated'])
  })

  test('keeps its promise unless somebody says why it is another, and comes on no day ahead', () => {
    const change = (attributes: Partial<Milestone>, reason = '') => {
      const { name, baselineOn, forecastOn, actualOn, note } = { ...milestone, ...attributes }
      return changeMilestone(milestone, { name, baselineOn, forecastOn, actualOn, note }, { today, reason })
    }
    expect(change({ baselineOn: on('2020-11-01') }, 'Agreed anew')).toEqual({
      ...milestone,
      baselineOn: '2020-11-01',
      baselineReason: 'Agreed anew',
      revision: 2,
    })
    expect([
      refusalOf(() => change({ baselineOn: on('2020-11-01') }))?.code,
      refusalOf(() => change({ actualOn: on('2020-09-02') })),
    ]).toEqual(['reason-missing', { code: 'future-day', detail: { on: '2020-09-02', today } }])
  })
})

describe('a dependency', () => {
  const needed = { metOn: null, expectedOn: null, neededOn: on('2020-10-10') }

  test('comes when its milestone does, in time or late', () => {
    expect([
      standing(needed, milestone),
      standing(needed, { ...milestone, forecastOn: null }),
      standing(needed, null),
      standing({ ...needed, expectedOn: on('2020-10-11') }, null),
      standing(needed, { ...milestone, actualOn: on('2020-08-30') }),
      standing({ ...needed, metOn: today }, null),
    ]).toEqual([
      { comesOn: '2020-10-15', state: 'late' },
      { comesOn: '2020-10-01', state: 'in_time' },
      { comesOn: null, state: 'not_known' },
      { comesOn: '2020-10-11', state: 'late' },
      { comesOn: '2020-08-30', state: 'met' },
      { comesOn: today, state: 'met' },
    ])
  })

  test('is on no milestone of the scheme itself', () => {
    const attributes = { what: 'Network', milestoneId: milestone.id, givenBy: '', owner: '', ...needed }
    expect(refusalOf(() => checkDependency({ schemeId: idOf('S') }, attributes, milestone, today))).toEqual({
      code: 'own-milestone',
      detail: { name: 'Go live' },
    })
    expect(refusalOf(() => checkDependency({ schemeId: idOf('T') }, attributes, milestone, today))).toBeUndefined()
  })
})

test('assurance is complete with a reviewer and evidence alone, looked at on a day that has come', () => {
  const complete = { status: 'complete' as const, reviewer: 'Informatics Board', evidence: 'Minute 4', lookedOn: today }
  expect([
    refusalOf(() => checkAssurance(complete, today)),
    refusalOf(() => checkAssurance({ ...complete, evidence: '' }, today)),
    refusalOf(() => checkAssurance({ ...complete, lookedOn: on('2020-09-02') }, today))?.code,
    refusalOf(() => checkAssurance({ ...complete, status: 'planned', reviewer: '' }, today)),
  ]).toEqual([undefined, { code: 'assurance-unproven', detail: {} }, 'future-day', undefined])
})
