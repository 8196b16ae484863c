import type { Role } from '../../../domain/roles.ts'
import { at, boardApp, caseInReview, heldMeeting, present } from './boardApp.ts'
import { changed, on, type ProgrammeApp } from './programmeApp.ts'

const secretary: Role[] = ['board_secretary']
const boards: Role[] = ['board_secretary', 'administrator']

/** The commands on boards and meetings that a role alone can give, each with its duty, its step and an input that is accepted. */
export const meetingCommands = {
  'boards.add': {
    roles: boards,
    transition: 'added',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      return {
        ...app.boardOf('Digital board', []),
        seats: [app.seat(app.people.chair, { isChair: true }), app.seat(app.people.first)],
      }
    },
  },
  'boards.change': {
    roles: boards,
    transition: 'changed',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const { seats } = app.recommending
      return { ...app.boardOf('Board of the fund', []), ...at(app.recommending), seats }
    },
  },
  'boards.end': {
    roles: boards,
    transition: 'in use → ended',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const other = { ...app.boardOf('Digital board', []), name: 'Old board' }
      const { id, revision } = changed(await app.administrator.boards.add.mutate(other))
      return { id, revision, endedOn: on('2020-09-01') }
    },
  },
  'meetings.plan': {
    roles: secretary,
    transition: 'planned',
    input: async (given: ProgrammeApp) => {
      const { recommending } = await boardApp(given)
      return { boardId: recommending.id, kind: 'meeting', heldOn: '2020-09-10', venue: 'Town hall' }
    },
  },
  'meetings.change': {
    roles: secretary,
    transition: 'changed',
    input: async (given: ProgrammeApp) => ({ ...at(await planned(given)), heldOn: '2020-09-17', venue: 'Civic hall' }),
  },
  'meetings.cancel': {
    roles: secretary,
    transition: 'planned → cancelled',
    input: async (given: ProgrammeApp) => ({ ...at(await planned(given)), reason: 'Snow' }),
  },
  'meetings.addItem': {
    roles: secretary,
    transition: 'item added',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const about = await caseInReview(app)
      const plan = { boardId: app.recommending.id, kind: 'meeting' as const, heldOn: on('2020-09-10'), venue: '' }
      const meeting = changed(await app.secretary.meetings.plan.mutate(plan))
      return { ...at(meeting), subjectKind: 'business_case', subjectId: about.id, title: null, isExempt: false }
    },
  },
  'meetings.setExemption': {
    roles: secretary,
    transition: 'made exempt',
    input: async (given: ProgrammeApp) => {
      const { meeting, item } = await heldMeeting(await boardApp(given))
      return { ...at(meeting), itemId: item.id, reason: 'Paragraph 3, prices' }
    },
  },
  'meetings.removeItem': {
    roles: secretary,
    transition: 'item removed',
    input: async (given: ProgrammeApp) => {
      const { meeting, item } = await heldMeeting(await boardApp(given))
      return { ...at(meeting), itemId: item.id }
    },
  },
  'meetings.reorderItems': {
    roles: secretary,
    transition: 'items reordered',
    input: async (given: ProgrammeApp) => {
      const { meeting, item } = await heldMeeting(await boardApp(given))
      return { ...at(meeting), itemIds: [item.id] }
    },
  },
  'meetings.publishAgenda': {
    roles: secretary,
    transition: 'planned → agenda_published',
    input: async (given: ProgrammeApp) => {
      const meeting = await planned(given)
      const business = { subjectKind: 'other' as const, subjectId: null, title: 'Any other business', isExempt: false }
      return at(changed(await given.as('board_secretary').meetings.addItem.mutate({ ...at(meeting), ...business })))
    },
  },
  'meetings.recordAttendance': {
    roles: secretary,
    transition: 'attendance recorded',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const { meeting } = await heldMeeting(app)
      const [seat] = app.recommending.seats
      return { ...at(meeting), attendance: [{ seatId: seat?.id, accountId: seat?.accountId, presence: 'present' }] }
    },
  },
  'meetings.declareInterest': {
    roles: ['board_secretary', 'board_chair', 'board_member'] as Role[],
    transition: 'interest declared',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const { meeting, item } = await heldMeeting(app)
      const interest = { kind: 'personal', description: 'Trustee', withdrew: true, accountId: app.people.first }
      return { id: meeting.id, itemId: item.id, ...interest }
    },
  },
  'meetings.recordVotes': {
    roles: secretary,
    transition: 'votes recorded',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const { meeting, item } = await heldMeeting(app)
      const after = await present(app, meeting.id, 'chair')
      const [seat] = app.recommending.seats
      const votes = [{ seatId: seat?.id, accountId: seat?.accountId, vote: 'for', note: '' }]
      return { ...at(after), itemId: item.id, votes }
    },
  },
  'meetings.recordOutcome': {
    roles: secretary,
    transition: 'outcome recorded: deferred',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const { meeting, item } = await heldMeeting(app)
      const after = await present(app, meeting.id, 'chair', 'first')
      return { ...at(after), itemId: item.id, result: 'deferred', wording: '', reason: 'Late', conditions: [] }
    },
  },
  'meetings.writeMinutes': {
    roles: secretary,
    transition: 'minutes written',
    input: async (given: ProgrammeApp) => {
      const { meeting } = await heldMeeting(await boardApp(given))
      return { id: meeting.id, minutes: 'Opened at ten', actions: [], were: { minutes: '', actions: [] } }
    },
  },
  'meetings.finishAction': {
    roles: secretary,
    transition: 'action done',
    input: async (given: ProgrammeApp) => {
      const app = await boardApp(given)
      const { meeting } = await heldMeeting(app)
      const actions = [{ id: null, text: 'Ask the supplier', owner: 'Scheme lead', dueOn: null, doneOn: null }]
      const were = { minutes: '', actions: [] }
      const after = changed(
        await app.secretary.meetings.writeMinutes.mutate({ id: meeting.id, minutes: '', actions, were }),
      )
      return { id: meeting.id, actionId: after.actions[0]?.id, doneOn: '2020-09-10' }
    },
  },
}

const planned = async (given: ProgrammeApp) => {
  const app = await boardApp(given)
  const plan = { boardId: app.recommending.id, kind: 'meeting' as const, heldOn: on('2020-09-10'), venue: '' }
  return changed(await app.secretary.meetings.plan.mutate(plan))
}
