import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import { total } from '../../../../domain/ledger/balance.ts'
import { type Pence, sum } from '../../../../domain/money.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import type { PostedLine } from '../../../../domain/programme/facts.ts'
import { type DecidedLevel, decidedLevels } from './decisionDraft.ts'

/**
 * Where a decision stands on a day: `overdue` is one whose day has come and whose lines did not fit the ledger;
 * `waits-for-authority` approves a case for which there is not enough authority yet.
 */
export type DecisionState =
  | 'asked'
  | 'waiting'
  | 'overdue'
  | 'called-in'
  | 'waits-for-authority'
  | 'effective'
  | 'partly-reversed'
  | 'reversed'

export const decidedAmount = (decision: Pick<Decision, 'lines'>, level: DecidedLevel | 'released'): Pence =>
  sum(decision.lines.filter((line) => line.level === level).map((line) => line.amount))

export const decisionState = (decision: Decision, posted: readonly PostedLine[], day: CalendarDay): DecisionState => {
  if (decision.status === 'asked') return 'asked'
  if (decision.status === 'called_in') return 'called-in'
  if (decision.status === 'made') {
    if (decision.effectiveOn > day) return 'waiting'
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
  'waits-for-authority': { words: 'Waits for authority', tint: 'blue' },
  overdue: { words: 'Due, not in effect', tint: 'yellow' },
  effective: { words: 'Effective', tint: 'green' },
  'partly-reversed': { words: 'Partly reversed', tint: 'yellow' },
  reversed: { words: 'Reversed', tint: 'grey' },
}
