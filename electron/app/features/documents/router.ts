import { z } from 'zod'
import { Id } from '../../../../domain/id.ts'
import { Confirmation, Correction } from '../../../../domain/reading/reportReading.ts'
import { everybody, router, withDuty } from '../../operation.ts'
import { confirmName, correctReading, withdrawCorrection } from './corrections.ts'
import { KeepInput, keepAsProgramme } from './keepAsProgramme.ts'
import { keptReadings, openKept } from './keptReadings.ts'
import { loadStated } from './loadStated.ts'
import { readingScreen } from './readingScreen.ts'

const Draft = z.strictObject({ id: Id })

/** Documents on their way in: looked at by whoever has the file, and kept by one act or not at all. */
export const documentsRouter = router({
  /** What was read of a document and does not tie, by itself or held against the open programme. */
  reading: everybody
    .input(Draft.extend({ isAgainst: z.boolean() }))
    .query(({ ctx, input }) => readingScreen(ctx, input)),
  correct: everybody.input(Draft.extend(Correction.shape)).mutation(({ ctx, input }) => correctReading(ctx, input)),
  withdrawCorrection: everybody
    .input(Draft.extend({ place: Correction.shape.place }))
    .mutation(({ ctx, input }) => withdrawCorrection(ctx, input)),
  confirmName: everybody.input(Draft.extend(Confirmation.shape)).mutation(({ ctx, input }) => confirmName(ctx, input)),
  drop: everybody.input(Draft).mutation(({ ctx, input }) => ctx.state.readings.drop(ctx.session, input.id)),
  keepAsProgramme: everybody.input(KeepInput).mutation(({ ctx, input }) => keepAsProgramme(ctx, input)),
  loadStated: withDuty('documents.loadStated', 'document')
    .input(Draft)
    .mutation(async ({ ctx, input }) => {
      const draft = ctx.state.readings.get(ctx.session, input.id)
      return { value: await loadStated(ctx.state, ctx.state.acting(ctx.actor), draft) }
    }),
  /** The documents that the open programme keeps. */
  kept: everybody.query(({ ctx }) => ctx.state.read(null, (facts, db) => keptReadings(facts, db))),
  /** Shows a kept document once more, as it was read and corrected. */
  openKept: everybody.input(Draft).mutation(({ ctx, input }) => openKept(ctx, input.id)),
})
