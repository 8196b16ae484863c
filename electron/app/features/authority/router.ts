import { z } from 'zod'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import { DraftInput, DropInput } from '../businessCase/drafts.ts'
import { refuseWithheld, withheldNow } from '../exempt/withheld.ts'
import { ClockFileInput, ClockInput, calculateClock, calendarOf, clockCalendar } from './clock.ts'
import { RegisterScreenInput, registerScreen } from './registerScreen.ts'
import {
  CallInGiven,
  callIn,
  DecisionPublication,
  decide,
  publish,
  RequestDeciding,
  ScrutinyGiven,
  scrutinyOutcome,
} from './requestDecisions.ts'
import { dropRequestDraft, leaveRequest, saveRequestDraft } from './requestDrafts.ts'
import { ForwardPlanInput, forwardPlan, RequestListInput, requestList } from './requestList.ts'
import { requestScreen } from './requestScreen.ts'
import {
  financeCheck,
  legalCheck,
  NoticeGiven,
  publishNoticeOf,
  publishReportOf,
  ReportGiven,
  RequestCheckGiven,
  RequestWithdrawal,
  Validation,
  validateRequest,
  withdraw,
} from './requests.ts'
import { NewVersion, newRequestVersion, RequestStart, startRequest } from './startRequest.ts'

const AtId = z.strictObject({ id: Id, asAt: AsAtInput })

/** Requests for authority to spend, from draft to effect. */
export const requestsRouter = router({
  list: everybody
    .input(RequestListInput.extend({ asAt: AsAtInput }))
    .query(({ ctx, input: { asAt, ...wanted } }) => ctx.state.look(asAt, (db, day) => requestList(db, wanted, day))),
  screen: everybody.input(AtId).query(async ({ ctx, input }) => {
    refuseWithheld(await withheldNow(ctx), input.id)
    return await ctx.state.read(input.asAt, (facts, db) => requestScreen(facts, db, input.id, ctx.actor))
  }),
  calendarFile: everybody.input(AtId).query(({ ctx, input }) =>
    ctx.state.read(input.asAt, async (facts, db) => {
      const { request, clock } = await requestScreen(facts, db, input.id, ctx.actor)
      return calendarOf(clock, { name: `${request.reference} ${request.title}`, madeAt: ctx.state.ports.clock() })
    }),
  ),
  start: command('requests.start', 'request', RequestStart, startRequest),
  saveDraft: everybody
    .input(DraftInput)
    .mutation(({ ctx, input }) => saveRequestDraft(ctx.state.acting(ctx.actor), input)),
  dropDraft: everybody
    .input(DropInput)
    .mutation(({ ctx, input }) => dropRequestDraft(ctx.state.acting(ctx.actor), input)),
  leave: command('requests.leave', 'request', DropInput, leaveRequest),
  validate: command('requests.validate', 'request', Validation, validateRequest),
  financeCheck: command('requests.financeCheck', 'financeCheck', RequestCheckGiven, financeCheck),
  legalCheck: command('requests.legalCheck', 'legalCheck', RequestCheckGiven, legalCheck),
  publishNotice: command('requests.publishNotice', 'notice', NoticeGiven, publishNoticeOf),
  publishReport: command('requests.publishReport', 'notice', ReportGiven, publishReportOf),
  decide: command('requests.decide', 'decide', RequestDeciding, decide),
  publishDecision: command('requests.publishDecision', 'notice', DecisionPublication, publish),
  callIn: command('requests.callIn', 'callIn', CallInGiven, callIn),
  scrutinyOutcome: command('requests.scrutinyOutcome', 'callIn', ScrutinyGiven, scrutinyOutcome),
  withdraw: command('requests.withdraw', 'request', RequestWithdrawal, withdraw),
  newVersion: command('requests.newVersion', 'request', NewVersion, newRequestVersion),
})

/** What may be spent under which decision, and what is planned to be decided. */
export const authorityRouter = router({
  screen: everybody
    .input(RegisterScreenInput.extend({ asAt: AsAtInput }))
    .query(({ ctx, input: { asAt, ...wanted } }) => ctx.state.look(asAt, (db, day) => registerScreen(db, wanted, day))),
  forwardPlan: everybody
    .input(ForwardPlanInput.extend({ asAt: AsAtInput }))
    .query(({ ctx, input: { asAt, ...wanted } }) => ctx.state.look(asAt, (db, day) => forwardPlan(db, wanted, day))),
})

/** The days of law, with a programme or without. */
export const clockRouter = router({
  today: everybody.query(({ ctx }) => ({ day: dayInLondon(ctx.state.ports.clock()) })),
  calculate: everybody.input(ClockInput).query(({ ctx, input }) => calculateClock(ctx.state, input)),
  calendarFile: everybody.input(ClockFileInput).query(({ ctx, input }) => clockCalendar(ctx.state, input)),
})
