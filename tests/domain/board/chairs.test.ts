import { expect, test } from 'vitest'
import type { Board, Seat } from '../../../domain/board/board.ts'
import { checkChair } from '../../../domain/board/checkChair.ts'
import type { AgendaItem, Meeting } from '../../../domain/board/meeting.ts'
import { seatsOn } from '../../../domain/board/seatsOn.ts'
import { addDays, calendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { seededRandom } from '../../proof/seededRandom.ts'
import { newWorld } from '../approvals/approvalWorld.ts'
import { meetingCommands } from '../approvals/meetingCommands.ts'
import { idOf } from '../given.ts'
import { refusalOf } from '../refusalOf.ts'

const today = calendarDay('2020-09-10')
const random = seededRandom(1)
const world = newWorld(random)
const [board] = world.boards
const chair = board.seats[0] as Seat
const alternate = idOf('ALT')
const chaired: Board = { ...board, seats: [{ ...chair, alternateIds: [alternate] }, ...board.seats.slice(1)] }
const inReview = { ...world, case: { ...world.case, status: 'in_review' as const } }
const meeting = meetingCommands['meetings.plan']?.(inReview, alternate, random).meeting as Meeting
const item = meeting.items[0] as AgendaItem

const confirms = (accountId: Id, { interested, writers = [] }: { interested?: Id; writers?: Id[] }) => {
  const interest = { id: idOf('I'), itemId: item.id, kind: 'personal' as const, description: '', withdrew: true }
  const interests = interested ? [{ ...interest, accountId: interested }] : []
  return refusalOf(() => checkChair(chaired, { ...meeting, interests }, [{ item, writers }], accountId, today))
}

test('a chair with an interest in an item does not confirm it, nor does an alternate of theirs', () => {
  const conflicted = { code: 'conflicted', detail: { title: item.title } }
  expect([
    confirms(chair.accountId, {}),
    confirms(alternate, {}),
    confirms(chair.accountId, { interested: chair.accountId }),
    confirms(alternate, { interested: chair.accountId }),
    confirms(alternate, { interested: alternate }),
    confirms(alternate, { writers: [chair.accountId] }),
  ]).toEqual([
    undefined,
    undefined,
    conflicted,
    conflicted,
    conflicted,
    { code: 'own-item', detail: { act: 'confirm' } },
  ])
})

test('a board has its seats on its last day and none after it', () => {
  const ended = { ...board, endedOn: today }
  expect([seatsOn(ended, today).length, seatsOn(ended, addDays(today, 1)).length]).toEqual([board.seats.length, 0])
})
