import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { addressOfDone } from '../../renderer/features/inbox/addressOfDone.ts'
import { deadlineWords } from '../../renderer/features/inbox/deadlineWords.ts'

const today = calendarDay('2020-08-25')
const words = (dueOn: string | null, workingDaysLeft: number | null, isMeeting = false) => {
  const due = dueOn === null ? null : calendarDay(dueOn)
  return deadlineWords({ dueOn: due, workingDaysLeft, meeting: isMeeting && due ? { heldOn: due } : null }, today)
}

test('a deadline is a day with its weekday, and how many working days are left or gone', () => {
  expect([
    words('2020-08-27', 2),
    words('2020-08-26', 1, true),
    words('2020-08-25', 0),
    words('2020-08-24', -1),
    words('2020-08-20', -3),
    words(null, null),
  ]).toEqual([
    'Thursday 27 August 2020: 2 working days left',
    'Wednesday 26 August 2020, at its meeting: 1 working day left',
    'Tuesday 25 August 2020: today',
    'Monday 24 August 2020: 1 working day late',
    'Thursday 20 August 2020: 3 working days late',
    'no date set',
  ])
})

test('what was done leads to its page, where it has one', () => {
  const of = (subjectKind: string) => addressOfDone({ subjectKind, subjectId: 'X' })
  expect(['business_case', 'authority_request', 'meeting', 'waiver'].map(of)).toEqual([
    '/cases/X',
    '/authority/X',
    '/meetings/X',
    null,
  ])
})
