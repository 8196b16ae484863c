import { forecastVersions } from '../../../../db/queries/forecastVersions.ts'
import type { Reading } from '../../../../db/schema.ts'
import { highlightReports } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
import type { StartYear } from '../../../../domain/financialYear.ts'
import { forecastYear } from '../../../../domain/forecast/forecastYear.ts'
import { ratingScaleOn } from '../../../../domain/forecast/ratingScale.ts'
import type { Id } from '../../../../domain/id.ts'
import { sum } from '../../../../domain/money.ts'
import { firstDayOfPeriod, lastDayOfPeriod, type Period, periodsOfYear } from '../../../../domain/period/period.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { deliveryNow } from './highlights.ts'
import { ledgerOfSchemes } from './ledgerOfSchemes.ts'

/** One month of a scheme: its report, what there is to say it with, and the months around it. */
export const highlightScreen = async (
  facts: ProgrammeFacts,
  db: Reading,
  { schemeId, startYear, period }: { schemeId: Id; startYear: StartYear; period: Period },
) => {
  const scheme =
    facts.schemes.find(({ id }) => id === schemeId) ?? fail('not-found', { entity: 'scheme', id: schemeId })
  const all = await highlightReports.list(db, { schemeId })
  const newestFirst = all.sort((a, b) => b.startYear - a.startYear || b.period - a.period || b.version - a.version)
  const ofMonth = newestFirst.filter((each) => each.startYear === startYear && each.period === period)
  const submitted = (await forecastVersions(db, 'latest-submitted', [schemeId])).get(schemeId)
  const ledgerOf = await ledgerOfSchemes(db, [startYear], [schemeId])
  const year = forecastYear(submitted?.lines ?? [], ledgerOf(schemeId, startYear))
  const planned = facts.balances.filter(
    (line) => line.place.id === schemeId && line.level === 'plan' && line.startYear === startYear,
  )
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    scheme: { id: scheme.id, name: scheme.name, schemeLead: scheme.schemeLead, ragDelivery: scheme.ragDelivery },
    startYear,
    period,
    /** The versions of this month, the newest first. */
    versions: ofMonth,
    reports: newestFirst
      .filter(({ status }) => status === 'submitted')
      .map(({ id, startYear: year, period: month, version, delivery, submittedOn }) => ({
        id,
        startYear: year,
        period: month,
        version,
        delivery,
        submittedOn,
      })),
    /** Months that have begun, for which a report can be written. */
    months: periodsOfYear.filter((each) => each <= 12 && firstDayOfPeriod(startYear, each) <= facts.asAt.day),
    scale: ratingScaleOn(lastDayOfPeriod(startYear, period)),
    now: await deliveryNow(db, schemeId),
    money: {
      budget: planned.length === 0 ? null : sum(planned.map(({ amount }) => amount)),
      spent: year.spent,
      outturn: year.outturn,
    },
  }
}
