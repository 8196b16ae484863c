import type { ReportOrder } from './download.ts'

export interface NamedOrder {
  label: string
  order: Pick<ReportOrder, 'report' | 'format' | 'decisionId'>
}

const ofReport = (report: string, title: string): NamedOrder[] => [
  { label: `${title}, Excel workbook`, order: { report, format: 'xlsx' } },
  { label: `${title}, CSV`, order: { report, format: 'csv' } },
]

export const spendOrders = ofReport('spend', 'Spend report')
export const appendixOrders = ofReport('appendix-a', 'Appendix A')
export const fundingOrders = ofReport('funding-and-cash-flow', 'Capital funding and cash flow')
