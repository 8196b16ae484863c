import { z } from 'zod'
import type { CaseState } from '../businessCase/businessCase.ts'
import type { CaseFacts } from '../businessCase/caseFacts.ts'
import {
  columnHolds,
  firstDay,
  type ReportColumn,
  reportColumns,
  type StartYear,
  type YearRange,
} from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import type { CaseStatus, Scheme } from '../programme/scheme.ts'
import { themesOn } from '../programme/themeMembership.ts'
import { caseStanding } from './caseStanding.ts'
import type { Cells } from './cell.ts'
import { type Coverage, coverage } from './coverage.ts'
import { linesByPlace } from './linesByPlace.ts'
import { type NextStep, nextSteps } from './nextSteps.ts'
import { rollUp } from './rollUp.ts'
import type { YearTest } from './standing.ts'

/** The programme, a theme with its schemes, the schemes without a theme, or a scheme. */
export interface PortfolioRow {
  kind: 'programme' | 'theme' | 'no-theme' | 'scheme'
  /** Null for the schemes without a theme. */
  id: Id | null
  name: string
  /** The years asked for, taken together. */
  range: Cells
  /** One for each of the portfolio's columns, over all years; none where only the range is asked for. */
  columns: Cells[]
  /** What a scheme is beside its money; null for other rows. */
  scheme: Pick<
    Scheme,
    'ref' | 'nature' | 'lifecycle' | 'dca' | 'ragDelivery' | 'ragFinance' | 'ragBenefits' | 'amountsNote'
  > | null
  /** How far its cases have come: what is only stated, and the years of those that are here. */
  cases: Pick<CaseStatus, 'startYear' | 'status'>[]
  /**
   * The scheme's business case that was begun last and has not come to nothing, with its years where the scheme plans for
   * others too; null where there is none.
   */
  businessCase: { id: Id; status: CaseState; years: StartYear[] } | null
  children: PortfolioRow[]
}

/** What a row is asked for: its levels over the range alone, or over every report column as well. */
export const Across = z.enum(['levels', 'years'])
export type Across = z.infer<typeof Across>

export interface UnfundedIdea {
  id: Id
  name: string
  themeId: Id | null
  theme: string | null
}

export interface Portfolio {
  years: YearRange
  columns: ReportColumn[]
  programme: PortfolioRow
  unfunded: UnfundedIdea[]
  coverage: Coverage
  nextSteps: NextStep[]
}

/**
 * Where the money is: the programme, its themes and their schemes at every level, for a range of years as a whole and by
 * report column. A theme's row adds its own lines and its schemes', the programme's row everything; schemes count under
 * the theme of the facts' day.
 */
export const portfolio = (facts: ProgrammeFacts, years: YearRange, across: Across = 'years'): Portfolio => {
  // Rolled to the first year asked for, so that an old programme is not followed by empty years up to today.
  const columns = reportColumns(firstDay(years.from), years)
  // Most of the work by far, and most of what is sent.
  const columnTests = (across === 'years' ? columns : []).map(
    (column): YearTest =>
      (year) =>
        columnHolds(column, year),
  )
  const inRange: YearTest = (year) => years.from <= year && year <= years.to
  const rollUps = [inRange, ...columnTests].map((holds) => rollUp(facts, holds))
  const linesAt = linesByPlace(facts.balances)
  const casesOf = Map.groupBy(facts.caseStatuses, (each): Id => each.schemeId)
  const begun = Map.groupBy(facts.cases, (each): Id => each.schemeId)
  const standing = caseStanding(facts)
  const standingIn = (schemeId: Id, startYear: StartYear): PortfolioRow['cases'] => {
    const found = standing(schemeId, startYear)
    return found ? [{ startYear, status: found.status }] : []
  }
  const bySort = <T extends { sort: number }>(items: readonly T[]) => [...items].sort((a, b) => a.sort - b.sort)

  const themeIds = themesOn(facts.memberships, facts.asAt.day)
  const knownThemes = new Map(facts.themes.map((theme) => [theme.id, theme]))
  const isIdea = (scheme: Scheme) => scheme.lifecycle === 'unfunded' && linesAt(scheme.id).length === 0
  const [ideas, working] = [bySort(facts.schemes.filter(isIdea)), facts.schemes.filter((scheme) => !isIdea(scheme))]
  const byTheme = Map.groupBy(bySort(working), (scheme): Id | undefined => {
    const own = themeIds.get(scheme.id)
    return own && knownThemes.has(own) ? own : undefined
  })
  const members = (themeId: Id | undefined) => byTheme.get(themeId) ?? []

  const row = (heading: Omit<PortfolioRow, 'range' | 'columns'>, money: readonly Cells[]): PortfolioRow => {
    const [range, ...inColumns] = money as [Cells, ...Cells[]]
    return { ...heading, range, columns: inColumns }
  }

  const schemeRow = (scheme: Scheme, money: readonly Cells[]): PortfolioRow => {
    const { ref, nature, lifecycle, dca, ragDelivery, ragFinance, ragBenefits, amountsNote } = scheme
    const own = begun.get(scheme.id) ?? []
    const stated = (casesOf.get(scheme.id) ?? []).map(({ startYear, status }) => ({ startYear, status }))
    const written = new Set(own.flatMap(({ costs }) => costs.map(({ startYear }) => startYear)))
    const cases = [...stated, ...[...written].flatMap((startYear) => standingIn(scheme.id, startYear))]
    const what = { ref, nature, lifecycle, dca, ragDelivery, ragFinance, ragBenefits, amountsNote }
    const heading = { kind: 'scheme' as const, id: scheme.id, name: scheme.name, scheme: what, cases }
    return row({ ...heading, businessCase: latestCase(own, linesAt(scheme.id)), children: [] }, money)
  }
  const groupRow = (heading: Pick<PortfolioRow, 'kind' | 'id' | 'name'>, themeId: Id | undefined): PortfolioRow => {
    const schemes = members(themeId)
    const schemeIds = schemes.map(({ id }) => id)
    const groups = rollUps.map((each) => each.group(themeId, schemeIds))
    const children = schemes.map((scheme, index) =>
      schemeRow(
        scheme,
        groups.map((group) => group.schemes[index] as Cells),
      ),
    )
    return row(
      { ...heading, scheme: null, cases: [], businessCase: null, children },
      groups.map(({ money }) => money),
    )
  }

  const themes = bySort(facts.themes)
    .map((theme) => ({ theme, row: groupRow({ kind: 'theme', id: theme.id, name: theme.name }, theme.id) }))
    .filter(({ theme, row: { children } }) => {
      const isRetired = theme.retiredOn !== null && theme.retiredOn <= facts.asAt.day
      return !isRetired || children.length > 0 || linesAt(theme.id).length > 0
    })
    .map((each) => each.row)
  const without = groupRow({ kind: 'no-theme', id: null, name: 'No theme' }, undefined)
  const { id, name } = facts.programme
  const programme = row(
    {
      kind: 'programme',
      id,
      name,
      scheme: null,
      cases: [],
      businessCase: null,
      children: without.children.length > 0 ? [...themes, without] : themes,
    },
    rollUps.map((each) => each.programme),
  )

  const covered = coverage(facts, years)
  return {
    years,
    columns,
    programme,
    unfunded: ideas.map((idea) => {
      const theme = knownThemes.get(themeIds.get(idea.id) as Id)
      return { id: idea.id, name: idea.name, themeId: theme?.id ?? null, theme: theme?.name ?? null }
    }),
    coverage: covered,
    nextSteps: nextSteps(facts, programme.range, covered),
  }
}

const latestCase = (begun: readonly CaseFacts[], own: readonly BalanceLine[]): PortfolioRow['businessCase'] => {
  const latest = begun.findLast(({ status }) => !['withdrawn', 'superseded', 'lapsed'].includes(status))
  if (!latest) return null
  const stated = latest.costs.filter(({ amount }) => amount !== 0)
  const years = [...new Set(stated.map(({ startYear }) => startYear))].sort((a, b) => a - b)
  const plansOthers = own.some(
    ({ level, amount, startYear }) => level === 'plan' && amount !== 0 && !years.includes(startYear),
  )
  return { id: latest.id, status: latest.status, years: plansOthers ? years : [] }
}
