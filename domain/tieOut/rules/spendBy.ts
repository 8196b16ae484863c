import { daysBetween } from '../../calendarDay.ts'
import { yearOf } from '../../financialYear.ts'
import { waterfall } from '../../funding/waterfall.ts'
import { waterfallFacts } from '../../funding/waterfallFacts.ts'
import { pence, sum } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { atLevel, inYear, ledgerPlace, ledgerValue, programmePlaceOf, total } from '../ledgerSums.ts'

/** Half a year: long enough to bring spending forward or to ask the funder. */
const NOTICE_DAYS = 183

/**
 * R20: money with a spend-by date is not allocated after it, the plan uses it up by then, and what is unspent is named half
 * a year before.
 */
export const spendBy = (facts: ProgrammeFacts): Draft[] => {
  const dated = facts.sources.filter(({ spendByOn }) => spendByOn !== null)
  if (dated.length === 0) return []
  const { pots, needs } = waterfallFacts(facts)
  const uses = needs.plan.length === 0 ? [] : waterfall(facts.sources, pots, needs.plan).sources
  return dated.flatMap((source): Draft[] => {
    const { spendByOn } = source
    if (spendByOn === null) return []
    const lapsing = uses.find(({ sourceId }) => sourceId === source.id)?.lapsing ?? 0
    const place = programmePlaceOf(facts)
    const ofSource = (level: 'allocation' | 'actual') =>
      atLevel(facts, level).filter((line) => line.sourceId === source.id)
    const allocated = ofSource('allocation')
    const lateYears = [...new Set(allocated.map((line) => line.startYear))].filter((year) => year > yearOf(spendByOn))
    const unspent = sum([total(allocated), -total(ofSource('actual'))])
    return [
      ...(lapsing > 0
        ? [
            {
              key: `${source.id}/lapses`,
              place: ledgerPlace(facts, 'plan', place, null),
              subject: { kind: 'lapses' as const, source: source.name, spendByOn, amount: pence(lapsing) },
              values: [ledgerValue(facts, 'allocation', place, null, total(allocated))],
            },
          ]
        : []),
      ...lateYears.flatMap((startYear): Draft[] => {
        const amount = total(inYear(allocated, startYear))
        if (amount <= 0) return []
        return [
          {
            key: `${source.id}/${startYear}`,
            place: ledgerPlace(facts, 'allocation', place, startYear),
            subject: { kind: 'after-spend-by', source: source.name, spendByOn, startYear, amount },
            values: [ledgerValue(facts, 'allocation', place, startYear, amount)],
          },
        ]
      }),
      ...(unspent > 0 && daysBetween(facts.asAt.day, spendByOn) <= NOTICE_DAYS
        ? [
            {
              key: `${source.id}/unspent`,
              place: ledgerPlace(facts, 'actual', place, null),
              subject: { kind: 'unspent' as const, source: source.name, spendByOn, amount: unspent },
              values: [ledgerValue(facts, 'allocation', place, null, total(allocated))],
            },
          ]
        : []),
    ]
  })
}
