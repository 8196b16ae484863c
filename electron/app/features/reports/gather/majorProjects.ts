import { highlightReports, milestones } from '../../../../../db/subjects.ts'
import { yearOf } from '../../../../../domain/financialYear.ts'
import type { HighlightReport } from '../../../../../domain/forecast/highlightReport.ts'
import { majorProjectsReport } from '../../../../../reports/majorProjects/report.ts'
import { monitoringScreen } from '../../forecast/monitoringScreen.ts'
import type { MakeReport } from '../reportContext.ts'

/** About the financial year of the report's day. */
export const makeMajorProjects: MakeReport = async ({ facts, db, order }) => {
  const startYear = yearOf(facts.asAt.day)
  const { rows } = await monitoringScreen(facts, db, { startYear, since: facts.asAt.day })
  const highlights = new Map<string, HighlightReport>()
  for (const report of (await highlightReports.list(db, { status: 'submitted' })).sort(byMonth)) {
    highlights.set(report.schemeId, report)
  }
  return majorProjectsReport(facts, {
    startYear,
    monitored: rows,
    milestones: await milestones.list(db),
    highlights,
    unit: order.unit ?? '£m',
  })
}

const byMonth = (one: HighlightReport, other: HighlightReport): number =>
  one.startYear - other.startYear || one.period - other.period || one.version - other.version
