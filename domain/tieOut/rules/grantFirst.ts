import { waterfall } from '../../funding/waterfall.ts'
import { waterfallFacts } from '../../funding/waterfallFacts.ts'
import { pence } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import { type FundingSource, isBorrowing } from '../../programme/fundingSource.ts'
import type { Draft } from '../finding.ts'
import { atLevel, inYear, ledgerPlace, ledgerValue, programmePlaceOf, total } from '../ledgerSums.ts'

const isGrant = ({ category }: Pick<FundingSource, 'category'>): boolean =>
  category === 'grant' || category === 'disabled_facilities_grant'

/**
 * R21: borrowing costs revenue, so grant is used up before it: no borrowing in a year while grant waits for a later one, and
 * none that grant could pay in its place because it stands before grant in the policy order. A reason closes the check.
 */
export const grantFirst = (facts: ProgrammeFacts): Draft[] => {
  const place = programmePlaceOf(facts)
  const allocation = atLevel(facts, 'allocation').filter((line) => line.place.kind === 'programme')
  const from = (isWanted: (source: FundingSource) => boolean) => {
    const ids = new Set(facts.sources.filter(isWanted).map((source) => source.id))
    return allocation.filter((line) => line.sourceId !== null && ids.has(line.sourceId))
  }
  const [borrowing, grant] = [from(isBorrowing), from(isGrant)]
  const waiting = [...new Set(borrowing.map((line) => line.startYear))].flatMap((startYear): Draft[] => {
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
  return [...waiting, ...(borrowing.length === 0 ? [] : passedOver(facts))]
}

/** What the policy order borrows in a year beyond what it would with borrowing last. */
const passedOver = (facts: ProgrammeFacts): Draft[] => {
  const { pots, needs } = waterfallFacts(facts)
  const inOrder = [...facts.sources].sort((a, b) => a.sort - b.sort)
  const grantBefore = [...inOrder].sort((a, b) => Number(isBorrowing(a)) - Number(isBorrowing(b)))
  const best = new Map(
    waterfall(grantBefore, pots, needs.plan).years.map(({ startYear, borrowing }) => [startYear, borrowing]),
  )
  const place = programmePlaceOf(facts)
  return waterfall(inOrder, pots, needs.plan).years.flatMap(({ startYear, borrowing }): Draft[] => {
    const grant = pence(borrowing - (best.get(startYear) ?? 0))
    if (grant <= 0) return []
    return [
      {
        key: `${startYear}/order`,
        place: ledgerPlace(facts, 'allocation', place, startYear),
        subject: { kind: 'grant-left', startYear, borrowing, grant },
        values: [ledgerValue(facts, 'allocation', place, startYear, borrowing)],
      },
    ]
  })
}
