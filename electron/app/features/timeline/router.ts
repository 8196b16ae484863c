import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, everybody, router } from '../../operation.ts'
import { refuseWithheld, withheldNow } from '../exempt/withheld.ts'
import { timelineOf } from './timelineOf.ts'

const TimelineInput = z.strictObject({
  asAt: AsAtInput,
  kind: z.enum(['business_case', 'authority_request']),
  id: Id,
})

export const timelineRouter = router({
  of: everybody.input(TimelineInput).query(async ({ ctx, input: { asAt, ...subject } }) => {
    refuseWithheld(await withheldNow(ctx), subject.id)
    return await ctx.state.look(asAt, (db, day) => timelineOf(db, subject, day))
  }),
})
