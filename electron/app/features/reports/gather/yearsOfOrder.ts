import type { ReportOrder } from '../../../../../domain/report/reportOrder.ts'
import type { YearsAsked } from '../../../../../reports/yearsAsked.ts'

/** An end that is left open is taken from the figures. */
export const yearsOfOrder = ({ from, to }: ReportOrder): YearsAsked => ({
  ...(from !== null && { from }),
  ...(to !== null && { to }),
})
