import type { Reading } from '../../../../db/schema.ts'
import { findFigure } from '../../../../domain/figures/evaluateFigure.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import type { Figures } from '../../../../reports/narrative/narrativeParts.ts'
import { figureContextOf } from './figureContextOf.ts'

/** What the tokens in a report's texts stand for. */
export const figuresOf = async (facts: ProgrammeFacts, db: Reading, order: ReportOrder): Promise<Figures> => {
  const context = await figureContextOf(facts, db, order)
  return (token) => findFigure(context, token)
}
