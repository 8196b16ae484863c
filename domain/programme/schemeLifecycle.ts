import { fail } from '../errors.ts'
import { total } from '../ledger/balance.ts'
import { ZERO } from '../money.ts'
import type { BalanceLine } from './facts.ts'
import { Lifecycle, type Scheme } from './scheme.ts'

/** Where a scheme can go from each state. Closed and cancelled are the end. */
const nextStates: Record<Lifecycle, readonly Lifecycle[]> = {
  idea: ['live', 'unfunded', 'on_hold', 'cancelled'],
  unfunded: ['idea', 'live', 'cancelled'],
  live: ['practically_complete', 'on_hold', 'cancelled'],
  on_hold: ['idea', 'live', 'cancelled'],
  practically_complete: ['financially_closed'],
  financially_closed: ['closed'],
  closed: [],
  cancelled: [],
}

export const canMoveTo = (from: Lifecycle, to: Lifecycle): boolean => nextStates[from].includes(to)

/** The states that a scheme reaches by its closure alone, step by step. */
export const isByClosure = (to: Lifecycle): boolean =>
  to === 'practically_complete' || to === 'financially_closed' || to === 'closed'

/**
 * The scheme in its next state. Throws `wrong-status` for a step that does not exist, and `still-in-use` when a scheme
 * is to be cancelled on which allocation, authority or released money stands unspent, or orders are outstanding (R32).
 */
export const moveLifecycle = (scheme: Scheme, to: Lifecycle, balances: readonly BalanceLine[]): Scheme => {
  if (!canMoveTo(scheme.lifecycle, to)) {
    const needs = Lifecycle.options.filter((from) => canMoveTo(from, to)).join(' or ')
    return fail('wrong-status', { is: scheme.lifecycle, needs })
  }
  if (to === 'cancelled') {
    const residual = residualLevel(scheme, balances)
    if (residual) return fail('still-in-use', { entity: 'scheme', name: scheme.name, by: residual })
  }
  return { ...scheme, lifecycle: to, revision: scheme.revision + 1 }
}

/** The first level of which more stands on the scheme than was spent; orders are not to be outstanding at all. */
function residualLevel(scheme: Scheme, balances: readonly BalanceLine[]) {
  const onScheme = (level: BalanceLine['level']) => total(balances, { level, place: { kind: 'scheme', id: scheme.id } })
  const spent = onScheme('actual')
  const unspent = (['allocation', 'authority', 'released'] as const).find(
    (level) => onScheme(level) > Math.max(spent, ZERO),
  )
  return unspent ?? (onScheme('commitment') === 0 ? undefined : 'commitment')
}
