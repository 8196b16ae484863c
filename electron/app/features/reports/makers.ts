import type { ReportName } from '../../../../domain/report/reportList.ts'
import type { MakeReport } from './reportContext.ts'

/** How each report of the catalogue is made; the whole programme is written as it is and has no layout. */
export const makers: Partial<Record<Exclude<ReportName, 'everything'>, MakeReport>> = {}
