import { pence } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { explainKeying } from './explain/keying.ts'
import { explainMovedLine } from './explain/movedLine.ts'
import { explainNarrative, explainNarrativeSum } from './explain/narrative.ts'
import { explainShiftedColumn } from './explain/shiftedColumn.ts'
import { type Explained, type Explaining, keysOf, type Search } from './explaining.ts'
import type { Discrepancy, Line } from './finding.ts'
import { type SetSearch, searchSets } from './search.ts'

/** Explains every discrepancy, those that others follow from first. */
export const explain = (facts: ProgrammeFacts, all: readonly Discrepancy[]): Map<string, Explained> => {
  const context: Explaining = { facts, all, search: cachedSearch(), explained: new Map() }
  for (const explainable of passes) {
    for (const discrepancy of all) {
      if (explainable(discrepancy)) context.explained.set(discrepancy.id, explainOne(context, discrepancy))
    }
  }
  for (const { id } of all) {
    if (!context.explained.has(id)) context.explained.set(id, { explanation: null, cause: ownCause(id) })
  }
  return context.explained
}

const isTotalsRow = ({ evidence: { cast } }: Discrepancy): boolean => cast?.row?.meaning.kind === 'total'

const passes: ((discrepancy: Discrepancy) => boolean)[] = [
  (each) => each.rule === 'R01' && !isTotalsRow(each),
  (each) => each.rule === 'R01' && isTotalsRow(each),
  (each) => each.rule === 'R02' || each.rule === 'R03' || each.rule === 'R07',
  (each) => each.rule === 'R04',
  (each) => each.rule === 'R06',
]

const explainOne = (context: Explaining, discrepancy: Discrepancy): Explained => {
  switch (discrepancy.rule) {
    case 'R01':
      return (
        (isTotalsRow(discrepancy) ? followsFrom(context, discrepancy) : undefined) ??
        explainKeying(context.facts, discrepancy) ??
        explainBySearch(context, discrepancy)
      )
    case 'R02': {
      const bySearch = explainBySearch(context, discrepancy)
      const isOneLine = bySearch.explanation?.unique && bySearch.explanation.lines.length === 1
      return (
        explainShiftedColumn(context, discrepancy) ??
        (isOneLine ? bySearch : (explainKeying(context.facts, discrepancy) ?? bySearch))
      )
    }
    case 'R03':
      return explainMovedLine(context, discrepancy) ?? explainBySearch(context, discrepancy)
    case 'R04':
      return followsFrom(context, discrepancy) ?? explainBySearch(context, discrepancy)
    case 'R06':
      return (
        (discrepancy.subject.kind === 'narrative-sum'
          ? explainNarrativeSum(context, discrepancy)
          : explainNarrative(context, discrepancy)) ?? explainBySearch(context, discrepancy)
      )
    case 'R07':
      return thousandfold(discrepancy)
    default:
      return { explanation: null, cause: ownCause(discrepancy.id) }
  }
}

/** A finding that nothing connects with another is a cause of its own. */
const ownCause = (id: string): string => `finding:${id}`

/** Findings that one set of lines explains have one cause, wherever they stand. */
const explainBySearch = ({ search }: Explaining, { id, difference, evidence: { pool } }: Discrepancy): Explained => {
  if (difference === null || pool.length === 0) {
    return { explanation: { kind: 'none', lines: [], unique: false, search: null }, cause: ownCause(id) }
  }
  const { lines, unique, report } = search(pool, pence(Math.abs(difference)))
  if (lines.length === 0) {
    return { explanation: { kind: 'none', lines, unique: false, search: report }, cause: ownCause(id) }
  }
  return {
    explanation: { kind: 'subset', lines, unique, search: report },
    // Sets that other sets could replace prove no connection.
    cause: unique ? `lines:${keysOf(lines)}` : ownCause(id),
  }
}

/** A total that carries a wrong figure on, by the same amount, has the cause of the finding about that figure. */
const followsFrom = ({ all, explained }: Explaining, discrepancy: Discrepancy): Explained | undefined => {
  const { id, rule, difference, evidence } = discrepancy
  const sources = all.filter((other) => {
    if (other.id === id || !explained.has(other.id) || other.evidence.document !== evidence.document) return false
    if (Math.abs(other.difference ?? 0) !== Math.abs(difference ?? 0) || evidence.document === null) return false
    return rule === 'R01'
      ? other.rule === 'R01' && other.evidence.cast?.table.name === evidence.cast?.table.name
      : (other.rule === 'R01' || other.rule === 'R02') && sharesFigure(other, discrepancy)
  })
  const [source] = sources
  return source && explained.get(source.id)
}

const sharesFigure = (one: Discrepancy, other: Discrepancy): boolean =>
  one.evidence.figureIds.some((figureId) => other.evidence.figureIds.includes(figureId))

const thousandfold = ({ id, printed, computed, place, subject, evidence }: Discrepancy): Explained => {
  if (printed === null || computed === null || subject.kind !== 'thousandfold') {
    return { explanation: null, cause: ownCause(id) }
  }
  const line: Line = { key: `figure:${evidence.figureIds.join()}`, label: subject.printed, amount: printed, place }
  return {
    explanation: { kind: 'thousandfold', lines: [line], unique: true, meant: computed },
    cause: `thousandfold:${evidence.document?.id}:${computed}`,
  }
}

const cachedSearch = (): Search => {
  const known = new Map<string, SetSearch>()
  return (pool, target) => {
    const key = JSON.stringify([target, pool.map((line) => [line.key, line.amount])])
    const result = known.get(key) ?? searchSets(pool, target)
    known.set(key, result)
    return result
  }
}
