import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../../domain/bankHolidays.ts'
import { addDays, calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { pence } from '../../domain/money.ts'
import { checkCommissioner } from '../../domain/programme/commissioner.ts'
import { effectiveDay, isKey, takeEffect } from '../../domain/programme/decisions.ts'
import { callInWorkingDays, keyDecisionThreshold, valueInForce } from '../../domain/programme/effectiveRules.ts'
import { checkSuccession, predecessorsOf, successorsInForce } from '../../domain/programme/organisationSuccession.ts'
import { Lifecycle } from '../../domain/programme/scheme.ts'
import { canMoveTo, moveLifecycle } from '../../domain/programme/schemeLifecycle.ts'
import type { ThemeMembership } from '../../domain/programme/theme.ts'
import { moveToTheme, themeOf } from '../../domain/programme/themeMembership.ts'
import type { DatedRuleValue, RuleName } from '../../domain/route/ruleValue.ts'
import { balanceOf, decisionNamed, idOf, organisationNamed, placeOf, schemeNamed } from './given.ts'
import { refusalOf } from './refusalOf.ts'

const day = calendarDay

describe('rules with dates', () => {
  test('the key decision threshold is £250,000, and £500,000 where it was first seen', () => {
    expect(
      ['2010-01-01', '2015-03-01', '2017-12-31', '2018-01-01', '2020-08-20'].map((on) =>
        valueInForce(keyDecisionThreshold, day(on)),
      ),
    ).toEqual([250_000_00, 250_000_00, 250_000_00, 500_000_00, 500_000_00])
    expect(keyDecisionThreshold.map((each) => each.isFirstSeen)).toEqual([true, true])
  })

  test('call-in lasts five working days', () => {
    expect(valueInForce(callInWorkingDays, day('2020-08-20'))).toBe(5)
  })

  test('a decision over the threshold of its day is key, one at the threshold is not', () => {
    expect(isKey(pence(3_049_000_00), day('2020-08-20'), [])).toBe(true)
    expect(isKey(pence(-500_000_01), day('2020-08-20'), [])).toBe(true)
    expect(isKey(pence(500_000_00), day('2020-08-20'), [])).toBe(false)
    expect(isKey(pence(400_000_00), day('2017-12-31'), [])).toBe(true)
  })
})

describe('succession of organisations', () => {
  const groups = ['North', 'West', 'South'].map((name) => organisationNamed(name, { validToOn: day('2018-03-31') }))
  const joined = organisationNamed('City', {
    predecessorIds: groups.map((group) => group.id),
    validFromOn: day('2018-04-01'),
    validToOn: day('2022-06-30'),
  })
  const board = organisationNamed('County', { predecessorIds: [joined.id], validFromOn: day('2022-07-01') })
  const all = [...groups, joined, board]
  const heirs = (id: Id, on: string) => successorsInForce(all, id, day(on)).map((each) => each.name)

  test('an abolished body is followed to the one in force on the day, over several steps', () => {
    expect([heirs(idOf('North'), '2018-03-31'), heirs(idOf('North'), '2020-08-20')]).toEqual([['North'], ['City']])
    expect([heirs(idOf('North'), '2022-06-30'), heirs(idOf('North'), '2022-07-01')]).toEqual([['City'], ['County']])
    expect(heirs(idOf('nobody'), '2020-08-20')).toEqual([])
  })

  test('a body goes back to all those before it, the nearest first', () => {
    expect(predecessorsOf(all, board.id).map((each) => each.name)).toEqual(['City', 'North', 'West', 'South'])
    expect(predecessorsOf(all, idOf('North'))).toEqual([])
  })

  test('a body that would follow itself is refused as succession-loop', () => {
    expect(refusalOf(() => checkSuccession(all))).toBeUndefined()
    const loop = [
      organisationNamed('A', { predecessorIds: [idOf('B')] }),
      organisationNamed('B', { predecessorIds: [idOf('A')] }),
    ]
    expect(refusalOf(() => checkSuccession(loop))).toEqual({ code: 'succession-loop', detail: { name: 'A' } })
    expect(refusalOf(() => checkSuccession([organisationNamed('A', { predecessorIds: [idOf('A')] })]))).toEqual({
      code: 'succession-loop',
      detail: { name: 'A' },
    })
    expect(predecessorsOf(loop, idOf('A')).map((each) => each.name)).toEqual(['B'])
    expect(
      successorsInForce(
        loop.map((each) => ({ ...each, validToOn: day('2000-01-01') })),
        idOf('A'),
        day('2020-01-01'),
      ),
    ).toEqual([])
  })
})

describe('the lifecycle of a scheme', () => {
  test('goes step by step from idea to closed', () => {
    const path: Lifecycle[] = ['idea', 'live', 'practically_complete', 'financially_closed', 'closed']
    const last = path
      .slice(1)
      .reduce((scheme, to) => moveLifecycle(scheme, to, []), schemeNamed('A', { lifecycle: 'idea' }))
    expect([last.lifecycle, last.revision]).toEqual(['closed', 5])
  })

  test('every step that the table does not allow is refused as wrong-status', () => {
    for (const from of Lifecycle.options) {
      for (const to of Lifecycle.options) {
        const refusal = refusalOf(() => moveLifecycle(schemeNamed('A', { lifecycle: from }), to, []))
        expect(refusal?.code).toBe(canMoveTo(from, to) ? undefined : 'wrong-status')
      }
    }
    expect(refusalOf(() => moveLifecycle(schemeNamed('A', { lifecycle: 'idea' }), 'practically_complete', []))).toEqual(
      {
        code: 'wrong-status',
        detail: { is: 'idea', needs: 'live' },
      },
    )
    expect(Lifecycle.options.filter((to) => canMoveTo('closed', to) || canMoveTo('cancelled', to))).toEqual([])
  })

  test.each(['allocation', 'authority', 'released', 'commitment'] as const)(
    'is not cancelled while %s stands on the scheme (R32)',
    (level) => {
      const scheme = schemeNamed('A')
      const left = [balanceOf(level, placeOf('scheme', 'A'), 2020, 10)]
      expect(refusalOf(() => moveLifecycle(scheme, 'cancelled', left))).toEqual({
        code: 'still-in-use',
        detail: { entity: 'scheme', name: 'A', by: level },
      })
    },
  )

  test('is cancelled when what was spent is all that is left, and whatever its plan says', () => {
    const at = placeOf('scheme', 'A')
    const spent = [
      balanceOf('plan', at, 2020, 50),
      ...(['allocation', 'authority', 'released', 'actual'] as const).map((level) => balanceOf(level, at, 2020, 10)),
      balanceOf('authority', at, 2021, 5),
      balanceOf('authority', at, 2021, -5),
      balanceOf('authority', placeOf('scheme', 'B'), 2021, 500),
    ]
    expect(moveLifecycle(schemeNamed('A'), 'cancelled', spent).lifecycle).toBe('cancelled')
  })
})

describe('joint commissioners', () => {
  test('share the whole, or are refused as shares-not-whole (R28)', () => {
    const shares = (nhsShareBp: number | null, laShareBp: number | null) => () =>
      checkCommissioner({ commissioner: 'joint', nhsShareBp, laShareBp })
    expect(refusalOf(shares(4_000, 6_000))).toBeUndefined()
    expect(refusalOf(shares(4_000, 5_999))).toEqual({ code: 'shares-not-whole', detail: { nhs: 4_000, la: 5_999 } })
    expect(refusalOf(shares(null, null))).toEqual({ code: 'shares-not-whole', detail: { nhs: 0, la: 0 } })
    expect(
      refusalOf(() => checkCommissioner({ commissioner: 'nhs', nhsShareBp: null, laShareBp: null })),
    ).toBeUndefined()
  })
})

describe('the theme of a scheme', () => {
  const apply = (memberships: ThemeMembership[], move: Parameters<typeof moveToTheme>[1]) => {
    const { closed, opened } = moveToTheme(memberships, move)
    const byId = new Map([...memberships, ...closed, opened].map((each) => [each.id, each]))
    return [...byId.values()]
  }
  const move = (number: number, theme: string, fromOn: string) => ({
    id: idOf(`M${number}`),
    schemeId: idOf('S'),
    themeId: idOf(theme),
    fromOn: day(fromOn),
  })

  test('changes from a day on, and earlier days keep the theme of their day', () => {
    const moved = apply(apply([], move(1, 'A', '2018-04-01')), move(2, 'B', '2020-08-20'))
    expect(
      ['2018-03-31', '2018-04-01', '2020-08-19', '2020-08-20'].map((on) => themeOf(moved, idOf('S'), day(on))),
    ).toEqual([undefined, idOf('A'), idOf('A'), idOf('B')])
    expect(moved.map((each) => [each.toOn, each.revision])).toEqual([
      ['2020-08-19', 2],
      [null, 1],
    ])
  })

  test('put right on the very day takes the first choice back', () => {
    const moved = apply(apply([], move(1, 'A', '2020-08-20')), move(2, 'B', '2020-08-20'))
    expect(moved.map((each) => each.isRemoved)).toEqual([true, false])
    expect(themeOf(moved, idOf('S'), day('2020-08-20'))).toBe(idOf('B'))
  })

  test('a move to before a later membership is refused as overlapping-membership (R27)', () => {
    const first = apply([], move(1, 'A', '2020-08-20'))
    expect(refusalOf(() => moveToTheme(first, move(2, 'B', '2020-08-19')))).toEqual({
      code: 'overlapping-membership',
      detail: { scheme: idOf('S'), from: '2020-08-20' },
    })
  })

  test('no sequence of moves leaves a scheme with two themes on one day (R27)', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 0, max: 30 })), { maxLength: 12 })
    fc.assert(
      fc.property(moves, (given) => {
        let memberships: ThemeMembership[] = []
        for (const [index, [theme, offset]] of given.entries()) {
          const next = move(index, theme, addDays(day('2020-08-01'), offset))
          if (!refusalOf(() => moveToTheme(memberships, next))) memberships = apply(memberships, next)
        }
        for (let offset = 0; offset <= 31; offset += 1) {
          const on = addDays(day('2020-08-01'), offset)
          const holding = memberships.filter((each) => themeOf([each], idOf('S'), on) !== undefined)
          expect(holding.length).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('a decision', () => {
  const made = {
    madeOn: day('2020-08-20'),
    publishedOn: day('2020-08-20'),
    isCallInEligible: true,
    effectiveOn: null,
  }
  const effective = (change: object) => effectiveDay({ ...made, ...change }, bankHolidays, [])

  test('has effect after call-in, or on its day where it cannot be called in (R12)', () => {
    expect(effective({})).toBe('2020-08-28')
    expect(effective({ isCallInEligible: false, publishedOn: null })).toBe('2020-08-20')
    expect(effective({ publishedOn: day('2020-08-28') })).toBe('2020-09-08')
  })

  test('is held to the programme’s own days of call-in, and its own threshold, from their day on', () => {
    const own = (rule: RuleName, value: number): DatedRuleValue => ({
      id: idOf(rule),
      revision: 1,
      isRemoved: false,
      rule,
      value,
      fromOn: day('2020-08-20'),
      source: 'Constitution',
    })
    const shorter = [own('call_in_working_days', 2)]
    expect([
      effectiveDay(made, bankHolidays, shorter),
      effectiveDay({ ...made, madeOn: day('2020-08-19') }, bankHolidays, shorter),
      isKey(pence(100_000_01), day('2020-08-20'), [own('key_decision_threshold', 100_000_00)]),
      isKey(pence(100_000_01), day('2020-08-19'), [own('key_decision_threshold', 100_000_00)]),
    ]).toEqual(['2020-08-25', '2020-08-28', true, false])
  })

  test('may have effect later than it could, and never earlier', () => {
    expect(effective({ effectiveOn: day('2020-10-01') })).toBe('2020-10-01')
    expect(refusalOf(() => effective({ effectiveOn: day('2020-08-27') }))).toEqual({
      code: 'date-order',
      detail: { earlier: '2020-08-28', later: '2020-08-27' },
    })
  })

  test('is not published before it is made', () => {
    expect(refusalOf(() => effective({ publishedOn: day('2020-08-19') }))).toEqual({
      code: 'date-order',
      detail: { earlier: '2020-08-20', later: '2020-08-19' },
    })
  })

  test('that can be called in has no effect before it is published', () => {
    expect(refusalOf(() => effective({ publishedOn: null }))).toEqual({
      code: 'wrong-status',
      detail: { is: 'not published', needs: 'published' },
    })
  })

  test('takes effect once', () => {
    const before = decisionNamed('D1', { status: 'made' })
    const after = takeEffect(before)
    expect(after).toEqual({ ...before, status: 'effective', revision: 2 })
    expect(refusalOf(() => takeEffect(after))).toEqual({
      code: 'wrong-status',
      detail: { is: 'effective', needs: 'made' },
    })
  })
})
