import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import { isBorrowing } from '../programme/fundingSource.ts'
import { isWithin, themesOf } from '../tieOut/ledgerSums.ts'
import type { RequestFunding, RequestLine } from './authorityRequest.ts'

/**
 * The lines that a request begins with: what is planned and nobody has authority for yet, by scheme or by theme, year by
 * year. Authority on a theme or on the programme counts for every scheme below it, in their order. Pence.
 */
export const proposedLines = (
  facts: ProgrammeFacts,
  by: 'scheme' | 'theme',
  promised: readonly BalanceLine[],
): RequestLine[] => {
  const plan = facts.balances.filter(({ level, place }) => level === 'plan' && place.kind === 'scheme')
  const authority = [...facts.balances, ...promised].filter(({ level }) => level === 'authority')
  const years = [...new Set(plan.map(({ startYear }) => startYear))].sort((a, b) => a - b)
  return years.flatMap((startYear) => {
    const planned = facts.schemes.flatMap(({ id }) =>
      plan.filter((line) => line.place.id === id && line.startYear === startYear && line.amount > 0),
    )
    const given = authority.filter((line) => line.startYear === startYear)
    const covered = new Map<string, number>()
    // The nearest authority is used up first, so that what is on a scheme counts for nobody else.
    const nearest = [...given].sort((a, b) => rank[a.place.kind] - rank[b.place.kind])
    for (const { place, amount } of nearest) {
      let left: number = amount
      for (const line of planned.filter((each) => isWithin(facts, each.place, place))) {
        const taken = Math.min(left, line.amount - (covered.get(keyOf(line)) ?? 0))
        covered.set(keyOf(line), (covered.get(keyOf(line)) ?? 0) + taken)
        left -= taken
      }
    }
    const open = planned
      .map((line) => ({ ...line, amount: pence(line.amount - (covered.get(keyOf(line)) ?? 0)) }))
      .filter(({ amount }) => amount > 0)
    return by === 'scheme' ? open.map(asLine) : byTheme(facts, open)
  })
}

/** What pays for the lines: the sources that they state, then the programme's allocation of the year, grants first (R21). */
export const proposedFunding = (facts: ProgrammeFacts, lines: readonly RequestLine[]): RequestFunding[] => {
  const inOrder = [...facts.sources].sort((a, b) => Number(isBorrowing(a)) - Number(isBorrowing(b)) || a.sort - b.sort)
  return [...new Set(lines.map(({ startYear }) => startYear))].flatMap((startYear) => {
    const inYear = lines.filter((line) => line.startYear === startYear)
    const stated = (id: Id) => sum(inYear.filter(({ sourceId }) => sourceId === id).map(({ amount }) => amount))
    let left = sum(inYear.filter(({ sourceId }) => sourceId === null).map(({ amount }) => amount)) as number
    return inOrder.flatMap(({ id }): RequestFunding[] => {
      const allocated = sum(
        facts.balances
          .filter((line) => line.level === 'allocation' && line.sourceId === id && line.startYear === startYear)
          .map(({ amount }) => amount),
      )
      const own = stated(id)
      const more = Math.max(0, Math.min(left, allocated - own))
      left -= more
      return own + more > 0 ? [{ sourceId: id, startYear, amount: pence(own + more) }] : []
    })
  })
}

const rank: Record<Place['kind'], number> = { scheme: 0, theme: 1, programme: 2 }

const keyOf = ({ place, startYear, sourceId, nature }: BalanceLine): string =>
  `${place.id} ${startYear} ${sourceId} ${nature}`

const asLine = ({ place, startYear, sourceId, nature, amount }: BalanceLine): RequestLine => ({
  place,
  startYear,
  sourceId,
  nature,
  amount,
})

/** Schemes without a theme stay as they are. */
const byTheme = (facts: ProgrammeFacts, lines: readonly BalanceLine[]): RequestLine[] => {
  const summed = new Map<string, RequestLine>()
  for (const line of lines) {
    const [themeId] = themesOf(facts, line.place.id)
    const place: Place = themeId ? { kind: 'theme', id: themeId } : line.place
    const moved = asLine({ ...line, place })
    const key = keyOf({ ...line, place })
    const known = summed.get(key)
    summed.set(key, known ? { ...known, amount: sum([known.amount, moved.amount]) as Pence } : moved)
  }
  return [...summed.values()]
}
