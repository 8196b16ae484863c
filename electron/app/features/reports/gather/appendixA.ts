import { appendixA } from '../../../../../reports/appendixA/model.ts'
import { appendixAReport } from '../../../../../reports/appendixA/report.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearsOfOrder } from './yearsOfOrder.ts'

export const makeAppendixA: MakeReport = async ({ facts, order }) =>
  appendixAReport(appendixA(facts, yearsOfOrder(order)), order.unit ?? '£')
