import type { CalendarDay } from '../calendarDay.ts'
import { fail } from '../errors.ts'
import { columnHolds, firstDay, type ReportColumn, reportColumns, type YearRange } from '../financialYear.ts'
import type { Id } from '../id.ts'
import { headroom } from '../ledger/available.ts'
import { isSamePlace } from '../ledger/balance.ts'
import { type Pence, pence, sum } from '../money.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import { themeOf } from '../programme/themeMembership.ts'
import { type Cell, cellsOf, type MoneyLevel, moneyLevels, recorded, type Scope } from './cell.ts'
import { linesByPlace } from './linesByPlace.ts'
import { shareInYears } from './shareOfTheme.ts'
import type { YearTest } from './standing.ts'

export type SchemeLevel = MoneyLevel | 'released'

export interface SchemeMoneyRow {
  level: SchemeLevel
  /** One for each column. */
  cells: Cell[]
  /** The same by source, for the sources that have lines; a null source is not stated. */
  bySource: { sourceId: Id | null; cells: Cell[] }[]
}

/** The authority that one decision has given; a null decision is authority that no decision on record explains. */
export interface AuthorityStep {
  decisionId: Id | null
  reference: string | null
  on: CalendarDay | null
  amount: Pence
}

/** Allocation less each authority, earliest first, is what is not yet authorised. Pence, all years. */
export interface AuthorityChain {
  allocation: Pence
  authorities: AuthorityStep[]
  notYetAuthorised: Pence
}

export interface SchemeMoney {
  columns: ReportColumn[]
  rows: SchemeMoneyRow[]
  /** Null for a scheme without an allocation of its own. */
  chain: AuthorityChain | null
}

/** One scheme's money: every level by report column and source. Throws `not-found` for a scheme that is not there. */
export const schemeMoney = (facts: ProgrammeFacts, schemeId: Id, years?: YearRange): SchemeMoney => {
  if (!facts.schemes.some((scheme) => scheme.id === schemeId)) fail('not-found', { entity: 'scheme', id: schemeId })
  const { startYear, endYear } = facts.programme
  const range = years ?? { from: startYear, to: endYear }
  const columns = reportColumns(firstDay(range.from), range)
  const scope = scopeOf(facts, schemeId)
  const sources = [...[...facts.sources].sort((a, b) => a.sort - b.sort).map((source) => source.id), null].filter(
    (sourceId) => scope.own.some((line) => line.sourceId === sourceId),
  )
  const inColumns = (of: Scope, level: SchemeLevel) =>
    columns.map((column) => {
      const holds: YearTest = (year) => columnHolds(column, year)
      return level === 'released' ? recorded(of, 'released', holds) : cellsOf(of, holds)[level]
    })
  const ofSource = (sourceId: Id | null): Scope => {
    const lines = scope.own.filter((line) => line.sourceId === sourceId)
    return { own: lines, all: lines, above: [] }
  }
  const rows = schemeLevels.map((level) => ({
    level,
    cells: inColumns(scope, level),
    bySource: sources
      .map((sourceId) => ({ sourceId, cells: inColumns(ofSource(sourceId), level) }))
      .filter(({ cells }) => cells.some((cell) => cell.kind === 'amount')),
  }))
  return { columns, rows, chain: authorityChain(facts, schemeId, scope.own) }
}

const schemeLevels: SchemeLevel[] = moneyLevels.flatMap((level): SchemeLevel[] =>
  level === 'authority' ? ['authority', 'released'] : [level],
)

function scopeOf(facts: ProgrammeFacts, schemeId: Id): Scope {
  const linesAt = linesByPlace(facts.balances)
  const ofTheme = (id: Id) => themeOf(facts.memberships, id, facts.asAt.day)
  const themeId = ofTheme(schemeId)
  const own = linesAt(schemeId)
  const atProgramme = { kind: 'at-programme' as const, own: linesAt(facts.programme.id) }
  if (!themeId) return { own, all: own, above: [atProgramme] }
  const siblings = facts.schemes.filter((scheme) => ofTheme(scheme.id) === themeId).map((scheme) => linesAt(scheme.id))
  const share = shareInYears(linesAt(themeId), siblings)
  return {
    own,
    all: own,
    above: [{ kind: 'at-theme', own: linesAt(themeId) }, atProgramme],
    shareOfTheme: (holds) => share(own, holds),
  }
}

function authorityChain(facts: ProgrammeFacts, schemeId: Id, own: readonly BalanceLine[]): AuthorityChain | null {
  const amountsOf = (level: BalanceLine['level'], lines: readonly BalanceLine[]) =>
    lines.filter((line) => line.level === level).map((line) => line.amount)
  if (amountsOf('allocation', own).length === 0) return null
  const posted = facts.posted.filter((line) => isSamePlace(line.place, { kind: 'scheme', id: schemeId }))
  const allocation = sum(amountsOf('allocation', own))
  const authority = sum(amountsOf('authority', own))
  const decided = facts.decisions
    .map((decision): AuthorityStep & { on: CalendarDay } => ({
      decisionId: decision.id,
      reference: decision.reference,
      on: decision.effectiveOn,
      amount: sum(
        amountsOf(
          'authority',
          posted.filter((line) => line.decisionId === decision.id),
        ),
      ),
    }))
    .filter((step) => step.amount !== 0)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const unexplained = pence(authority - sum(decided.map((step) => step.amount)))
  const rest: AuthorityStep[] =
    unexplained === 0 ? [] : [{ decisionId: null, reference: null, on: null, amount: unexplained }]
  return {
    allocation,
    authorities: [...rest, ...decided],
    notYetAuthorised: headroom(allocation, authority, pence(0)),
  }
}
