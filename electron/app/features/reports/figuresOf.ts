import type { Reading } from '../../../../db/schema.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import type { Figures } from '../../../../reports/narrative/narrativeParts.ts'

/** What the tokens in a report's texts stand for. */
export const figuresOf =
  async (_facts: ProgrammeFacts, _db: Reading, _order: ReportOrder): Promise<Figures> =>
  () =>
    null
