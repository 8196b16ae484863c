import type { ReportName } from '../../../../domain/report/reportList.ts'
import { authorityLedger } from './gather/authorityLedger.ts'
import { capitalMonitoring } from './gather/capitalMonitoring.ts'
import { makeDecisionReport } from './gather/decisionReport.ts'
import type { MakeReport } from './reportContext.ts'

/** How each report of the catalogue is made; the whole programme is written as it is and has no layout. */
export const makers: Partial<Record<Exclude<ReportName, 'everything'>, MakeReport>> = {
  'decision-report': makeDecisionReport,
  'capital-monitoring': capitalMonitoring,
  'authority-ledger': authorityLedger,
}
