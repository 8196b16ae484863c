import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router } from '../../operation.ts'
import { withheldNow } from '../exempt/withheld.ts'
import { AttachmentRemoval, removeAttachment } from './attachments.ts'
import { CaseAt } from './caseAt.ts'
import { CaseFilter, caseList, Whose } from './caseList.ts'
import { caseScreen } from './caseScreen.ts'
import {
  Acceptance,
  accept,
  NewCase,
  newVersion,
  Return,
  returnToWriter,
  Submission,
  startCase,
  submit,
  Withdrawal,
  withdraw,
} from './cases.ts'
import { DischargedCondition, discharge, MetCondition, meet } from './conditions.ts'
import { DraftInput, DropInput, dropDraft, leave, saveDraft } from './drafts.ts'
import { entryScreen } from './entryScreen.ts'
import { EarlierRecommendation, recordEarlier } from './recordEarlier.ts'

const AsAt = z.strictObject({ asAt: AsAtInput })

/** Business cases: writing them, sending them to the boards, and what follows their approval. */
export const casesRouter = router({
  list: everybody
    .input(AsAt.extend(CaseFilter.shape))
    .query(({ ctx, input: { asAt, ...filter } }) =>
      ctx.state.read(asAt, (facts, db) => caseList(facts, db, ctx.actor, filter)),
    ),
  screen: everybody
    .input(
      AsAt.extend({
        id: Id,
        /** The version that it is held against; null for the one that it follows. */
        against: Id.nullable().default(null),
        /** Among which cases the one before and the one after are. */
        whose: Whose.default('all'),
      }),
    )
    .query(async ({ ctx, input: { asAt, ...asked } }) => {
      const withheld = await withheldNow(ctx)
      return await ctx.state.read(asAt, (facts, db) => caseScreen(facts, db, ctx.actor, asked, withheld))
    }),
  entry: everybody
    .input(AsAt)
    .query(({ ctx, input }) => ctx.state.read(input.asAt, (facts, db) => entryScreen(facts, db))),
  start: command('cases.start', 'writeCase', NewCase, startCase),
  saveDraft: everybody
    .meta({ permission: 'writeCase' })
    .input(DraftInput)
    .mutation(({ ctx, input }) => saveDraft(ctx.state.acting(ctx.actor), input)),
  dropDraft: everybody
    .meta({ permission: 'writeCase' })
    .input(DropInput)
    .mutation(({ ctx, input }) => dropDraft(ctx.state.acting(ctx.actor), input)),
  leave: command('cases.leave', 'writeCase', DropInput, leave),
  recordEarlier: command('cases.recordEarlier', 'handleCase', EarlierRecommendation, recordEarlier),
  submit: command('cases.submit', 'writeCase', Submission, submit),
  accept: command('cases.accept', 'handleCase', Acceptance, accept),
  returnToWriter: command('cases.returnToWriter', 'handleCase', Return, returnToWriter),
  withdraw: command('cases.withdraw', 'writeCase', Withdrawal, withdraw),
  newVersion: command('cases.newVersion', 'writeCase', CaseAt, newVersion),
  removeAttachment: command('cases.removeAttachment', 'writeCase', AttachmentRemoval, removeAttachment),
  meetCondition: command('cases.meetCondition', 'writeCase', MetCondition, meet),
  dischargeCondition: command('cases.dischargeCondition', 'handleCase', DischargedCondition, discharge),
})
