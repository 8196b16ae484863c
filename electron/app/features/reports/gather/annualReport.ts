import { benefits, highlightReports, lessons, milestones } from '../../../../../db/subjects.ts'
import { formatYear } from '../../../../../domain/financialYear.ts'
import { formatDay } from '../../../../../domain/inWords.ts'
import { fundingMix } from '../../../../../domain/portfolio/fundingMix.ts'
import { annualReport } from '../../../../../reports/annualReport/report.ts'
import { fundingMixChart } from '../../../../../reports/charts/fundingMixChart.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearOfScope } from './yearOfScope.ts'

export const makeAnnualReport: MakeReport = async ({ facts, db, order, narrative, figures }) => {
  const startYear = yearOfScope(order)
  const { programme } = facts
  // One year alone would be one column.
  const years = { from: Math.min(programme.startYear, startYear), to: Math.max(programme.endYear, startYear) }
  const mix = fundingMix(facts.balances, facts.sources, years)
  return annualReport({
    facts,
    startYear,
    narrative,
    figures,
    benefits: await benefits.list(db),
    lessons: await lessons.list(db),
    milestones: await milestones.list(db),
    highlights: (await highlightReports.list(db)).filter(({ status }) => status === 'submitted'),
    funding: fundingMixChart(mix, {
      id: 'funding',
      unit: order.unit ?? '£',
      period: `${formatYear(years.from)} to ${formatYear(years.to)}, as at ${formatDay(facts.asAt.day)}`,
    }),
  })
}
