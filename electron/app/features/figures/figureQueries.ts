import { z } from 'zod'
import { type FigureCheck, figureChecks } from '../../../../domain/figures/figureChecks.ts'
import { AmountFormat, type OfferedFigures, offerFigures } from '../../../../domain/figures/offerFigures.ts'
import type { Actor } from '../../../../domain/people/actor.ts'
import { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import { AsAtInput } from '../../operation.ts'
import type { State } from '../../state.ts'
import { refuseFull } from '../exempt/mayReadFull.ts'
import { figureContextOf } from '../reports/figureContextOf.ts'

/** What the text is about, as a report on it would be ordered. */
const About = z.strictObject({ order: ReportOrder.pick({ report: true, scope: true }), asAt: AsAtInput })

export const FigureSearch = About.extend({ search: z.string().max(200), format: AmountFormat.nullable() })

export const FigureTexts = About.extend({
  texts: z.array(z.strictObject({ section: z.string().max(200), text: z.string().max(50_000) })).max(200),
})

interface Asking {
  state: State
  actor: Actor
}

/** The figures that a text can name, with what each is now. Throws `exempt` for a thing that is kept from whoever asks. */
export const offeredFigures = async (
  { state, actor }: Asking,
  { order, asAt, search, format }: z.infer<typeof FigureSearch>,
): Promise<OfferedFigures> => {
  await refuseFull({ state, actor }, inFull(order))
  return await state.read(asAt, async (facts, db) =>
    offerFigures(await figureContextOf(facts, db, order), search, { format }),
  )
}

/** How every figure of the texts stands beside the ledger. Throws `exempt` in the same way. */
export const checkFigures = async (
  { state, actor }: Asking,
  { order, asAt, texts }: z.infer<typeof FigureTexts>,
): Promise<FigureCheck[]> => {
  await refuseFull({ state, actor }, inFull(order))
  return await state.read(asAt, async (facts, db) => figureChecks(await figureContextOf(facts, db, order), texts))
}

const inFull = (order: Pick<ReportOrder, 'report' | 'scope'>): ReportOrder => ({
  ...order,
  from: null,
  to: null,
  unit: null,
  version: 'full',
})
