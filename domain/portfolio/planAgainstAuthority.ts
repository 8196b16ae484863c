import type { Id } from '../id.ts'
import { sum } from '../money.ts'
import { type Cell, planLessOf } from './cell.ts'
import type { PortfolioRow } from './portfolio.ts'

/** What one theme plans and what it has authority for, in the years of the portfolio. Amounts in pence. */
export interface PlanAndAuthority {
  id: Id | null
  name: string
  plan: Cell
  authority: Cell
  /** The plan less the authority; positive where the plan asks for more. */
  planLessAuthority: Cell
  /** How many themes are taken together here; one for a theme of its own. */
  themes: number
}

/** More are not told apart in one picture. */
const MOST_THEMES = 12

/**
 * Themes in their own order. Of many, those with the largest plan or authority one by one and the others together at the
 * end; a theme with neither is left out.
 */
export const planAgainstAuthority = (themes: readonly PortfolioRow[]): PlanAndAuthority[] => {
  const rows = themes
    .map(({ id, name, range }): PlanAndAuthority => {
      const { plan, authority } = range
      return { id, name, plan, authority, planLessAuthority: planLessOf(range).authority, themes: 1 }
    })
    .filter(({ plan, authority }) => plan.kind === 'amount' || authority.kind === 'amount')
  if (rows.length <= MOST_THEMES) return rows
  const largest = new Set([...rows].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_THEMES - 1))
  return [...rows.filter((row) => largest.has(row)), together(rows.filter((row) => !largest.has(row)))]
}

const sizeOf = ({ plan, authority }: PlanAndAuthority): number =>
  Math.max(...[plan, authority].map((cell) => (cell.kind === 'amount' ? Math.abs(cell.amount) : 0)))

const together = (rows: readonly PlanAndAuthority[]): PlanAndAuthority => ({
  id: null,
  name: '',
  plan: sumOf(rows.map((row) => row.plan)),
  authority: sumOf(rows.map((row) => row.authority)),
  planLessAuthority: sumOf(rows.map((row) => row.planLessAuthority)),
  themes: rows.length,
})

const sumOf = (cells: readonly Cell[]): Cell => {
  const amounts = cells.flatMap((cell) => (cell.kind === 'amount' ? [cell.amount] : []))
  return amounts.length === 0 ? { kind: 'none' } : { kind: 'amount', amount: sum(amounts), isDerived: true }
}
