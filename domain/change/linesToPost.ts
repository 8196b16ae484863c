import type { DecisionLine } from '../programme/decision.ts'
import type { BalanceLine } from '../programme/facts.ts'
import { carriedAlong } from './carriedAlong.ts'
import type { ChangeKind, ChangeRequest } from './changeRequest.ts'

const betweenYears: readonly ChangeKind[] = ['reprofile', 'slippage', 'acceleration']

/**
 * The lines with which a change reaches the ledger. Authority that moves at its place to another year, or to another source,
 * takes along what was released of it, where less authority would stay behind than is released there; nothing else is ever
 * released by a change.
 */
export const linesToPost = (
  { kind, lines }: Pick<ChangeRequest, 'kind' | 'lines'>,
  balances: readonly BalanceLine[],
): DecisionLine[] => {
  const between = betweenYears.includes(kind) ? 'years' : kind === 'funding_swap' ? 'sources' : null
  if (between === null) return [...lines]
  const authority = lines.filter(({ level }) => level === 'authority')
  return [...lines, ...carriedAlong(authority, 'released', between, balances)]
}
