import type { ReportName } from '../../../../domain/report/reportList.ts'
import { makeAnnualReport } from './gather/annualReport.ts'
import { makeAppendixA } from './gather/appendixA.ts'
import { makeAuthorityLedger } from './gather/authorityLedger.ts'
import { makeBcfPlan } from './gather/bcfPlan.ts'
import { makeBcfQuarterly } from './gather/bcfQuarterly.ts'
import { makeBenefits } from './gather/benefits.ts'
import { makeBoardPack } from './gather/boardPack.ts'
import { makeBusinessCase } from './gather/businessCase.ts'
import { makeCapitalMonitoring } from './gather/capitalMonitoring.ts'
import { makeCarryForward } from './gather/carryForward.ts'
import { makeChangeRegister } from './gather/changeRegister.ts'
import { makeClosure } from './gather/closure.ts'
import { makeCpr4 } from './gather/cpr4.ts'
import { makeDecisionRecord } from './gather/decisionRecord.ts'
import { makeDecisionReport } from './gather/decisionReport.ts'
import { makeForwardPlan } from './gather/forwardPlan.ts'
import { makeFundingAndCashFlow } from './gather/fundingAndCashFlow.ts'
import { makeKeyDecisionNotice } from './gather/keyDecisionNotice.ts'
import { makeMajorProjects } from './gather/majorProjects.ts'
import { makeOnePager } from './gather/onePager.ts'
import { makeSchemeSummaries } from './gather/schemeSummaries.ts'
import { makeSpend } from './gather/spend.ts'
import { makeTieOut } from './gather/tieOut.ts'
import type { MakeReport } from './reportContext.ts'

/** How each report of the catalogue is made; the whole programme is written as it is and has no layout. */
export const makers: Record<Exclude<ReportName, 'everything'>, MakeReport> = {
  closure: makeClosure,
  'annual-report': makeAnnualReport,
  'board-pack': makeBoardPack,
  'forward-plan': makeForwardPlan,
  'key-decision-notice': makeKeyDecisionNotice,
  'decision-record': makeDecisionRecord,
  'funding-and-cash-flow': makeFundingAndCashFlow,
  'appendix-a': makeAppendixA,
  spend: makeSpend,
  'business-case': makeBusinessCase,
  'scheme-summaries': makeSchemeSummaries,
  'decision-report': makeDecisionReport,
  'capital-monitoring': makeCapitalMonitoring,
  'authority-ledger': makeAuthorityLedger,
  'carry-forward': makeCarryForward,
  'change-register': makeChangeRegister,
  benefits: makeBenefits,
  'tie-out': makeTieOut,
  'major-projects': makeMajorProjects,
  'bcf-plan': makeBcfPlan,
  'bcf-quarterly': makeBcfQuarterly,
  cpr4: makeCpr4,
  'one-pager': makeOnePager,
}
