import type { ReportForm, ReportName } from '../../../domain/report/reportList.ts'
import { plainOrder, type ReportOrder } from '../../../domain/report/reportOrder.ts'

/** What a page sends to save a report of the whole programme; `more` is another scope, other years or another unit. */
export const exportOf = (report: ReportName, form: ReportForm, more: Partial<ReportOrder> = {}) => ({
  order: { ...plainOrder(report), ...more },
  form,
})
