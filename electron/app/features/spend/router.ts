import { z } from 'zod'
import { StartYear } from '../../../../domain/financialYear.ts'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, command, everybody, router, withDuty } from '../../operation.ts'
import { BringInInput, bringInDraft, TakeBackInput, TryInput, takeBackImport, tryExtract } from './importing.ts'
import { keepMapping, MappingRemoval, MappingToKeep, removeMapping } from './mappings.ts'
import { commitmentsScreen, draftRows, draftScreen, importScreen, RowPage, spendScreen } from './screens.ts'

const Years = z.strictObject({ asAt: AsAtInput, from: StartYear, to: StartYear })
const Draft = z.strictObject({ id: Id })

/** What the finance system paid and ordered: looked at as long as anybody likes, and brought in by one act or not at all. */
export const spendRouter = router({
  screen: everybody
    .input(Years)
    .query(({ ctx, input: { asAt, ...years } }) => ctx.state.read(asAt, (facts, db) => spendScreen(facts, db, years))),
  commitments: everybody
    .input(Years)
    .query(({ ctx, input: { asAt, ...years } }) =>
      ctx.state.read(asAt, (facts, db) => commitmentsScreen(facts, db, years)),
    ),
  import: everybody
    .input(RowPage.extend({ asAt: AsAtInput }))
    .query(({ ctx, input: { asAt, ...page } }) => ctx.state.read(asAt, (facts, db) => importScreen(facts, db, page))),
  draft: everybody.input(Draft).query(({ ctx, input }) => draftScreen(ctx, input.id)),
  draftRows: everybody.input(RowPage).query(({ ctx, input }) => draftRows(ctx, input)),
  /** What every row would do; nothing is recorded. */
  try: withDuty('spend.try', 'spend')
    .input(TryInput)
    .mutation(({ ctx, input }) => tryExtract(ctx, input)),
  drop: everybody.input(Draft).mutation(({ ctx, input }) => ctx.state.extracts.drop(ctx.session, input.id)),
  bringIn: withDuty('spend.bringIn', 'spend')
    .input(BringInInput)
    .mutation(async ({ ctx, input }) => ({ value: await bringInDraft(ctx, ctx.state.acting(ctx.actor), input) })),
  takeBack: withDuty('spend.takeBack', 'spend')
    .input(TakeBackInput)
    .mutation(async ({ ctx, input }) => ({ value: await takeBackImport(ctx, ctx.state.acting(ctx.actor), input) })),
  keepMapping: command('spend.keepMapping', 'spend', MappingToKeep, keepMapping),
  removeMapping: command('spend.removeMapping', 'spend', MappingRemoval, removeMapping),
})
