import { z } from 'zod'
import { carriedAlong } from '../change/carriedAlong.ts'
import type { ChangeLine } from '../change/changeRequest.ts'
import type { Failures } from '../errors.ts'
import { StartYear, yearOf } from '../financialYear.ts'
import { Id } from '../id.ts'
import { Nature, type Place } from '../ledger/entry.ts'
import { Pence, pence, sum } from '../money.ts'
import type { BalanceLine } from '../programme/facts.ts'
import type { FundingSource } from '../programme/fundingSource.ts'
import type { YearStatus } from '../programme/yearStatus.ts'
import type { Pot } from './waterfall.ts'

/** One source takes the place of another for an amount of one year's allocation. Nothing else changes. */
export const FundingSwap = z.strictObject({
  placeId: Id,
  startYear: StartYear,
  nature: Nature,
  fromSourceId: Id,
  toSourceId: Id,
  amount: Pence.refine((amount) => amount > 0),
})
export type FundingSwap = z.infer<typeof FundingSwap>

/** What keeps a swap from being lawful, as the code and the detail of its refusal. */
export type SwapFault = { [Code in SwapFaultCode]: { code: Code; detail: Failures[Code] } }[SwapFaultCode]
type SwapFaultCode = 'over-source' | 'cannot-pay' | 'wrong-nature' | 'retired-source' | 'closed-year'

interface SwapContext {
  pots: readonly Pot[]
  sources: readonly FundingSource[]
  years: readonly Pick<YearStatus, 'startYear' | 'status'>[]
}

/**
 * The allocation with the swaps made one after the other, and what is wrong with each: a source gives no more than it has
 * in that year, and takes on only what its nature, its spend-by day and its standing let it pay for (R19, R20, R23).
 */
export const withSwaps = (
  swaps: readonly FundingSwap[],
  context: SwapContext,
): { pots: Pot[]; faults: (SwapFault | null)[] } => {
  let pots = [...context.pots]
  const faults = swaps.map((swap) => {
    const fault = faultOf(swap, { ...context, pots })
    const { placeId, startYear, nature, amount } = swap
    const at = { placeId, startYear, nature }
    pots = [
      ...pots,
      { ...at, sourceId: swap.fromSourceId, amount: pence(-amount) },
      { ...at, sourceId: swap.toSourceId, amount },
    ]
    return fault
  })
  return { pots, faults }
}

const faultOf = (swap: FundingSwap, { pots, sources, years }: SwapContext): SwapFault | null => {
  const { placeId, startYear, nature, amount } = swap
  const from = sources.find(({ id }) => id === swap.fromSourceId)
  const to = sources.find(({ id }) => id === swap.toSourceId)
  if (years.some((year) => year.startYear === startYear && year.status === 'closed')) {
    return { code: 'closed-year', detail: { year: startYear } }
  }
  if (!to || swap.fromSourceId === swap.toSourceId) {
    return { code: 'cannot-pay', detail: { source: to?.name ?? '', year: startYear, why: 'same-source' } }
  }
  const available = sum(
    pots
      .filter((pot) => pot.placeId === placeId && pot.sourceId === swap.fromSourceId)
      .filter((pot) => pot.startYear === startYear && pot.nature === nature)
      .map((pot) => pot.amount),
  )
  if (amount > available) {
    const detail = {
      source: from?.name ?? '',
      year: startYear,
      requested: amount,
      available: pence(Math.max(0, available)),
    }
    return { code: 'over-source', detail }
  }
  if (to.restrictedTo !== null && to.restrictedTo !== nature) {
    return { code: 'wrong-nature', detail: { source: to.name, nature } }
  }
  if (to.retiredOn !== null && yearOf(to.retiredOn) <= startYear) {
    return { code: 'retired-source', detail: { source: to.name, on: to.retiredOn } }
  }
  if (to.securedStatus === 'refused') {
    return { code: 'cannot-pay', detail: { source: to.name, year: startYear, why: 'refused' } }
  }
  if (to.spendByOn !== null && yearOf(to.spendByOn) < startYear) {
    return { code: 'cannot-pay', detail: { source: to.name, year: startYear, why: 'after-spend-by' } }
  }
  return null
}

/**
 * The swaps as the lines of a change: for each, what one source gives and the other takes, which comes to nothing, and the
 * authority that stands on a source at its place and would be left without money from it.
 */
export const swapLines = (
  swaps: readonly FundingSwap[],
  placeOf: (id: Id) => Place,
  balances: readonly BalanceLine[],
): ChangeLine[] => {
  const net = new Map<string, ChangeLine>()
  const add = ({ placeId, startYear, nature }: FundingSwap, sourceId: Id, amount: number) => {
    const key = `${placeId} ${startYear} ${nature} ${sourceId}`
    const known = net.get(key)
    const line = { level: 'allocation' as const, place: placeOf(placeId), startYear, sourceId, nature }
    net.set(key, { ...line, amount: pence((known?.amount ?? 0) + amount) })
  }
  for (const swap of swaps) {
    add(swap, swap.fromSourceId, -swap.amount)
    add(swap, swap.toSourceId, swap.amount)
  }
  const paid = [...net.values()].filter(({ amount }) => amount !== 0)
  return [...paid, ...carriedAlong(paid, 'authority', 'sources', balances)]
}
