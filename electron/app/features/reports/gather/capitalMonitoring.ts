import { lastQuarterEnd } from '../../../../../domain/forecast/lastQuarterEnd.ts'
import { capitalMonitoringReport } from '../../../../../reports/capitalMonitoring/report.ts'
import { monitoringScreen } from '../../forecast/monitoringScreen.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearOfScope } from './yearOfScope.ts'

/** The budget is reconciled since the end of the quarter before, when councils last reported. */
export const makeCapitalMonitoring: MakeReport = async ({ facts, db, order }) => {
  const asked = { startYear: yearOfScope(order), since: lastQuarterEnd(facts.asAt.day) }
  return capitalMonitoringReport(await monitoringScreen(facts, db, asked), order.unit ?? '£000')
}
