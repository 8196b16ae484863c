import { carryForwardReport } from '../../../../../reports/carryForward/model.ts'
import { carryForwardContent } from '../../../../../reports/carryForward/report.ts'
import { yearEndFacts } from '../../periods/yearEndFacts.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearOfScope } from './yearOfScope.ts'

export const makeCarryForward: MakeReport = async ({ facts, db, order }) => {
  const startYear = yearOfScope(order)
  const context = { ...facts, programmes: [facts.programme], day: facts.asAt.day }
  const report = carryForwardReport(await yearEndFacts(db, startYear, context), facts)
  return carryForwardContent(report, {
    hasEnded: facts.asAt.day > `${startYear + 1}-03-31`,
    unit: order.unit ?? '£',
  })
}
