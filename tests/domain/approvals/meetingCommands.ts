import { declareInterest, recordAttendance } from '../../../domain/board/attendance.ts'
import { cancelMeeting } from '../../../domain/board/cancelMeeting.ts'
import { castVote } from '../../../domain/board/castVote.ts'
import { checkChair } from '../../../domain/board/checkChair.ts'
import type { AgendaItem, Meeting, OutcomeResult } from '../../../domain/board/meeting.ts'
import { confirmItem, type OutcomeContext, recordOutcome } from '../../../domain/board/recordOutcome.ts'
import { holdersOf } from '../../../domain/board/seatsOn.ts'
import { applyOutcome } from '../../../domain/businessCase/applyOutcome.ts'
import { statusesBefore } from '../../../domain/businessCase/caseLifecycle.ts'
import { addDays } from '../../../domain/calendarDay.ts'
import { fail } from '../../../domain/errors.ts'
import type { Random } from '../../proof/seededRandom.ts'
import { idOf } from '../given.ts'
import type { Command, Person, World } from './approvalWorld.ts'

/** The board that is asked now, and for what: the first recommends, the second approves what was recommended. */
const asked = ({ boards, case: { stagesPassed } }: World) =>
  stagesPassed === 0 ? { board: boards[0], act: 'recommend' as const } : { board: boards[1], act: 'approve' as const }

const boardAt = ({ boards }: World, { boardId }: Meeting) => boards.find(({ id }) => id === boardId) ?? boards[0]

/** The meeting that is open with its one item. Throws `not-found` where there is none. */
const sitting = (world: World) => {
  const meeting = world.meeting ?? fail('not-found', { entity: 'meeting', id: idOf('MEETING') })
  const item = meeting.items[0] ?? fail('not-found', { entity: 'agenda_item', id: idOf('ITEM') })
  return { meeting, item, board: boardAt(world, meeting) }
}

const contextOf = (world: World, by: Person): OutcomeContext => ({
  board: sitting(world).board,
  act: asked(world).act,
  writers: world.case.writers,
  isPaperCurrent: true,
  hasOpenConditions: world.case.conditions.some(({ dischargedBy }) => dischargedBy === null),
  organisationNames: new Map<string, string>(),
  actor: by,
  today: world.today,
})

/** The board that sits is still asked about the very version on its agenda. */
const isAsked = (world: World): boolean => {
  const { board, item } = sitting(world)
  const isVersion = item.subjectId === world.case.id
  return isVersion && asked(world).board.id === board.id && statusesBefore('recommend').includes(world.case.status)
}

/** Throws `not-this-board` for a case that its route leads elsewhere by now. */
const refuseElsewhere = (world: World): void => {
  const { board } = sitting(world)
  if (!isAsked(world)) fail('not-this-board', { board: board.name, next: asked(world).board.name })
}

const itemOf = ({ id, title }: World['case']): AgendaItem => ({
  id: idOf('ITEM'),
  subjectKind: 'business_case',
  subjectId: id,
  title,
  isExempt: false,
  exemptReason: '',
  paperId: null,
  votes: [],
  outcome: null,
  isConfirmed: false,
})

const others = ['deferred', 'refused', 'referred_back'] as const

const conditionsFor = (result: OutcomeResult, { today }: World, random: Random) => {
  const isWith = result === 'approved_with_conditions' || (result === 'recommended' && random.percent(20))
  const condition = { text: 'Name a supplier', owner: 'Lead', dueOn: addDays(today, 60) }
  return isWith ? [{ ...condition, isAfterRelease: random.percent(60) }] : []
}

export const meetingCommands: Record<string, Command> = {
  'meetings.plan': (world, _by, random) => {
    if (world.meeting !== null) return fail('already-on-agenda', { title: world.case.title, on: world.meeting.heldOn })
    const { board } = asked(world)
    const meeting: Meeting = {
      id: idOf('MEETING'),
      revision: 1,
      isRemoved: false,
      boardId: board.id,
      kind: 'meeting',
      heldOn: addDays(world.today, random.pick([0, 0, 5])),
      venue: '',
      status: 'agenda_published',
      agendaPublishedAt: null,
      items: [itemOf(world.case)],
      attendance: [],
      interests: [],
      minutes: '',
      actions: [],
    }
    refuseElsewhere({ ...world, meeting })
    return { ...world, meeting }
  },
  'meetings.cancel': (world) => {
    const { meeting, item, board } = sitting(world)
    cancelMeeting(meeting, board, new Set(isAsked(world) ? [item.id] : []))
    return { ...world, meeting: null }
  },
  'meetings.declareInterest': (world, by, random) => {
    const { meeting, item, board } = sitting(world)
    const interest = { id: idOf('INTEREST'), itemId: item.id, accountId: by, kind: 'personal' as const }
    const declared = { ...interest, description: 'Trustee', withdrew: random.percent(70) }
    return { ...world, meeting: declareInterest(meeting, board, declared) }
  },
  'meetings.recordAttendance': (world, _by, random) => {
    const { meeting, board } = sitting(world)
    const attendance = board.seats.map((seat) => ({
      seatId: seat.id,
      accountId: random.percent(70) ? seat.accountId : random.pick(holdersOf(seat)),
      presence: random.percent(85) ? ('present' as const) : ('apologies' as const),
    }))
    return { ...world, meeting: recordAttendance(meeting, board, attendance, world.today) }
  },
  'meetings.vote': (world, by, random) => {
    const { meeting, item, board } = sitting(world)
    refuseElsewhere(world)
    const seat = board.seats.find((each) => holdersOf(each).includes(by)) ?? random.pick(board.seats)
    const vote = {
      seatId: seat.id,
      accountId: by,
      vote: random.percent(85) ? ('for' as const) : random.pick(['against', 'abstain'] as const),
      note: '',
    }
    const context = { board, writers: world.case.writers, act: asked(world).act, today: world.today }
    return { ...world, meeting: castVote(meeting, item, vote, context) }
  },
  'meetings.recordOutcome': (world, by, random) => {
    const { meeting, item } = sitting(world)
    refuseElsewhere(world)
    const result = random.pick<OutcomeResult>(
      asked(world).act === 'recommend'
        ? [...Array(7).fill('recommended'), 'deferred', 'not_recommended', 'referred_back']
        : [...Array(4).fill('approved'), ...Array(4).fill('approved_with_conditions'), ...others],
    )
    const conditions = conditionsFor(result, world, random)
    const outcome = { result, wording: '', reason: 'Why', conditions, recordedBy: by }
    return { ...world, meeting: recordOutcome(meeting, item.id, outcome, contextOf(world, by)) }
  },
  // The outcome has effect at once, and what was put off can come before the board again.
  'meetings.confirmItem': (world, by) => {
    const { meeting, item, board } = sitting(world)
    refuseElsewhere(world)
    const { writers } = world.case
    checkChair(board, meeting, [{ item, writers }], by, world.today)
    const confirmed = confirmItem(meeting, item.id, contextOf(world, by)).items[0]?.outcome
    if (!confirmed) throw new Error('An item was confirmed without an outcome')
    let made = world.case.conditions.length
    const newId = () => {
      made += 1
      return idOf(`C${made}`)
    }
    const acting = { act: asked(world).act, on: meeting.heldOn, actor: by, newId, validityMonths: 24 }
    return { ...world, meeting: null, case: applyOutcome(world.case, confirmed, acting) }
  },
}
