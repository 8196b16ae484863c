import type { ReportOrder } from '../../../domain/report/reportOrder.ts'

/** What a text is about, as a report on it would be ordered. */
export type FigureOrder = Pick<ReportOrder, 'report' | 'scope'>
