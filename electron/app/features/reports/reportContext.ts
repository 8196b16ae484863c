import type { Reading } from '../../../../db/schema.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ReportOrder } from '../../../../domain/report/reportOrder.ts'
import type { Check } from '../../../../reports/check.ts'
import type { ReportContent } from '../../../../reports/model/reportModel.ts'
import type { Figures } from '../../../../reports/narrative/narrativeParts.ts'

/** What a report is made from: the programme at the asked moment, and what was written for it. */
export interface ReportContext {
  facts: ProgrammeFacts
  /** The snapshot that the facts were read from. */
  db: Reading
  order: ReportOrder
  /** By section id; a section that nobody wrote has none. */
  narrative: Readonly<Record<string, string>>
  /** What tokens in the text stand for. */
  figures: Figures
  checks: readonly Check[]
}

/** Throws `not-found` for a scope that is not on record, `bad-scope` for one that the report is not about, and `bad-year`. */
export type MakeReport = (context: ReportContext) => Promise<ReportContent>
