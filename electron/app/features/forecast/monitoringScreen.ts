import { authorityByDay } from '../../../../db/queries/authorityByDay.ts'
import { budgetLines } from '../../../../db/queries/budgetLines.ts'
import { countDrafts, submittedForecasts } from '../../../../db/queries/forecastVersions.ts'
import { spentByPeriod } from '../../../../db/queries/spentByPeriod.ts'
import type { Reading } from '../../../../db/schema.ts'
import { periodStatuses } from '../../../../db/subjects.ts'
import { type CalendarDay, endOfDayInLondon } from '../../../../domain/calendarDay.ts'
import type { StartYear } from '../../../../domain/financialYear.ts'
import { budgetReconciliation } from '../../../../domain/forecast/budgetReconciliation.ts'
import { forecastCurve } from '../../../../domain/forecast/forecastCurve.ts'
import { ledgerYears } from '../../../../domain/forecast/ledgerYears.ts'
import { monitoring, monitoringTotals } from '../../../../domain/forecast/monitoring.ts'
import { periodsToDate } from '../../../../domain/forecast/periodsToDate.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'

/**
 * Report 9 for a year with the reconciliation of its budget since an earlier day. It reads balances by place and period,
 * forecasts and what was posted to the budget, and so costs the same however many payments there were.
 */
export const monitoringScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  { startYear, since }: { startYear: StartYear; since: CalendarDay },
) => {
  const forecasts = await submittedForecasts(db)
  const periods = await periodStatuses.list(db)
  // Other years count as a whole, unless somebody forecasts them by period.
  const byPeriod = new Set([
    startYear,
    ...[...forecasts.latest.values()].flatMap(({ lines }) =>
      lines.filter(({ period }) => period > 0).map((line) => line.startYear),
    ),
  ])
  const asWhole = facts.balances
    .filter((line) => line.level === 'actual' && !byPeriod.has(line.startYear))
    .map(({ place, startYear: year, amount }) => ({ placeId: place.id, startYear: year, period: 0, amount }))
  const spent = [...(await spentByPeriod(db, [...byPeriod])), ...asWhole]
  const ledgerOf = ledgerYears(spent, { years: facts.years, periods })
  const through = periodsToDate(startYear, ledgerOf(facts.programme.id, startYear).isClosed, facts.asAt.day)
  const rows = monitoring(facts, { startYear, through, forecasts, ledgerOf })
  const authority = await authorityByDay(db, startYear)
  const lines = await budgetLines(db, startYear, await lastSeqOn(db, since))
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    startYear,
    since,
    through,
    themes: facts.themes.map(({ id, name }) => ({ id, name })),
    places: [
      ...facts.schemes.map(({ id, name }) => ({ id, name })),
      ...facts.themes.map(({ id, name }) => ({ id, name: `${name}, as a whole` })),
      { id: facts.programme.id, name: 'The programme as a whole' },
    ],
    rows,
    totals: monitoringTotals(rows),
    drafts: await countDrafts(db),
    plan: budgetReconciliation(lines, 'plan'),
    allocation: budgetReconciliation(lines, 'allocation'),
    curve: forecastCurve({ startYear, rows, authority, through, today: facts.asAt.day }),
  }
}

/** The last event of a day or before; 0 where nothing had happened yet. */
const lastSeqOn = async (db: Reading, day: CalendarDay): Promise<number> => {
  const row = await db
    .selectFrom('event')
    .select('seq')
    .where('recorded_at', '<=', endOfDayInLondon(day))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}
