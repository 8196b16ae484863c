import { toMarch } from '../../period/toMarch.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace, ledgerValue, programmePlaceOf } from '../ledgerSums.ts'

/** R24: what is spent up to the end of a closed year is what it was when the year was closed. */
export const toMarchAtClose = (facts: ProgrammeFacts): Draft[] =>
  facts.yearEnds.flatMap((yearEnd): Draft[] => {
    if (yearEnd.status !== 'closed') return []
    const { startYear, atClose, now, differences } = toMarch(yearEnd, facts.balances)
    if (differences.length === 0) return []
    const place = programmePlaceOf(facts)
    return [
      {
        key: String(startYear),
        place: ledgerPlace(facts, 'actual', place, startYear),
        subject: { kind: 'to-march', startYear, atClose, now },
        values: [ledgerValue(facts, 'actual', place, startYear, now)],
      },
    ]
  })
