import { z } from 'zod'
import { accounts, waivers } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { Id } from '../../../../domain/id.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import {
  Acceptance,
  Answer,
  acceptChange,
  NewProposal,
  proposeChange,
  refuseChange,
  withdrawChange,
} from './proposals.ts'
import { previewChange, routesScreen, rulesScreen } from './rulesScreen.ts'
import {
  approveAskedWaiver,
  askWaiver,
  NewWaiver,
  refuseAskedWaiver,
  WaiverApproval,
  WaiverRefusal,
} from './waivers.ts'

const AsAt = z.strictObject({ asAt: AsAtInput })

export const proposalsRouter = router({
  /** The same checks as proposing, without a trace, and what it would have done. */
  preview: everybody
    .input(NewProposal.pick({ change: true, fromOn: true }))
    .query(({ ctx, input }) =>
      ctx.state.read(null, (_facts, db) => previewChange(db, input, dayInLondon(ctx.state.ports.clock()))),
    ),
  propose: command('proposals.propose', 'rules', NewProposal, proposeChange),
  accept: command('proposals.accept', 'acceptRules', Acceptance, acceptChange),
  refuse: command('proposals.refuse', 'acceptRules', Answer, refuseChange),
  withdraw: command('proposals.withdraw', 'rules', Answer, withdrawChange),
})

export const rulesRouter = router({
  screen: everybody
    .input(AsAt)
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => rulesScreen(db, facts.asAt.day))),
})

export const routesRouter = router({
  screen: everybody
    .input(AsAt)
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => routesScreen(db, facts.asAt.day))),
})

export const waiversRouter = router({
  /** The waivers of one thing, or all, with who asked and who answered. */
  list: everybody.input(AsAt.extend({ subjectId: Id.nullable() })).query(({ ctx, input }) =>
    ctx.state.read(input.asAt, async (_facts, db) => {
      const known = await accounts.list(db)
      const { subjectId } = input
      const listed = await waivers.list(db, subjectId === null ? {} : { subjectId })
      return listed.map((waiver) => ({
        ...waiver,
        asker: titleOf(known, waiver.askedBy),
        approver: waiver.approvedBy === null ? null : titleOf(known, waiver.approvedBy),
      }))
    }),
  ),
  ask: command('waivers.ask', 'askWaiver', NewWaiver, askWaiver),
  approve: command('waivers.approve', 'waive', WaiverApproval, approveAskedWaiver),
  refuse: command('waivers.refuse', 'waive', WaiverRefusal, refuseAskedWaiver),
})
