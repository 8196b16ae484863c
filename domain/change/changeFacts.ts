import type { Id } from '../id.ts'
import type { LedgerContext } from '../ledger/movementRules.ts'
import type { DatedRuleValue } from '../route/ruleValue.ts'
import type { ChangeRequest } from './changeRequest.ts'

/** What the route, the effect and the warnings of a change are worked out from, on the day of the ledger's context. */
export interface ChangeFacts extends LedgerContext {
  /** The name of the organisation that leads a scheme, where that is recorded. */
  leads: ReadonlyMap<Id, string>
  ruleValues: readonly DatedRuleValue[]
  /** Every other change that was approved and not taken back. */
  approved: readonly Pick<ChangeRequest, 'lines' | 'decidedOn'>[]
}
