import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'
import { appendixA } from '../../../reports/appendixA/model.ts'
import { appendixAReport } from '../../../reports/appendixA/report.ts'
import type { Check } from '../../../reports/check.ts'
import { fundingAndCashFlow } from '../../../reports/fundingAndCashFlow/model.ts'
import { fundingReport } from '../../../reports/fundingAndCashFlow/report.ts'
import { headingOfReport } from '../../../reports/model/headingOfReport.ts'
import type { ReportContent, ReportModel } from '../../../reports/model/reportModel.ts'
import { spendReport } from '../../../reports/spend/model.ts'
import { spendContent } from '../../../reports/spend/report.ts'

/** The reports that facts alone are enough for. */
export const factReports = ['funding-and-cash-flow', 'appendix-a', 'spend'] as const
export type FactReport = (typeof factReports)[number]

const contents: Record<FactReport, (facts: ProgrammeFacts, order: ReportOrder) => ReportContent> = {
  'funding-and-cash-flow': (facts, { unit }) => fundingReport(fundingAndCashFlow(facts), unit ?? '£000'),
  'appendix-a': (facts, { unit }) => appendixAReport(appendixA(facts), unit ?? '£'),
  spend: (facts, { unit }) => spendContent(spendReport(facts), unit),
}

/** A report of facts, made by a finance officer. */
export const modelOf = (
  report: FactReport,
  facts: ProgrammeFacts,
  checks: Check[] = [],
  asked: Partial<ReportOrder> = {},
): ReportModel => {
  const order = { ...plainOrder(report), ...asked }
  const content = contents[report](facts, order)
  const { title, about, unit, sections, ...parts } = content
  const heading = headingOfReport(facts, order, content, { madeBy: { role: 'Finance officer' }, isOpenToAll: false })
  return { heading, ...parts, checks }
}
