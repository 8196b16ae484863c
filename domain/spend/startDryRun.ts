import type { Id } from '../id.ts'
import { type Pence, pence, ZERO } from '../money.ts'
import { createLineCheck } from './checkLine.ts'
import { countsInTotal } from './countsInTotal.ts'
import type {
  ClassifiedRow,
  CountAndSum,
  DryRunTotals,
  HeldFacts,
  HeldLine,
  RowOutcome,
  RowWarning,
  SpendFacts,
} from './dryRun.ts'
import { type Comparison, compareActual, compareOrder, isHeldActual } from './entriesOf.ts'
import { createMessageGroups } from './groupMessages.ts'
import { lineMessage } from './lineMessage.ts'
import type { Mapping } from './mapping.ts'
import { createOrderBook } from './orderBook.ts'
import { overReleased } from './overReleased.ts'
import type { IgnoredWhy, RowReading, SpendLine } from './spendLine.ts'

/** A dry run takes the rows of an extract in their order, and says of each what it would do. */
export interface RunningDryRun {
  /** What is held covers the references and the orders of these rows; `refsOf` names them. */
  add: (readings: readonly RowReading[], held: HeldFacts) => ClassifiedRow[]
  finish: () => DryRunTotals
}

/** The references and the orders that the ledger is asked for before rows are added. */
export const refsOf = (readings: readonly RowReading[]): { refs: string[]; orderRefs: string[] } => {
  const lines = readings.flatMap((reading) => (reading.outcome === 'line' ? [reading.line] : []))
  return {
    refs: [...new Set(lines.map(({ ledgerRef }) => ledgerRef))],
    orderRefs: [...new Set(lines.flatMap(({ orderRef }) => orderRef || []))],
  }
}

const noLines: readonly HeldLine[] = []

/**
 * Compares rows with what the ledger holds under their references: new, changed, duplicate, rejected or ignored, each row
 * exactly once. A reference that stands twice in one file is refused the second time.
 */
export const startDryRun = (facts: SpendFacts, mapping: Mapping): RunningDryRun => {
  const check = createLineCheck(facts, mapping)
  const orders = createOrderBook()
  const rowOfRef = new Map<string, number>()
  const changes = new Map<Id, number>()
  const totals = createTotals()

  const classify = (line: SpendLine, held: HeldFacts): ClassifiedRow => {
    const before = rowOfRef.get(line.ledgerRef)
    if (before !== undefined) {
      const description = `This reference stands in row ${before} already. Choose columns that tell the two apart, or leave one out`
      const messages = [lineMessage(line, 'ledgerRef', description, mapping)]
      return { outcome: 'rejected', row: line.row, messages, amount: line.amount }
    }
    rowOfRef.set(line.ledgerRef, line.row)
    const checked = check(line)
    const own = held.byRef.get(line.ledgerRef) ?? noLines
    const comparison = { line: checked.line, stated: line, held: own, orders, facts }
    const isHeld = own.some(({ level }) => level === (line.kind === 'orders' ? 'commitment' : 'actual'))
    if (line.amount === 0 && !isHeld) return { outcome: 'ignored', row: line.row, why: 'no-amount', amount: ZERO }
    // What was brought in before stays a duplicate, though its period is closed or a rule is another by now.
    if (checked.messages.length > 0 && !isHeldAsStated(comparison, mapping)) {
      return { outcome: 'rejected', row: line.row, messages: checked.messages, amount: line.amount }
    }
    const compared = line.kind === 'orders' ? compareOrder(comparison, mapping.orderAmount) : compareActual(comparison)
    if (compared.outcome === 'duplicate') return { outcome: 'duplicate', row: line.row, line }
    const { entries } = compared
    for (const { place, amount } of entries) changes.set(place.id, (changes.get(place.id) ?? 0) + amount)
    const warnings = [...checked.warnings, ...unknownOrder(line)]
    return compared.outcome === 'new'
      ? { outcome: 'new', row: line.row, line: checked.line, entries, warnings }
      : { outcome: 'changed', row: line.row, line: checked.line, held: own, entries, warnings }
  }

  const unknownOrder = ({ kind, orderRef }: SpendLine): RowWarning[] =>
    kind === 'orders' || orderRef === '' || orders.isKnown(orderRef)
      ? []
      : [{ rule: 'order-unknown', description: 'No order of this reference is held, so that no commitment is lowered' }]

  return {
    add(readings, held) {
      orders.learn(held.byOrder)
      return readings.map((reading) => {
        const row = reading.outcome === 'line' ? classify(reading.line, held) : reading
        totals.count(row)
        return row
      })
    },
    finish: () => ({ ...totals.finish(), overReleased: overReleased(changes, facts.ledger) }),
  }
}

const isHeldAsStated = (comparison: Comparison, { orderAmount }: Mapping): boolean =>
  comparison.line.kind === 'orders'
    ? compareOrder(comparison, orderAmount).outcome === 'duplicate'
    : isHeldActual(comparison)

const createTotals = () => {
  const none = (): CountAndSum => ({ rows: 0, amount: ZERO })
  const outcomes: Record<RowOutcome, CountAndSum> = {
    new: none(),
    changed: none(),
    duplicate: none(),
    rejected: none(),
    ignored: none(),
  }
  const ignored: Partial<Record<IgnoredWhy, CountAndSum>> = {}
  const warnings = new Map<string, DryRunTotals['warnings'][number]>()
  const messages = createMessageGroups()
  let read = 0
  let fileTotal = 0

  const addTo = (sum: CountAndSum, amount: number) => {
    sum.rows += 1
    sum.amount = (sum.amount + amount) as Pence
  }
  return {
    count(row: ClassifiedRow): void {
      read += 1
      const amount = 'line' in row ? row.line.amount : (row.amount ?? 0)
      addTo(outcomes[row.outcome], amount)
      if (row.outcome !== 'ignored' || countsInTotal(row.why)) fileTotal += amount
      if (row.outcome === 'ignored') {
        const sum = ignored[row.why] ?? none()
        ignored[row.why] = sum
        addTo(sum, amount)
      }
      if (row.outcome === 'rejected') for (const message of row.messages) messages.add(message)
      if (row.outcome === 'new' || row.outcome === 'changed') {
        for (const { rule, description } of row.warnings) {
          const known = warnings.get(`${rule} ${description}`) ?? { rule, description, rows: 0, amount: ZERO }
          warnings.set(`${rule} ${description}`, known)
          addTo(known, amount)
        }
      }
    },
    finish(): Omit<DryRunTotals, 'overReleased'> {
      for (const each of Object.values(outcomes)) pence(each.amount)
      return {
        read,
        outcomes,
        ignored,
        warnings: [...warnings.values()],
        messages: messages.groups(),
        otherMessages: messages.others(),
        fileTotal: pence(fileTotal),
      }
    },
  }
}
