import { highlightReports, issues } from '../../../../../db/subjects.ts'
import { bcfQuarterlyTemplates } from '../../../../../domain/returns/bcfQuarterlyTemplates.ts'
import { quarterlyReturn } from '../../../../../domain/returns/quarterlyReturn.ts'
import { templateFor } from '../../../../../domain/returns/returnTemplate.ts'
import { bcfQuarterlyReport } from '../../../../../reports/bcfQuarterly/report.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearOfScope } from './yearOfScope.ts'

export const makeBcfQuarterly: MakeReport = async ({ facts, db, order, narrative, figures }) => {
  const startYear = yearOfScope(order)
  const submitted = await highlightReports.list(db, { status: 'submitted', startYear })
  const reported = new Set<string>(submitted.map(({ schemeId }) => schemeId))
  const lines = quarterlyReturn(facts, { startYear, issues: await issues.list(db), reported })
  const chosen = templateFor(bcfQuarterlyTemplates, startYear)
  return bcfQuarterlyReport({ facts, startYear, chosen, lines, writing: { narrative, figures } })
}
