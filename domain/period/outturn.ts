import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Nature, Place } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'

/** How a year ended at one place and from one source, in pence. */
export interface OutturnLine {
  place: Place
  /** Null where the budget or the spend there states no source: then all sources are compared together. */
  sourceId: Id | null
  nature: Nature
  /** The budget of the year before anything of it was carried forward. */
  budget: Pence
  /** What has been carried forward to later years. */
  carried: Pence
  outturn: Pence
  /** Budget less outturn; below nought it is an overspend. */
  underspend: Pence
}

type Line = Omit<BalanceLine, 'level'>

/**
 * Budget beside spend of a year, by place, source and nature. Sources are compared only where both sides state them. What
 * was carried forward has left the plan of the year and counts as its budget all the same. Empty while no spend of the
 * year is recorded: how it ended is then not known, which is not nought.
 */
export const outturn = (
  balances: readonly BalanceLine[],
  startYear: StartYear,
  carried: readonly Line[] = [],
): OutturnLine[] => {
  const inYear = (line: Line) => line.startYear === startYear
  const plan = balances.filter((line) => line.level === 'plan' && inYear(line))
  const spent = balances.filter((line) => line.level === 'actual' && inYear(line))
  if (spent.length === 0) return []
  const moved = carried.filter(inYear)
  const all: Line[] = [...plan, ...spent, ...moved]
  return [...Map.groupBy(all, whereOf).entries()].flatMap(([where, here]) => {
    const [first] = here
    if (!first) return []
    const of = (lines: readonly Line[]) => lines.filter((line) => whereOf(line) === where)
    const areStated = [...of(plan), ...of(spent)].every(({ sourceId }) => sourceId !== null)
    const sources = areStated ? [...new Set(here.map(({ sourceId }) => sourceId))] : [null]
    return sources.map((sourceId): OutturnLine => {
      const total = (lines: readonly Line[]) =>
        sum(
          of(lines)
            .filter((line) => sourceId === null || line.sourceId === sourceId)
            .map(({ amount }) => amount),
        )
      const gone = pence(-total(moved))
      const [budget, paid] = [pence(total(plan) + gone), total(spent)]
      const { place, nature } = first
      return { place, sourceId, nature, budget, carried: gone, outturn: paid, underspend: pence(budget - paid) }
    })
  })
}

const whereOf = ({ place, nature }: Line): string => `${place.kind} ${place.id} ${nature}`

/** Names an underspend within its year. */
export const underspendKey = ({
  place,
  sourceId,
  nature,
}: Pick<OutturnLine, 'place' | 'sourceId' | 'nature'>): string =>
  [place.kind, place.id, sourceId ?? '', nature].join(' ')
