import type { Entry } from '../ledger/entry.ts'
import { type Pence, ZERO } from '../money.ts'
import type { HeldLine, OrderLine, SpendFacts } from './dryRun.ts'
import type { OrderBook } from './orderBook.ts'
import type { SpendLine } from './spendLine.ts'

/** How a line stands to what the ledger holds under its reference, and what would be posted for it. */
export interface Compared {
  outcome: 'new' | 'changed' | 'duplicate'
  entries: Entry[]
}

export interface Comparison {
  /** As it would be posted. */
  line: SpendLine
  /** As the extract states it, before it was moved out of a closed period. */
  stated: SpendLine
  held: readonly HeldLine[]
  orders: OrderBook
  facts: SpendFacts
}

/** What is spent: a reference that is new adds its amount, and one that says something else replaces what is held. */
export const compareActual = (comparison: Comparison): Compared => {
  const { line, held, orders, facts } = comparison
  if (isHeldActual(comparison)) return { outcome: 'duplicate', entries: [] }
  const spent = held.find(({ level }) => level === 'actual')
  // Only what an invoice holds is its own; an order may go by the same reference.
  const before = spent ? held : []
  const took = sumOf(before.filter(({ level }) => level === 'commitment'))
  // The invoice takes from its order anew, so that what it took before goes back first.
  if (spent) orders.take({ ...spent, orderRef: line.orderRef, amount: took })
  const back = before.map((each) => contraOf(each, line, facts))
  const taken = orders.take(line).map(({ line: order, change }) => ofOrder(order, line, change, facts))
  const entries = [...back, ...(line.amount === 0 ? [] : [entryOf(line, 'actual', line.amount)]), ...taken]
  return { outcome: spent ? 'changed' : 'new', entries: netted(entries) }
}

/** Whether the ledger holds what the extract states: nothing would be posted for it. */
export const isHeldActual = ({ stated, held, facts }: Comparison): boolean => {
  const spent = held.filter(({ level }) => level === 'actual')
  return spent.length > 0 && isSame(stated, spent, facts)
}

/**
 * What is ordered: the ledger holds what is left of an order, so that a line is compared by that. `outstanding` says that the
 * extract itself states what is left.
 */
export const compareOrder = (
  { line, held, orders, facts }: Comparison,
  stating: 'ordered' | 'outstanding',
): Compared => {
  const ordered = held.filter(({ level }) => level === 'commitment')
  const whole = sumOf(ordered)
  const left = orders.find(line.orderRef, line.ledgerRef)?.outstanding ?? (Math.max(whole, 0) as Pence)
  const target = Math.max(stating === 'ordered' ? line.amount - (whole - left) : line.amount, 0)
  if (ordered.length === 0) {
    const entries = target === 0 ? [] : [entryOf(line, 'commitment', target as Pence)]
    return { outcome: 'new', entries }
  }
  const movable = ordered.filter((each) => !isSameCell(each, line) && !isYearClosed(each.startYear, facts))
  if (movable.length === 0) {
    const change = (target - left) as Pence
    return change === 0
      ? { outcome: 'duplicate', entries: [] }
      : { outcome: 'changed', entries: [entryOf(line, 'commitment', change)] }
  }
  // It stands at another scheme, source or year now: what is left of it moves there.
  let rest: number = left
  const away = movable.flatMap((each) => {
    const part = Math.min(rest, Math.max(each.amount, 0)) as Pence
    rest -= part
    return part === 0 ? [] : [contraOf({ ...each, amount: part }, line, facts)]
  })
  const entries = netted([...away, entryOf(line, 'commitment', (target - rest) as Pence)])
  return entries.length === 0 ? { outcome: 'duplicate', entries } : { outcome: 'changed', entries }
}

const sumOf = (lines: readonly HeldLine[]): Pence => {
  let total = 0
  for (const { amount } of lines) total += amount
  return (total || ZERO) as Pence
}

const isSameMoney = (held: HeldLine, line: SpendLine): boolean =>
  held.schemeId === line.schemeId && held.sourceId === line.sourceId && held.nature === line.nature

const isSameCell = (held: HeldLine, line: SpendLine): boolean =>
  isSameMoney(held, line) && held.startYear === line.startYear

/** What was corrected after its period was closed stands in two periods, and a closed period is not compared. */
const isSame = (stated: SpendLine, held: readonly HeldLine[], facts: SpendFacts): boolean => {
  if (sumOf(held) !== stated.amount || !held.every((each) => isSameMoney(each, stated))) return false
  if (facts.isClosed(stated.startYear, stated.period)) return true
  return held.every((each) => each.startYear === stated.startYear && each.period === stated.period)
}

const isYearClosed = (startYear: number, { ledger }: SpendFacts): boolean =>
  ledger.years.some((year) => year.startYear === startYear && year.status === 'closed')

const entryOf = (line: SpendLine, level: HeldLine['level'], amount: Pence): Entry => ({
  level,
  place: { kind: 'scheme', id: line.schemeId },
  startYear: line.startYear,
  period: line.period,
  sourceId: line.sourceId,
  nature: line.nature,
  amount,
  effectiveOn: line.postedOn,
  ledgerRef: line.ledgerRef,
})

/** Takes back what is held where it stands, or in the line's own period where that one is closed (R23). */
const contraOf = (held: HeldLine, line: SpendLine, facts: SpendFacts): Entry => {
  const isClosed = held.period > 0 && facts.isClosed(held.startYear, held.period)
  const at = isClosed || isYearClosed(held.startYear, facts) ? line : held
  return {
    ...entryOf(line, held.level, (-held.amount || ZERO) as Pence),
    place: { kind: 'scheme', id: held.schemeId },
    startYear: at.startYear,
    period: at.period,
    sourceId: held.sourceId,
    nature: held.nature,
  }
}

/** What an invoice changes an order by is entered with the invoice, in the order's year while that one is open. */
const ofOrder = (order: OrderLine, line: SpendLine, change: Pence, facts: SpendFacts): Entry => {
  const isOwnYear = order.startYear === line.startYear || isYearClosed(order.startYear, facts)
  return {
    ...entryOf(line, 'commitment', change),
    place: { kind: 'scheme', id: order.schemeId },
    startYear: isOwnYear ? line.startYear : order.startYear,
    period: isOwnYear ? line.period : 0,
    sourceId: order.sourceId,
    nature: order.nature,
  }
}

/** Entries of one cell as one, and none of nothing. */
const netted = (entries: Entry[]): Entry[] => {
  if (entries.length < 2) return entries
  const byCell = new Map<string, Entry>()
  for (const entry of entries) {
    const { level, place, startYear, period, sourceId, nature } = entry
    const key = [level, place.id, startYear, period, sourceId, nature].join(' ')
    const known = byCell.get(key)
    byCell.set(key, known ? { ...known, amount: (known.amount + entry.amount || ZERO) as Pence } : entry)
  }
  return [...byCell.values()].filter(({ amount }) => amount !== 0)
}
