import { fundingAndCashFlow } from '../../../../../reports/fundingAndCashFlow/model.ts'
import { fundingReport } from '../../../../../reports/fundingAndCashFlow/report.ts'
import type { MakeReport } from '../reportContext.ts'

/** For the decision that is asked for, or the latest that gave authority. */
export const makeFundingAndCashFlow: MakeReport = async ({ facts, order: { scope, unit } }) =>
  fundingReport(fundingAndCashFlow(facts, scope.kind === 'decision' ? scope.id : undefined), unit ?? '£000')
