import { earlierAuthority } from '../authority/earlierAuthority.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Level, Place } from '../ledger/entry.ts'
import { type Pence, pence, sum } from '../money.ts'
import { type Cell, cellsOf, recorded } from '../portfolio/cell.ts'
import { hasLines, totalOf, type YearTest } from '../portfolio/standing.ts'
import type { Decision } from '../programme/decision.ts'
import type { BalanceLine, ProgrammeFacts } from '../programme/facts.ts'
import { isBorrowing } from '../programme/fundingSource.ts'
import { expectedAt } from './expectedAt.ts'
import type { FigureContext } from './figureContext.ts'
import { scopeOf } from './figureScopes.ts'
import type { FigureValue } from './formatFigure.ts'

/** What an amount is of, by the words of its token. */
export const moneyMeasures = [
  'plan',
  'allocation',
  'authority.requested',
  'authority.previous',
  'authority.given',
  'authority.held',
  'authority.released',
  'authority.remaining',
  'committed',
  'spent',
  'available',
  'forecast',
  'funding',
  'funding.grant',
  'funding.borrowing',
  'funding.other',
  'case.cost',
  'case.approved',
] as const
export type MoneyMeasure = (typeof moneyMeasures)[number]

/** Which amount is meant. A source left out takes all of them. */
export interface MoneyAsked {
  measure: MoneyMeasure
  place: Place
  years: { from: StartYear; to: StartYear } | null
  sourceId?: Id
}

/** The amount as the portfolio has it, or the words for its absence; a share is one of all sources, or of the programme. */
export const moneyValue = (context: FigureContext, asked: MoneyAsked): FigureValue => {
  const cell = cellOf(context, asked)
  if (cell.kind !== 'amount') {
    return { kind: 'absent', words: asked.measure === 'forecast' ? 'not forecast' : absent[cell.kind] }
  }
  const whole = wholeOf(context, asked)
  const of = whole && cellOf(context, whole)
  return { kind: 'money', amount: cell.amount, whole: of?.kind === 'amount' ? of.amount : null }
}

const absent = {
  none: 'none',
  'not-applicable': 'none',
  'at-theme': 'given to the theme as a whole',
  'at-programme': 'given to the programme as a whole',
} as const

/** Of what the amount is a share: the same from all sources, or of the whole programme. */
function wholeOf({ facts }: FigureContext, asked: MoneyAsked): MoneyAsked | null {
  const { sourceId, ...rest } = asked
  if (asked.measure.startsWith('funding.')) return { ...rest, measure: 'funding' }
  if (sourceId !== undefined) return rest
  if (asked.measure.startsWith('case.')) return null
  return asked.place.kind === 'programme' ? null : { ...rest, place: { kind: 'programme', id: facts.programme.id } }
}

const yearTests = new Map<string, YearTest>()

/** The same test for the same years, so that what was added up for them is known. */
const holdsOf = (years: MoneyAsked['years']): YearTest => {
  const key = years === null ? '' : `${years.from} ${years.to}`
  const known = yearTests.get(key) ?? ((year) => years === null || (years.from <= year && year <= years.to))
  yearTests.set(key, known)
  return known
}

const none: Cell = { kind: 'none' }
const derived = (amount: Pence): Cell => ({ kind: 'amount', amount, isDerived: true })

function cellOf(context: FigureContext, asked: MoneyAsked): Cell {
  const { measure, place, years } = asked
  const { facts } = context
  const holds = holdsOf(years)
  const at = (lines: readonly BalanceLine[]) => scopeOf(facts, fromSource(lines, asked.sourceId), place)
  const level = (lines: readonly BalanceLine[], own: Level) => recorded(at(lines), own, holds)
  switch (measure) {
    case 'plan':
    case 'allocation':
      return level(facts.balances, measure)
    case 'committed':
      return level(facts.balances, 'commitment')
    case 'spent':
      return level(facts.balances, 'actual')
    case 'authority.given':
      return level(facts.balances, 'authority')
    case 'authority.held':
      return cellsOf(at(facts.balances), holds).held
    case 'available':
      return cellsOf(at(facts.balances), holds).available
    case 'authority.released':
      return level(facts.balances, 'released')
    case 'authority.requested':
      return level(requestedLines(context), 'authority')
    case 'authority.previous':
      return level(previousLines(context), 'authority')
    case 'authority.remaining': {
      const scope = at(facts.balances)
      const before = context.request || context.decision ? at(previousLines(context)) : scope
      if (!hasLines(scope.all, 'allocation', holds)) return recorded(scope, 'allocation', holds)
      return derived(pence(totalOf(scope.all, 'allocation', holds) - totalOf(before.all, 'authority', holds)))
    }
    case 'case.cost':
      return level(costLines(context, 'costs'), 'plan')
    case 'case.approved':
      return level(costLines(context, 'approved'), 'plan')
    case 'forecast': {
      const own = expectedAt(facts, context.forecasts, place)
      const known = own.flatMap(({ startYear, outturn }) => (outturn === null || !holds(startYear) ? [] : [outturn]))
      return known.length === 0 ? none : derived(sum(known))
    }
    case 'funding':
    case 'funding.grant':
    case 'funding.borrowing':
    case 'funding.other':
      return level(ofKind(facts, fundingLines(context), measure), 'allocation')
  }
}

/** What this text asks authority for: its request's lines, its decision's, or those of the latest decision on authority. */
export const requestedLines = (context: FigureContext): readonly BalanceLine[] =>
  remembered(context, 'requested', () => {
    const { request, decision, facts } = context
    const asAuthority = (lines: readonly Omit<BalanceLine, 'level'>[]) =>
      lines.map((line): BalanceLine => ({ ...line, level: 'authority' }))
    if (decision === null && request !== null) return asAuthority(request.lines)
    const own = decision ?? latestOnAuthority(facts)
    return asAuthority((own?.lines ?? []).filter(({ level }) => level === 'authority'))
  })

/** Whether what this text asks for is in force, so that it was given too. */
export const isInForce = ({ request, decision, facts }: FigureContext): boolean =>
  (decision ?? request ?? latestOnAuthority(facts))?.status === 'effective'

/** The latest decision that gave authority: a change only moves what was given. */
const latestOnAuthority = ({ decisions }: ProgrammeFacts): Decision | undefined =>
  decisions
    .filter(({ lines, about }) => about?.kind !== 'change_request' && lines.some(({ level }) => level === 'authority'))
    .toSorted((one, other) =>
      one.madeOn === other.madeOn ? (one.id < other.id ? -1 : 1) : one.madeOn < other.madeOn ? -1 : 1,
    )
    .at(-1)

/** Authority in force before what this text asks for (R34). */
const previousLines = (context: FigureContext): readonly BalanceLine[] =>
  remembered(context, 'previous', () => {
    const { request, decision, facts } = context
    const day =
      decision?.madeOn ??
      request?.decision?.madeOn ??
      request?.decisionDueOn ??
      (request ? null : latestOnAuthority(facts)?.madeOn) ??
      facts.asAt.day
    return earlierAuthority(facts, day)
  })

/** What pays: as the request says, or else the programme's own allocation. */
export const fundingLines = (context: FigureContext): readonly BalanceLine[] =>
  remembered(context, 'funding', () => {
    const { request, facts } = context
    const place: Place = { kind: 'programme', id: facts.programme.id }
    if (request === null) {
      return facts.balances.filter((line) => line.level === 'allocation' && line.place.kind === 'programme')
    }
    return request.funding.map((line): BalanceLine => ({ ...line, level: 'allocation', place, nature: 'capital' }))
  })

/** What the business case of this text costs, or was approved to cost, as lines of its scheme. */
const costLines = (context: FigureContext, of: 'costs' | 'approved'): readonly BalanceLine[] =>
  remembered(context, of, () => {
    const { businessCase } = context
    if (businessCase === null) return []
    const place: Place = { kind: 'scheme', id: businessCase.schemeId }
    return businessCase[of].map((line): BalanceLine => ({ ...line, level: 'plan', place }))
  })

const ofKind = (facts: ProgrammeFacts, lines: readonly BalanceLine[], measure: MoneyMeasure) =>
  measure === 'funding'
    ? lines
    : lines.filter(({ sourceId }) => kindOf(facts, sourceId) === measure.slice('funding.'.length))

const kindOf = ({ sources }: ProgrammeFacts, sourceId: Id | null): 'grant' | 'borrowing' | 'other' => {
  const source = sources.find(({ id }) => id === sourceId)
  if (source && isBorrowing(source)) return 'borrowing'
  return source?.category === 'grant' || source?.category === 'disabled_facilities_grant' ? 'grant' : 'other'
}

const bySource = new WeakMap<readonly BalanceLine[], Map<Id, readonly BalanceLine[]>>()

/** The same list for the same source, so that what was added up of it is known. */
const fromSource = (lines: readonly BalanceLine[], sourceId: Id | undefined): readonly BalanceLine[] => {
  if (sourceId === undefined) return lines
  const known = bySource.get(lines) ?? new Map<Id, readonly BalanceLine[]>()
  bySource.set(lines, known)
  const own = known.get(sourceId) ?? lines.filter((line) => line.sourceId === sourceId)
  known.set(sourceId, own)
  return own
}

const perContext = new WeakMap<FigureContext, Map<string, readonly BalanceLine[]>>()

const remembered = (
  context: FigureContext,
  key: string,
  find: () => readonly BalanceLine[],
): readonly BalanceLine[] => {
  const known = perContext.get(context) ?? new Map<string, readonly BalanceLine[]>()
  perContext.set(context, known)
  const lines = known.get(key) ?? find()
  known.set(key, lines)
  return lines
}
