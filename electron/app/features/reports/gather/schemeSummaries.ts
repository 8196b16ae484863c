import { schemeSummaries } from '../../../../../reports/schemeSummaries/report.ts'
import type { MakeReport } from '../reportContext.ts'

export const makeSchemeSummaries: MakeReport = async ({ facts, order, narrative, figures }) =>
  schemeSummaries(facts, order, { narrative, figures })
