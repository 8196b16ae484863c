import type { ReportForm, ReportName } from '../../domain/report/reportList.ts'
import { plainOrder, type ReportOrder } from '../../domain/report/reportOrder.ts'

export interface NamedOrder {
  label: string
  order: ReportOrder
  form: ReportForm
}

const ofReport = (report: ReportName, title: string): NamedOrder[] => [
  { label: `${title}, Excel workbook`, order: plainOrder(report), form: 'xlsx' },
  { label: `${title}, CSV`, order: plainOrder(report), form: 'csv' },
]

export const spendOrders = ofReport('spend', 'Spend report')
export const appendixOrders = ofReport('appendix-a', 'Appendix A')
export const fundingOrders = ofReport('funding-and-cash-flow', 'Capital funding and cash flow')
