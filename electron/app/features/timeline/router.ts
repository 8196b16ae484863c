import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { AsAtInput, everybody, router } from '../../operation.ts'
import { timelineOf } from './timelineOf.ts'

const TimelineInput = z.strictObject({
  asAt: AsAtInput,
  kind: z.enum(['business_case', 'authority_request']),
  id: Id,
})

export const timelineRouter = router({
  of: everybody
    .input(TimelineInput)
    .query(({ ctx, input: { asAt, ...subject } }) => ctx.state.look(asAt, (db, day) => timelineOf(db, subject, day))),
})
