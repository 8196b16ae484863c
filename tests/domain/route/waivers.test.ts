import { expect, test } from 'vitest'
import type { Waiver } from '../../../domain/authority/waiver.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { approveWaiver, checkWaiver, refuseWaiver } from '../../../domain/route/waivers.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const on = calendarDay
const today = on('2020-09-01')

const asked: Waiver = {
  id: idOf('W'),
  revision: 1,
  isRemoved: false,
  rule: 'R10',
  subjectKind: 'authority_request',
  subjectId: idOf('R'),
  reason: 'The case is at the board next week',
  askedBy: 'ANNA',
  approvedBy: null,
  status: 'asked',
  expiresOn: on('2020-10-01'),
}

test('somebody else lets a warning pass', () => {
  expect(approveWaiver(asked, 'BEN', 'warn', today)).toEqual({
    ...asked,
    status: 'approved',
    approvedBy: 'BEN',
    revision: 2,
  })
})

test('somebody else refuses a waiver, and the warning stands', () => {
  expect(refuseWaiver(asked, 'BEN')).toEqual({ ...asked, status: 'refused', approvedBy: 'BEN', revision: 2 })
})

test('whoever asked neither approves nor refuses', () => {
  expect([
    refusalOf(() => approveWaiver(asked, 'ANNA', 'warn', today)),
    refusalOf(() => refuseWaiver(asked, 'ANNA')),
  ]).toEqual(Array(2).fill({ code: 'own-item', detail: { act: 'waive' } }))
})

test('what stops is not let pass, neither when it is asked nor when the warning has become a stop since', () => {
  const refusal = { code: 'cannot-waive', detail: { rule: 'R10' } }
  expect([
    refusalOf(() => checkWaiver(asked, 'stop', today)),
    refusalOf(() => checkWaiver(asked, 'note', today)),
    refusalOf(() => approveWaiver(asked, 'BEN', 'stop', today)),
    refusalOf(() => checkWaiver(asked, 'warn', today)),
  ]).toEqual([refusal, refusal, refusal, undefined])
})

test('a waiver ends on a day to come', () => {
  expect(
    [today, on('2020-08-01')].map((expiresOn) => refusalOf(() => checkWaiver({ ...asked, expiresOn }, 'warn', today))),
  ).toEqual([
    { code: 'date-order', detail: { earlier: '2020-09-02', later: '2020-09-01' } },
    { code: 'date-order', detail: { earlier: '2020-09-02', later: '2020-08-01' } },
  ])
})

test('a waiver that was answered is not answered again', () => {
  const approved = approveWaiver(asked, 'BEN', 'warn', today)
  expect([
    refusalOf(() => approveWaiver(approved, 'CARO', 'warn', today)),
    refusalOf(() => refuseWaiver(approved, 'CARO')),
  ]).toEqual(Array(2).fill({ code: 'wrong-status', detail: { is: 'approved', needs: 'asked' } }))
})
