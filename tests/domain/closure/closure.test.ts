import { describe, expect, test } from 'vitest'
import type { Board } from '../../../domain/board/board.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import {
  acceptClosure,
  agreeAccount,
  beginClosure,
  closeClosure,
  handOver,
  releaseResidual,
  reportClosure,
} from '../../../domain/closure/closureActs.ts'
import { findLessons, lessonsFor } from '../../../domain/closure/findLessons.ts'
import type { Lesson } from '../../../domain/closure/lesson.ts'
import { residual } from '../../../domain/closure/residual.ts'
import { pence, ZERO } from '../../../domain/money.ts'
import { balanceOf, idOf, placeOf, schemeNamed } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const today = calendarDay('2020-09-01')
const act = (actor: string, on = today) => ({ on, today, actor })
const nothing = residual([], idOf('S'))
const begun = beginClosure(idOf('X'), idOf('S'), 'In use everywhere', act('lead'))
const money = { spent: pence(100), outstanding: ZERO }
const agreed = agreeAccount(begun, { finalAccount: pence(100), note: '' }, money, act('finance'))
const report = { report: 'It works', boardId: idOf('B'), actor: 'lead' }
const reported = reportClosure(agreed, report, { left: nothing, lessons: 1 })
const chair = idOf('chair')
const seat = { id: idOf('1'), accountId: chair, organisationId: null, alternateIds: [], fromOn: today, toOn: null }
const board: Board = {
  id: idOf('B'),
  revision: 1,
  isRemoved: false,
  name: 'Fund board',
  organisationIds: [],
  functions: ['approve'],
  parentId: null,
  seats: [
    { ...seat, isChair: true },
    { ...seat, accountId: idOf('member'), isChair: false },
  ],
  quorum: { minMembers: 1, perOrganisation: [], isChairRequired: false, countsConflicted: false },
  voting: { needs: 'simple_majority', hasCastingVote: false },
  cadence: '',
  endedOn: null,
}
const accepted = acceptClosure(reported, board, chair, act(chair))

describe('a closure', () => {
  test('goes from the completion to the closed scheme step by step', () => {
    const handed = handOver(accepted, {
      benefitsOwner: 'Head of service',
      note: '',
      reviewDueOn: calendarDay('2021-03-01'),
    })
    const closed = closeClosure(handed, 'Calls fell', act('lead'))
    const released = reportClosure(releaseResidual(agreed, idOf('D')), report, { left: nothing, lessons: 1 })
    expect(
      [begun, agreed, released, accepted, handed, closed].map(({ status, revision }) => [status, revision]),
    ).toEqual([
      ['completion_reported', 1],
      ['account_agreed', 2],
      ['reported', 4],
      ['accepted', 4],
      ['handed_over', 5],
      ['closed', 6],
    ])
    expect(closed).toMatchObject({ acceptedBy: chair, reviewedOn: today, reviewNote: 'Calls fell', writers: ['lead'] })
  })

  test('has its account agreed by another person, without an order outstanding, and with a reason where it differs', () => {
    const agree = (change: Partial<typeof money>, actor = 'finance', note = '') =>
      refusalOf(() => agreeAccount(begun, { finalAccount: pence(100), note }, { ...money, ...change }, act(actor)))
    expect([
      agree({}, 'lead'),
      agree({ outstanding: pence(5) }),
      agree({ spent: pence(90) })?.code,
      agree({ spent: pence(90) }, 'finance', 'Retention is paid next year'),
    ]).toEqual([
      { code: 'own-item', detail: { act: 'check' } },
      { code: 'orders-outstanding', detail: { amount: 5 } },
      'reason-missing',
      undefined,
    ])
  })

  test('is reported when nothing is left on the scheme and it has taught something', () => {
    const left = residual(
      [
        balanceOf('authority', placeOf('scheme', 'S'), 2020, 3),
        balanceOf('allocation', placeOf('scheme', 'S'), 2020, 4),
      ],
      idOf('S'),
    )
    expect([
      refusalOf(() => reportClosure(agreed, report, { left, lessons: 1 })),
      refusalOf(() => reportClosure(agreed, report, { left: nothing, lessons: 0 })),
    ]).toEqual([
      { code: 'residual-left', detail: { authority: 300, allocation: 400 } },
      { code: 'lesson-missing', detail: {} },
    ])
  })

  test('is accepted by a chair of its board who did not write it', () => {
    const accept = (accountId: typeof chair | null, by = reported) =>
      refusalOf(() => acceptClosure(by, board, accountId, act(accountId ?? 'nobody')))
    expect([accept(null), accept(idOf('member')), accept(chair, { ...reported, writers: [chair] })]).toEqual([
      { code: 'not-the-chair', detail: { board: 'Fund board' } },
      { code: 'not-the-chair', detail: { board: 'Fund board' } },
      { code: 'own-item', detail: { act: 'accept' } },
    ])
  })

  test('takes no step before the one ahead of it, and none on a day that has not come or before the last', () => {
    const tomorrow = calendarDay('2020-09-02')
    const yesterday = calendarDay('2020-08-31')
    const handOn = { benefitsOwner: 'x', note: '', reviewDueOn: yesterday }
    expect([
      refusalOf(() => beginClosure(idOf('X'), idOf('S'), '', act('lead', tomorrow)))?.code,
      refusalOf(() => agreeAccount(begun, { finalAccount: pence(100), note: '' }, money, act('f', tomorrow)))?.code,
      refusalOf(() => agreeAccount(begun, { finalAccount: pence(100), note: '' }, money, act('f', yesterday)))?.code,
      refusalOf(() => reportClosure(begun, report, { left: nothing, lessons: 1 })),
      refusalOf(() => handOver(accepted, handOn))?.code,
      refusalOf(() => closeClosure(accepted, '', act('lead')))?.code,
    ]).toEqual([
      'future-day',
      'future-day',
      'date-order',
      { code: 'wrong-status', detail: { is: 'completion_reported', needs: 'account_agreed or residual_released' } },
      'date-order',
      'wrong-status',
    ])
  })
})

describe('lessons', () => {
  const lesson = (title: string, change: Partial<Lesson> = {}): Lesson => ({
    id: idOf(title),
    revision: 1,
    isRemoved: false,
    schemeId: idOf('Old'),
    title,
    category: 'procurement',
    whatHappened: 'The supplier was late.',
    recommendation: 'Ask for milestones.',
    appliesTo: '',
    learnedOn: today,
    adoptedBy: [],
    ...change,
  })
  const sharing = lesson('Sharing', { appliesTo: 'information sharing between mental health systems' })
  const beds = lesson('Beds', { appliesTo: 'equipment' })

  test('are found by the beginnings of their words, all of them', () => {
    const titles = (text: string) => findLessons([sharing, beds], text).map(({ title }) => title)
    expect([titles(''), titles('mental shar'), titles('SUPPLIER equip'), titles('portal')]).toEqual([
      ['Sharing', 'Beds'],
      ['Sharing'],
      ['Beds'],
      [],
    ])
  })

  test('are offered to a scheme that shares words with them, not its own and not those that it acts on', () => {
    const scheme = schemeNamed('New', { briefDescription: 'Shared mental health records and equipment' })
    const adopted = { ...sharing, adoptedBy: [{ schemeId: scheme.id, on: today }] }
    const own = { ...sharing, schemeId: scheme.id }
    expect(lessonsFor(scheme, [beds, sharing], 5).map(({ title }) => title)).toEqual(['Sharing', 'Beds'])
    expect(lessonsFor(scheme, [adopted, own, lesson('Vehicles')], 5)).toEqual([])
  })
})
