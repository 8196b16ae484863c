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
import { type Cells, cellsOf, linesByPlace, type PlanLess, planLessOf, type Scope, type YearTest } from './cell.ts'
import { type Coverage, coverage } from './coverage.ts'
import { type NextStep, nextSteps } from './nextSteps.ts'
import { shareOfTheme } from './shareOfTheme.ts'

export interface RowMoney {
  levels: Cells
  planLess: PlanLess
}

/** The programme, a theme with its schemes, the schemes without a theme, or a scheme. */
export interface PortfolioRow {
  kind: 'programme' | 'theme' | 'no-theme' | 'scheme'
  /** Null for the schemes without a theme. */
  id: Id | null
  name: string
  /** The years asked for, taken together. */
  range: RowMoney
  /** One for each of the portfolio's columns, over all years; none where only the range is asked for. */
  columns: RowMoney[]
  /** What a scheme is beside its money; null for other rows. */
  scheme: Pick<
    Scheme,
    'ref' | 'lifecycle' | 'dca' | 'ragDelivery' | 'ragFinance' | 'ragBenefits' | 'amountsNote'
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
  const linesAt = linesByPlace(facts.balances)
  const programmeOwn = linesAt(facts.programme.id)
  const aboveTheme: Scope['above'] = [{ kind: 'at-programme', own: programmeOwn }]
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

  const money = (scope: Scope, holds: YearTest): RowMoney => {
    const levels = cellsOf(scope, holds)
    return { levels, planLess: planLessOf(levels) }
  }
  const row = (heading: Omit<PortfolioRow, 'range' | 'columns'>, scope: Scope): PortfolioRow => ({
    ...heading,
    range: money(scope, inRange),
    columns: columnTests.map((holds) => money(scope, holds)),
  })

  const schemeRow = (scheme: Scheme, scope: Scope): PortfolioRow => {
    const { ref, lifecycle, dca, ragDelivery, ragFinance, ragBenefits, amountsNote } = scheme
    const stated = (casesOf.get(scheme.id) ?? []).map(({ startYear, status }) => ({ startYear, status }))
    const written = (begun.get(scheme.id) ?? []).flatMap(({ costs }) => costs.map(({ startYear }) => startYear))
    const cases = [...stated, ...[...new Set(written)].flatMap((startYear) => standingIn(scheme.id, startYear))]
    const what = { ref, lifecycle, dca, ragDelivery, ragFinance, ragBenefits, amountsNote }
    const heading = { kind: 'scheme' as const, id: scheme.id, name: scheme.name, scheme: what, cases }
    return row({ ...heading, businessCase: latestCase(begun.get(scheme.id) ?? [], scope.own), children: [] }, scope)
  }
  const groupRow = (heading: Pick<PortfolioRow, 'kind' | 'id' | 'name'>, themeId: Id | undefined): PortfolioRow => {
    const own = themeId ? linesAt(themeId) : []
    const schemes = members(themeId)
    const share = shareOfTheme(
      own,
      schemes.map((scheme) => linesAt(scheme.id)),
    )
    const above: Scope['above'] = themeId ? [{ kind: 'at-theme', own }, ...aboveTheme] : aboveTheme
    const children = schemes.map((scheme) => {
      const lines = linesAt(scheme.id)
      return schemeRow(scheme, { own: lines, all: lines, above, shareOfTheme: (holds) => share(lines, holds) })
    })
    const all = [...own, ...schemes.flatMap((scheme) => linesAt(scheme.id))]
    return row({ ...heading, scheme: null, cases: [], businessCase: null, children }, { own, all, above: aboveTheme })
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
    { own: programmeOwn, all: facts.balances, above: [] },
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
    nextSteps: nextSteps(facts, programme.range.levels, covered),
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
