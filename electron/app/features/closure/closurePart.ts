import { outstandingOrders } from '../../../../db/queries/outstandingOrders.ts'
import type { Reading } from '../../../../db/schema.ts'
import { boards, closures } from '../../../../db/subjects.ts'
import { residual } from '../../../../domain/closure/residual.ts'
import type { Id } from '../../../../domain/id.ts'
import { total } from '../../../../domain/ledger/balance.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { waitingDecisions } from './underWay.ts'

/** Where the closure of a scheme stands, what is left on it, and how it came out beside what was planned. */
export const closurePart = async (facts: ProgrammeFacts, db: Reading, schemeId: Id) => {
  const [closure] = await closures.list(db, { schemeId })
  const place = { kind: 'scheme' as const, id: schemeId }
  const left = residual(facts.balances, schemeId)
  const decision = facts.decisions.find(({ id }) => id === closure?.decisionId)
  const waiting = waitingDecisions(facts.decisions, schemeId)
  return {
    closure: closure ?? null,
    residual: left,
    orders: await outstandingOrders(db, schemeId),
    spent: total(facts.balances, { level: 'actual', place }),
    planned: total(facts.balances, { level: 'plan', place }),
    decision: decision ? { id: decision.id, reference: decision.reference, status: decision.status } : null,
    /** Decisions about the scheme that have no effect yet. */
    waiting: waiting.map(({ id, reference, effectiveOn }) => ({ id, reference, effectiveOn })),
    boards: (await boards.list(db)).filter(({ endedOn }) => endedOn === null).map(({ id, name }) => ({ id, name })),
    sources: facts.sources.map(({ id, name }) => ({ id, name })),
  }
}
