import type { Id } from '../id.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { type Cells, cellsIn, type RowStandings } from './cell.ts'
import { shareOfTheme } from './shareOfTheme.ts'
import { NOTHING_STANDS, type Standing, standingsByPlace, together, type YearTest } from './standing.ts'

/** The money of the rows of a portfolio in some years. */
export interface RollUp {
  programme: Cells
  /** A theme, or what has none, with its schemes in the order in which they are given. */
  group: (themeId: Id | undefined, schemeIds: readonly Id[]) => { money: Cells; schemes: Cells[] }
}

/** Adds up every place once, in pence: a theme is what stands on it and on its schemes, the programme everything. */
export const rollUp = (
  { balances, programme }: { balances: readonly BalanceLine[]; programme: { id: Id } },
  holds: YearTest,
): RollUp => {
  const placed = standingsByPlace(balances, holds)
  const standsAt = (id: Id): Standing => placed.get(id) ?? NOTHING_STANDS
  const programmeOwn = standsAt(programme.id)
  const aboveTheme: RowStandings['above'] = [{ kind: 'at-programme', own: programmeOwn }]
  return {
    programme: cellsIn({ own: programmeOwn, all: together(placed.values()), above: [] }),
    group(themeId, schemeIds) {
      const own = themeId ? standsAt(themeId) : NOTHING_STANDS
      const schemes = schemeIds.map(standsAt)
      const share = shareOfTheme(own, schemes)
      const above: RowStandings['above'] = themeId ? [{ kind: 'at-theme', own }, ...aboveTheme] : aboveTheme
      return {
        money: cellsIn({ own, all: together([own, ...schemes]), above: aboveTheme }),
        schemes: schemes.map((each) => cellsIn({ own: each, all: each, above, shareOfTheme: () => share(each) })),
      }
    },
  }
}
