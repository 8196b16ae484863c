import { z } from 'zod'
import { AsAtInput, everybody, router } from '../../operation.ts'
import { inboxCount, inboxScreen } from './inboxScreen.ts'

const InboxInput = z.strictObject({
  asAt: AsAtInput,
  tab: z.enum(['waiting', 'others', 'done']),
  page: z.int().min(1).max(10_000),
})

export const inboxRouter = router({
  /** The count that every page shows: that of today. */
  count: everybody.query(({ ctx }) => ctx.state.look(null, (db, day) => inboxCount(db, day, ctx.actor))),
  screen: everybody
    .input(InboxInput)
    .query(({ ctx, input: { asAt, ...asked } }) =>
      ctx.state.look(asAt, (db, day) => inboxScreen(db, day, ctx.actor, asked)),
    ),
})
