import type { ProgrammeFacts } from '../../programme/facts.ts'
import { isBorrowing } from '../../programme/fundingSource.ts'
import type { Draft } from '../finding.ts'
import { atLevel, inYear, ledgerPlace, ledgerValue, programmePlaceOf, total } from '../ledgerSums.ts'

/** R21: borrowing costs revenue, so grant is used up before it: no borrowing in a year while grant waits for a later one. */
export const grantFirst = (facts: ProgrammeFacts): Draft[] => {
  const place = programmePlaceOf(facts)
  const idsOf = (isWanted: (source: ProgrammeFacts['sources'][number]) => boolean) =>
    new Set(facts.sources.filter(isWanted).map((source) => source.id))
  const borrowingIds = idsOf(isBorrowing)
  const grantIds = idsOf((source) => source.category === 'grant')
  const allocation = atLevel(facts, 'allocation').filter((line) => line.place.kind === 'programme')
  const borrowing = allocation.filter((line) => line.sourceId !== null && borrowingIds.has(line.sourceId))
  const grant = allocation.filter((line) => line.sourceId !== null && grantIds.has(line.sourceId))
  return [...new Set(borrowing.map((line) => line.startYear))].flatMap((startYear): Draft[] => {
    const borrowed = total(inYear(borrowing, startYear))
    const grantLater = total(grant.filter((line) => line.startYear > startYear))
    if (borrowed <= 0 || grantLater <= 0) return []
    return [
      {
        key: `${startYear}`,
        place: ledgerPlace(facts, 'allocation', place, startYear),
        subject: { kind: 'borrowing-first', startYear, borrowing: borrowed, grantLater },
        values: [ledgerValue(facts, 'allocation', place, startYear, borrowed)],
      },
    ]
  })
}
