import { risks } from '../../../../../db/subjects.ts'
import { yearOf } from '../../../../../domain/financialYear.ts'
import { topRisks } from '../../../../../domain/risk/score.ts'
import { onePagerReport } from '../../../../../reports/onePager/report.ts'
import { portfolioCharts } from '../../charts.ts'
import { monitoringScreen } from '../../forecast/monitoringScreen.ts'
import type { MakeReport } from '../reportContext.ts'
import { calendarDates } from './calendarDates.ts'

const MOST_RISKS = 5

export const makeOnePager: MakeReport = async ({ facts, db, order }) => {
  const startYear = yearOf(facts.asAt.day)
  const years = facts.balances.map((line) => line.startYear)
  const from = order.from ?? Math.min(facts.programme.startYear, ...years)
  const to = order.to ?? Math.max(facts.programme.endYear, ...years)
  const { levels, mix } = await portfolioCharts(facts, db, { from, to, placeIds: null })
  const { curve } = await monitoringScreen(facts, db, { startYear, since: facts.asAt.day })
  return onePagerReport({
    facts,
    startYear,
    years: { from, to },
    levels,
    mix,
    curve,
    risks: topRisks(await risks.list(db), MOST_RISKS),
    dates: await calendarDates(facts, db),
    unit: order.unit ?? '£000',
  })
}
