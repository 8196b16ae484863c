import { spendReport } from '../../../../../reports/spend/model.ts'
import { spendContent } from '../../../../../reports/spend/report.ts'
import { expectedYears } from '../../forecast/expectedYears.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearsOfOrder } from './yearsOfOrder.ts'

/** Beside the money of every year stands what is expected of it. */
export const makeSpend: MakeReport = async ({ facts, db, order }) =>
  spendContent(spendReport(facts, yearsOfOrder(order), await expectedYears(facts, db)), order.unit)
