import { z } from 'zod'
import { listMeetings } from '../../../../db/queries/meetings.ts'
import { boards } from '../../../../db/subjects.ts'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import { withheldNow } from '../exempt/withheld.ts'
import {
  AgendaPublication,
  addAgendaItem,
  ItemAddition,
  ItemExemption,
  ItemOrder,
  ItemRemoval,
  publishMeetingAgenda,
  removeAgendaItem,
  reorderAgenda,
  setItemExemption,
} from './agenda.ts'
import {
  Apologies,
  AttendanceRecord,
  declareMeetingInterest,
  InterestDeclaration,
  recordMeetingAttendance,
  sendApologies,
} from './attendance.ts'
import { addBoard, BoardChange, BoardEnd, changeBoard, endBoard, NewBoard } from './boards.ts'
import { boardsList } from './boardsList.ts'
import { itemScreen } from './itemScreen.ts'
import { meetingScreen } from './meetingScreen.ts'
import {
  cancelMeeting,
  changeMeeting,
  MeetingCancellation,
  MeetingChange,
  NewMeeting,
  planMeeting,
} from './meetings.ts'
import { ActionDone, finishAction, MinutesRecord, writeMinutes } from './minutes.ts'
import {
  confirmAgendaItem,
  confirmMeetingRecord,
  ItemConfirmation,
  OutcomeRecord,
  RecordConfirmation,
  recordItemOutcome,
} from './outcomes.ts'
import { OwnVote, recordVotes, VoteRecord, vote } from './votes.ts'

const AsAt = z.strictObject({ asAt: AsAtInput })
const PAGE = 50

export const boardsRouter = router({
  list: everybody.input(AsAt).query(({ ctx, input }) => ctx.state.look(input.asAt, (db, day) => boardsList(db, day))),
  add: command('boards.add', 'boards', NewBoard, addBoard),
  change: command('boards.change', 'boards', BoardChange, changeBoard),
  end: command('boards.end', 'boards', BoardEnd, endBoard),
})

export const meetingsRouter = router({
  list: everybody
    .input(AsAt.extend({ boardId: Id.nullable(), page: z.int().min(1).max(10_000) }))
    .query(({ ctx, input: { asAt, boardId, page } }) =>
      ctx.state.look(asAt, async (db) => ({
        page,
        perPage: PAGE,
        boards: (await boards.list(db)).map(({ id, name, endedOn }) => ({ id, name, endedOn })),
        ...(await listMeetings(db, { boardId, offset: (page - 1) * PAGE, limit: PAGE })),
      })),
    ),
  screen: everybody.input(AsAt.extend({ id: Id })).query(async ({ ctx, input }) => {
    const withheld = await withheldNow(ctx)
    return await ctx.state.look(input.asAt, (db, day) =>
      meetingScreen(db, input.id, { day, actor: ctx.actor, withheld }),
    )
  }),
  item: everybody.input(AsAt.extend({ id: Id, itemId: Id })).query(async ({ ctx, input: { asAt, ...asked } }) => {
    const withheld = await withheldNow(ctx)
    return await ctx.state.read(asAt, (facts, db) => itemScreen(facts, db, asked, ctx.actor, withheld))
  }),
  plan: command('meetings.plan', 'meeting', NewMeeting, planMeeting),
  change: command('meetings.change', 'meeting', MeetingChange, changeMeeting),
  cancel: command('meetings.cancel', 'meeting', MeetingCancellation, cancelMeeting),
  addItem: command('meetings.addItem', 'meeting', ItemAddition, addAgendaItem),
  setExemption: command('meetings.setExemption', 'meeting', ItemExemption, setItemExemption),
  removeItem: command('meetings.removeItem', 'meeting', ItemRemoval, removeAgendaItem),
  reorderItems: command('meetings.reorderItems', 'meeting', ItemOrder, reorderAgenda),
  publishAgenda: command('meetings.publishAgenda', 'meeting', AgendaPublication, publishMeetingAgenda),
  recordAttendance: command('meetings.recordAttendance', 'meeting', AttendanceRecord, recordMeetingAttendance),
  sendApologies: command('meetings.sendApologies', 'vote', Apologies, sendApologies),
  declareInterest: command('meetings.declareInterest', 'interest', InterestDeclaration, declareMeetingInterest),
  vote: command('meetings.vote', 'vote', OwnVote, vote),
  recordVotes: command('meetings.recordVotes', 'meeting', VoteRecord, recordVotes),
  recordOutcome: command('meetings.recordOutcome', 'meeting', OutcomeRecord, recordItemOutcome),
  confirmItem: command('meetings.confirmItem', 'confirm', ItemConfirmation, confirmAgendaItem),
  confirmRecord: command('meetings.confirmRecord', 'confirm', RecordConfirmation, confirmMeetingRecord),
  writeMinutes: command('meetings.writeMinutes', 'meeting', MinutesRecord, writeMinutes),
  finishAction: command('meetings.finishAction', 'meeting', ActionDone, finishAction),
})
