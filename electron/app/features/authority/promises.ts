import type { Reading, Tx } from '../../../../db/schema.ts'
import { authorityRequests, decisions } from '../../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../../domain/authority/authorityRequest.ts'
import type { Id } from '../../../../domain/id.ts'
import { checkMovement } from '../../../../domain/ledger/movementRules.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import type { BalanceLine } from '../../../../domain/programme/facts.ts'
import { decisionMovements } from '../decisionMovements.ts'
import { ledgerContext } from '../ledgerContext.ts'

/** What is decided and has not reached the ledger yet, but for one decision and the request that it is about. */
interface Promises {
  /** Decisions that wait for their day. */
  made: Decision[]
  /** What has no day yet: decided and not published, or called in. */
  undated: BalanceLine[]
}

const promises = async (db: Reading | Tx, but: { decisionId?: Id; requestId?: Id } = {}): Promise<Promises> => {
  // A release takes no more than is held when it is posted, so that it promises nothing before.
  const counts = (decision: Decision) => decision.id !== but.decisionId && decision.about?.kind !== 'business_case'
  const made = (await decisions.list(db, { status: 'made' })).filter(counts)
  const calledIn = (await decisions.list(db, { status: 'called_in' })).filter(counts)
  const decided = (await authorityRequests.list(db, { status: 'approved' })).filter(({ id }) => id !== but.requestId)
  return { made, undated: [...calledIn.flatMap(({ lines }) => lines), ...decided.flatMap(authorityLines)] }
}

/** What a request asks for, as lines of authority. */
export const authorityLines = ({ lines }: Pick<AuthorityRequest, 'lines'>): (BalanceLine & { level: 'authority' })[] =>
  lines.map((line) => ({ ...line, level: 'authority' }))

/** All that is promised, whatever its day. */
export const promisedLines = async (db: Reading | Tx, but: { decisionId?: Id; requestId?: Id } = {}) => {
  const { made, undated } = await promises(db, but)
  return [...made.flatMap(({ lines }) => lines), ...undated]
}

/**
 * Holds a decision against the ledger on its own day and beside everything that is decided for later, so that no money is
 * promised twice. Throws what `checkMovement` throws.
 */
export const checkBesidePromises = async (
  db: Reading | Tx,
  decision: Decision,
  newId: () => Id,
  but: { requestId?: Id } = {},
): Promise<void> => {
  const { made, undated } = await promises(db, { decisionId: decision.id, ...but })
  const before = await ledgerContext(db, decision.effectiveOn)
  const movements = decisionMovements(decision, newId)
  const untilThen = made.filter(({ effectiveOn }) => effectiveOn <= decision.effectiveOn)
  for (const promised of [
    untilThen.flatMap(({ lines }) => lines),
    [...made.flatMap(({ lines }) => lines), ...undated],
  ]) {
    const context = { ...before, balances: [...before.balances, ...promised] }
    for (const movement of movements) {
      checkMovement(movement, context)
      context.balances.push(...movement.entries)
    }
  }
}
