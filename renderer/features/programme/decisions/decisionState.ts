import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import { total } from '../../../../domain/ledger/balance.ts'
import { type Pence, sum } from '../../../../domain/money.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import type { PostedLine } from '../../../../domain/programme/facts.ts'
import { type DecidedLevel, decidedLevels } from './decisionDraft.ts'

/**
 * Where a decision stands on a day: `overdue` is one whose day has come and whose lines did not fit the ledger;
 * `waits-for-conditions` approves a case under conditions that are still open, and `waits-for-authority` one for which there
 * is not enough authority yet.
 */
export type DecisionState =
  | 'asked'
  | 'waiting'
  | 'overdue'
  | 'called-in'
  | 'waits-for-conditions'
  | 'waits-for-authority'
  | 'effective'
  | 'partly-reversed'
  | 'reversed'

export const decidedAmount = (decision: Pick<Decision, 'lines'>, level: DecidedLevel | 'released'): Pence =>
  sum(decision.lines.filter((line) => line.level === level).map((line) => line.amount))

export const decisionState = (
  decision: Decision,
  posted: readonly PostedLine[],
  day: CalendarDay,
  /** The approvals that wait for conditions. */
  heldByConditions: readonly Id[],
): DecisionState => {
  if (decision.status === 'asked') return 'asked'
  if (decision.status === 'called_in') return 'called-in'
  if (decision.status === 'made') {
    if (decision.effectiveOn > day) return 'waiting'
    if (heldByConditions.includes(decision.id)) return 'waits-for-conditions'
    return decision.lines.every((line) => line.level === 'released') ? 'waits-for-authority' : 'overdue'
  }
  const own = posted.filter((line) => line.decisionId === decision.id)
  if (own.every((line) => line.amount === 0)) return 'reversed'
  const isAsDecided = decidedLevels.every((level) => total(own, { level }) === decidedAmount(decision, level))
  return isAsDecided ? 'effective' : 'partly-reversed'
}

export const stateWords: Record<DecisionState, { words: string; tint: 'blue' | 'green' | 'yellow' | 'grey' }> = {
  asked: { words: 'Asked for', tint: 'blue' },
  waiting: { words: 'Not yet effective', tint: 'blue' },
  'called-in': { words: 'Called in', tint: 'yellow' },
  'waits-for-conditions': { words: 'Waits for conditions', tint: 'blue' },
  'waits-for-authority': { words: 'Waits for authority', tint: 'blue' },
  overdue: { words: 'Due, not in effect', tint: 'yellow' },
  effective: { words: 'Effective', tint: 'green' },
  'partly-reversed': { words: 'Partly reversed', tint: 'yellow' },
  reversed: { words: 'Reversed', tint: 'grey' },
}
