import { bcfPlanTemplates } from '../../../../../domain/returns/bcfPlanTemplates.ts'
import { planReturn } from '../../../../../domain/returns/planReturn.ts'
import { templateFor } from '../../../../../domain/returns/returnTemplate.ts'
import { bcfPlanReport } from '../../../../../reports/bcfPlan/report.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearOfScope } from './yearOfScope.ts'

export const makeBcfPlan: MakeReport = async ({ facts, order }) => {
  const chosen = templateFor(bcfPlanTemplates, yearOfScope(order))
  return bcfPlanReport(planReturn(facts, chosen), chosen)
}
