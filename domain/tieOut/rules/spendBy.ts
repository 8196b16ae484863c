import { daysBetween } from '../../calendarDay.ts'
import { yearOf } from '../../financialYear.ts'
import { sum } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { atLevel, inYear, ledgerPlace, ledgerValue, programmePlaceOf, total } from '../ledgerSums.ts'

/** Half a year: long enough to bring spending forward or to ask the funder. */
const NOTICE_DAYS = 183

/** R20: money with a spend-by date is not planned after it, and what is unspent is named half a year before. */
export const spendBy = (facts: ProgrammeFacts): Draft[] =>
  facts.sources.flatMap((source): Draft[] => {
    const { spendByOn } = source
    if (spendByOn === null) return []
    const place = programmePlaceOf(facts)
    const ofSource = (level: 'allocation' | 'actual') =>
      atLevel(facts, level).filter((line) => line.sourceId === source.id)
    const allocated = ofSource('allocation')
    const lateYears = [...new Set(allocated.map((line) => line.startYear))].filter((year) => year > yearOf(spendByOn))
    const unspent = sum([total(allocated), -total(ofSource('actual'))])
    return [
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
