import { pence } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import {
  atLevel,
  authorityAsked,
  inYear,
  isWithin,
  ledgerPlace,
  ledgerValue,
  programmePlaceOf,
  total,
} from '../ledgerSums.ts'

/** R36: authority for a year is at most what is allocated per year; a place with an allocation of its own may stand aside. */
export const annualAllocation = (facts: ProgrammeFacts): Draft[] => {
  const { annualAllocation: annual } = facts.programme
  if (annual === null) return []
  const place = programmePlaceOf(facts)
  const withOwn = atLevel(facts, 'allocation')
    .filter((line) => line.place.kind !== 'programme' && line.amount !== 0)
    .map((line) => line.place)
  const asked = authorityAsked(facts)
  return [...new Set(asked.map((line) => line.startYear))]
    .toSorted((one, other) => one - other)
    .flatMap((startYear): Draft[] => {
      const lines = inYear(asked, startYear)
      const computed = total(lines)
      if (computed <= annual) return []
      const withoutOwn = total(lines.filter((line) => !withOwn.some((own) => isWithin(facts, line.place, own))))
      return [
        {
          key: `${startYear}`,
          place: ledgerPlace(facts, 'authority', place, startYear),
          subject: { kind: 'over-annual', startYear, withoutOwn },
          printed: pence(annual),
          computed,
          values: [
            { label: 'Allocation a year', amount: pence(annual), place: ledgerPlace(facts, 'allocation', place, null) },
            ledgerValue(facts, 'authority', place, startYear, computed),
          ],
        },
      ]
    })
}
