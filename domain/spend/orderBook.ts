import type { Id } from '../id.ts'
import type { Nature } from '../ledger/entry.ts'
import { type Pence, ZERO } from '../money.ts'
import type { OrderLine } from './dryRun.ts'

/** What is left of the orders that rows name, as one row after another takes from them. Pence. */
export interface OrderBook {
  /** Takes over what the ledger holds of orders that were not named before. */
  learn: (byOrder: ReadonlyMap<string, readonly OrderLine[]>) => void
  isKnown: (orderRef: string) => boolean
  /** What an order's own line has left; undefined where the ledger holds none. */
  find: (orderRef: string, ledgerRef: string) => Readonly<OrderLine> | undefined
  /**
   * Takes an invoice off the lines of its order that stand at its own scheme, never below nothing; a credit gives back what
   * was taken, never above what was ordered. Gives what each line changes by.
   */
  take: (invoice: Invoice) => { line: OrderLine; change: Pence }[]
}

export interface Invoice {
  orderRef: string
  schemeId: Id
  sourceId: Id | null
  nature: Nature
  amount: Pence
}

export const createOrderBook = (): OrderBook => {
  const orders = new Map<string, OrderLine[]>()
  return {
    learn(byOrder) {
      for (const [orderRef, lines] of byOrder) {
        if (!orders.has(orderRef))
          orders.set(
            orderRef,
            lines.map((line) => ({ ...line })),
          )
      }
    },
    isKnown: (orderRef) => orders.has(orderRef),
    find: (orderRef, ledgerRef) => orders.get(orderRef)?.find((line) => line.ledgerRef === ledgerRef),
    take({ orderRef, schemeId, sourceId, nature, amount }) {
      const held = orders.get(orderRef)
      if (!held || held.length === 0) return []
      const own = held.filter((line) => line.schemeId === schemeId && line.nature === nature)
      // The lines that name the invoice's source come first; an order is often placed before its source is settled.
      const lines = own.toSorted(
        (one, other) => Number(other.sourceId === sourceId) - Number(one.sourceId === sourceId),
      )
      const changes: { line: OrderLine; change: Pence }[] = []
      let left: number = amount
      for (const line of lines) {
        const room = left > 0 ? -Math.min(left, line.outstanding) : Math.min(-left, line.ordered - line.outstanding)
        if (room === 0) continue
        left += room
        line.outstanding = (line.outstanding + room) as Pence
        changes.push({ line, change: (room || ZERO) as Pence })
      }
      return changes
    },
  }
}
